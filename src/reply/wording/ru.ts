import type { Translation } from './translation.js'

/** Russian: first person without gender, no «вы», «ёлочки». */
export const ru: Translation<'one' | 'few' | 'many' | 'other'> = {
  names: {
    '/ask': 'спросить',
    '/ask question': 'вопрос',
    '/ask private': 'лично',
    '/sections': 'разделы',
    '/read': 'читать',
    '/read section': 'раздел',
    '/about': 'о-боте',
    '/help': 'помощь',
    '/channels': 'каналы',
    '/channels add': 'добавить',
    '/channels remove': 'убрать',
    '/channels list': 'список',
    '/channels mode': 'режим',
    '/channels add channel': 'канал',
    '/channels add mode': 'режим',
    '/* article': 'статья',
  },
  texts: {
    '/ask': 'Процитировать предложение, которое отвечает на вопрос',
    '/ask question': 'Что хочется узнать',
    '/ask private': 'Показать ответ только мне',
    '/sections': 'Список разделов в статьях',
    '/read': 'Читать раздел статьи, страницу за страницей',
    '/read section': 'Номер или заголовок раздела',
    '/about': 'Что это за бот и по каким статьям он отвечает',
    '/help': 'Как задать вопрос и список команд',
    '/channels': 'В каких каналах я отвечаю (нужно право «Управлять сервером»)',
    '/channels add': 'Разрешить мне отвечать в канале',
    '/channels remove': 'Больше не отвечать в канале',
    '/channels list': 'Каналы, где я отвечаю',
    '/channels mode': 'Изменить, когда я пишу в канале',
    '/channels add channel': 'Канал',
    '/channels add mode': 'Когда я пишу в этом канале',
    '/* article': 'Только эта статья',

    'answer.not-said': 'В статье об этом не сказано.',
    'answer.not-said-by_one': 'В {{count}} статье об этом не сказано.',
    'answer.not-said-by_few': 'В {{count}} статьях об этом не сказано.',
    'answer.not-said-by_many': 'В {{count}} статьях об этом не сказано.',
    'answer.not-said-by_other': 'В {{count}} статьях об этом не сказано.',
    'answer.nearest': 'Самый близкий отрывок, но ответа на вопрос в нём нет:',
    'answer.off-topic': 'В статье об этом не сказано: ничего близкого к этому вопросу в ней нет.',
    'answer.off-topic-in_one':
      'В {{count}} статье об этом не сказано: ничего близкого к этому вопросу там нет.',
    'answer.off-topic-in_few':
      'В {{count}} статьях об этом не сказано: ничего близкого к этому вопросу там нет.',
    'answer.off-topic-in_many':
      'В {{count}} статьях об этом не сказано: ничего близкого к этому вопросу там нет.',
    'answer.off-topic-in_other':
      'В {{count}} статьях об этом не сказано: ничего близкого к этому вопросу там нет.',
    'answer.no-articles': 'Отвечать не по чему: не загружено ни одной статьи.',
    'answer.searched-for': 'Поиск по словам: {{words}}.',
    'answer.repair': '«{{meant}}» (в вопросе «{{written}}»)',
    'answer.empty': 'Жду вопроса: в ответ процитирую предложение из статьи, где об этом сказано.',
    'answer.too-long': 'Вопрос слишком длинный: можно не больше {{most}} знаков.',
    'answer.no-words':
      'Здесь нет слов, по которым можно искать. Лучше назвать имя, место или предмет, о котором может говориться в статье.',
    'answer.greeting':
      'Привет! Жду вопроса по статьям, лучше на их языке: в ответ процитирую предложение, где об этом сказано.',
    'answer.thanks': 'Пожалуйста!',

    'cite.introduction': 'Введение',
    'cite.section': 'раздел {{number}}, «{{heading}}»',
    'cite.paragraph': 'абзац {{number}}',
    'cite.place': '{{article}} — {{section}}, абзац {{paragraph}}',
    'cite.speaker': 'Говорит: {{speaker}}',
    'cite.speaker-and-reporter': 'Говорит: {{speaker}}; передаёт: {{reporter}}',
    'cite.reporter': 'Передаёт: {{reporter}}',

    'article.none-loaded': 'Не загружено ни одной статьи.',
    'article.unknown': 'Такой статьи нет. Выбрать можно из списка, который появляется при вводе.',
    'article.paragraphs_one': '{{count, number}} абзац',
    'article.paragraphs_few': '{{count, number}} абзаца',
    'article.paragraphs_many': '{{count, number}} абзацев',
    'article.paragraphs_other': '{{count, number}} абзаца',
    'article.edition': 'редакция {{edition}}',
    'section.unknown':
      'Такого раздела нет. Выбрать можно из списка, который появляется при вводе, или см. /разделы.',
    'section.empty': 'В этом разделе нет абзацев.',
    'page.number': 'Страница {{page}} из {{pages}}',
    'page.previous': 'Предыдущая страница',
    'page.next': 'Следующая страница',

    'about.purpose':
      'Я отвечаю на вопросы словами статей: цитирую предложение с ответом, указываю, откуда оно, и прямо говорю, если ответа в статьях нет. Своих фактов не сочиняю, и ни один вопрос не уходит с компьютера, на котором я работаю.',
    'about.articles': 'Отвечаю по статьям:',
    'help.asking': 'Как спрашивать',
    'help.ways':
      'Можно вызвать /спросить, написать мне личное сообщение или упомянуть меня в канале, который настроили модераторы. Вопрос лучше задавать на языке статей. В ответ я цитирую предложение, указываю раздел и абзац или говорю, что в статье об этом не сказано.',
    'help.commands': 'Команды',

    'mode.mention': 'упоминание',
    'mode.mention-choice': 'упоминание: когда меня упомянули',
    'mode.questions': 'вопросы',
    'mode.questions-choice': 'вопросы: и без упоминания, когда ответ точно есть',
    'mode.off': 'выключен',
    'mode.off-choice': 'выключен: отвечаю только на команды',
    'mode.confident': 'наверняка',
    'mode.confident-choice': 'наверняка: и без упоминания, когда уверенность ещё выше',
    'mode.thread': 'ветка',
    'mode.thread-choice': 'ветка: как вопросы, но ответ в ветке вопроса',
    'channels.set-to-mention': 'Сохранено: в {{channel}} отвечаю, когда меня упоминают.',
    'channels.set-to-questions':
      'Сохранено: в {{channel}} отвечаю, когда меня упоминают, а без упоминания — когда в статье точно есть ответ на вопрос.',
    'channels.set-to-off': 'Сохранено: в {{channel}} отвечаю только на команды.',
    'channels.set-to-confident':
      'Сохранено: в {{channel}} отвечаю, когда меня упоминают, а без упоминания — только когда уверенность в ответе ещё выше.',
    'channels.set-to-thread':
      'Сохранено: в {{channel}} отвечаю, когда меня упоминают, а без упоминания — когда в статье точно есть ответ на вопрос: в ветке, которую открываю от вопроса.',
    'channels.removed': 'Сохранено: больше не отвечаю в {{channel}}.',
    'channels.was-not-set': 'В {{channel}} ответов и раньше не было.',
    'channels.none':
      'Пока не отвечаю ни в одном канале: только на команды. Добавить канал: /каналы добавить.',
    'channels.title': 'Каналы, где я отвечаю',
    'channels.unseen': 'канал, который мне не виден',
    'channels.server-only': 'Настройки относятся к серверу: эта команда работает только там.',
    'channels.choose-channel': 'Нужен текстовый канал, форум или ветка этого сервера, которые мне видны.',
    'channels.choose-mode': 'Нужен режим: {{modes}}.',
    'channels.unknown-subcommand': 'Такого не знаю. Есть добавить, убрать, список и режим.',
    'channels.hearing-possible':
      'Чтобы видеть такие вопросы, мне нужен Message Content Intent: его включает тот, кто меня запустил.',
    'channels.hearing-switched-off':
      'Пока вижу только упоминания: тот, кто меня запустил, задал MESSAGE_CONTENT=off.',
    'channels.hearing-refused':
      'Пока вижу только упоминания: Discord не даёт мне Message Content Intent. Тот, кто меня запустил, должен включить его и запустить меня снова.',
    'channels.lacking': 'Пока не могу там отвечать: нет прав {{permissions}}.',
    'permission.view-channel': '«Просматривать каналы»',
    'permission.send-messages': '«Отправлять сообщения»',
    'permission.send-messages-in-threads': '«Отправлять сообщения в ветках»',
    'permission.read-message-history': '«Читать историю сообщений»',

    'thread.name': 'Ответ',

    'settings.too-many-channels':
      'На сервере можно настроить не больше {{most}} каналов. Сначала нужно убрать какой-нибудь.',
    'settings.read-only':
      'Настройки не изменить: пока они доступны только для чтения. Исправить это может тот, кто меня запустил.',
    'settings.disk-full':
      'Настройки не изменить: на диске нет места. Исправить это может тот, кто меня запустил.',
    'settings.busy':
      'Сейчас настройки не изменить: их файл занят другой программой. Можно попробовать ещё раз.',
    'settings.unreachable':
      'Сейчас настройки не изменить: их база данных не отвечает. Можно попробовать ещё раз через минуту.',
    'settings.unusable':
      'Настройки не изменить: их база данных не работает. Исправить это может тот, кто меня запустил.',

    'refused.no-such-command': 'Такой команды больше нет. Что я умею, покажет /помощь.',
    'refused.not-in-server':
      'Настройки относятся к серверу: эта команда работает на сервере, куда меня добавили.',
    'refused.not-a-manager': 'Менять это могут только участники с правом «Управлять сервером».',
    'refused.buttons-of-another':
      'Эти кнопки только для того, кто вызвал команду. Её можно вызвать и самостоятельно.',
    'refused.expired': 'Эта кнопка устарела. Команду можно вызвать снова.',
    'went-wrong': 'Что-то сломалось на моей стороне, ответить не получилось. Ошибка записана.',
    'left-out': '… и ещё {{number}}: в этом сообщении не хватило места.',

    'chat.welcome': 'Verbatim отвечает по статьям: {{articles}}. Жду вопроса; команды покажет /help.',
    'chat.no-article': 'пока ни одной',
    'chat.connect':
      'Чтобы подключить его к Discord, нужно записать DISCORD_TOKEN=… в .env (README, "Connect it to Discord").',
    'chat.help': 'Жду вопроса. В ответ цитирую предложение из статьи или говорю, что ответа нет.',
    'chat.help-sections': '/sections: разделы каждой статьи',
    'chat.help-read':
      '/read РАЗДЕЛ: раздел по номеру или заголовку (/read СТАТЬЯ РАЗДЕЛ, если статей несколько)',
    'chat.help-about': '/about: что я такое и по каким статьям отвечаю',
    'chat.help-help': '/help: этот список',
    'chat.help-quit': '/quit: выход (или Ctrl+D)',
    'chat.unknown-command': 'Команды {{command}} нет. Список покажет /help.',
    'chat.unknown-article': 'Статьи «{{wanted}}» нет. Есть: {{articles}}.',
    'chat.which-section': 'Нужен раздел: /read 1 или /read Введение. Список покажет /sections.',
    'chat.unknown-section': 'В статье «{{article}}» нет раздела «{{wanted}}». Список покажет /sections.',
    'chat.more-lines_one': '-- ещё {{count}} строка: Enter — дальше, q — хватит -- ',
    'chat.more-lines_few': '-- ещё {{count}} строки: Enter — дальше, q — хватит -- ',
    'chat.more-lines_many': '-- ещё {{count}} строк: Enter — дальше, q — хватит -- ',
    'chat.more-lines_other': '-- ещё {{count}} строки: Enter — дальше, q — хватит -- ',
  },
}
