/**
 * Everything Verbatim says in words of its own, in English: the language that the others are held to. Plain words, which
 * the renderer escapes. `{{name}}` is a parameter; `{{name, number}}` a number as the language writes it. A text that
 * depends on a number has a key for each plural form, `…_one` and `…_other`, and is asked for by the key without it, with `count`.
 */
export const en = {
  // What Discord shows of a command, a subcommand or an option; its name is the last word of the key.
  '/ask': 'Quote the sentence that answers a question',
  '/ask question': 'What you want to know',
  '/ask private': 'Show the answer only to you',
  '/search': 'Every passage that holds some words',
  '/search terms': 'The words, in any form',
  '/quote': 'Whether a quotation is exact, altered, or not in the articles',
  '/quote text': 'The quotation to check',
  '/sections': 'List the sections of the articles',
  '/read': 'Read a section of an article, page by page',
  '/read section': 'Its number or heading',
  '/who': 'Everything the articles say of a person, an organisation or a place',
  '/who name': 'Their name, or a part of it',
  '/said': 'Everything somebody is reported to say, and through whom',
  '/said speaker': 'Who speaks, or reports it',
  '/timeline': 'What the articles say happened when, in order',
  '/articles': 'The articles I quote: publisher, date, edition and length',
  '/about': 'What this bot is, and which articles it answers from',
  '/help': 'How to ask, and every command',
  '/privacy': 'What I keep, where, for how long, and how to have it forgotten',
  '/privacy delete': 'Forget now what I hold of you',
  '/channels': 'Set where, when and from which articles I answer (moderators)',
  '/channels add': 'Let me answer in a channel, or in all channels of a category',
  '/channels remove': 'Forget what is set for a channel or category',
  '/channels list': 'What is set for each channel and category',
  '/channels mode': 'Change when I speak in a channel',
  '/channels add mode': 'When I speak there',
  '/channels articles': 'Limit the articles I quote in a channel; without a choice, back to the default',
  '/channels articles allow': 'An article that may be quoted there; the first one shuts out the others',
  '/channels articles forbid': 'An article that may not be quoted there',
  '/channels thresholds': 'How sure I must be of an answer; without numbers, back to the default',
  '/channels thresholds asked': 'In percent, to answer somebody who asked',
  '/channels thresholds unasked': 'In percent, to speak unasked',
  '/channels cooldown': 'How seldom I speak unasked; without numbers, back to the default',
  '/channels cooldown seconds': 'So long I am quiet after I spoke unasked',
  '/channels cooldown wait': 'So many seconds people have to answer before I do so unasked',
  '/channels thread': 'Answer in a thread of the question; without a choice, back to the default',
  '/channels thread on': 'Whether I answer in threads',
  '/channels role': 'Name a role whose members are moderators too; without one, take it back',
  '/channels role role': 'The role',
  '/simulate': 'What I would do with a message in a channel, and why (moderators)',
  '/simulate text': 'The message, as a member would write it',
  '/status': 'Connection, permissions, articles and commands (moderators)',
  '/* channel': 'The channel',
  '/* article': 'Only this article',

  // Entries of the menu of a message; Discord shows 32 characters
  'menu.find': 'Find in the articles',
  'menu.find-does': 'passages about that message',
  'menu.check': 'Check this quote',
  'menu.check-does': 'whether what it quotes is exact, altered, or not in the articles',

  // Answers
  'answer.not-said': 'The article does not say.',
  'answer.not-said-by_one': 'The {{count}} article does not say.',
  'answer.not-said-by_other': 'The {{count}} articles do not say.',
  'answer.numbers-differ': 'I find different numbers. Each stands with its place:',
  'answer.searched': 'Searched: {{articles}}.',
  'answer.searched-and-more_one': 'Searched: {{articles}} and {{count}} more article.',
  'answer.searched-and-more_other': 'Searched: {{articles}} and {{count}} more articles.',
  'answer.article': '“{{title}}” (edition {{edition}})',
  'answer.unsure': 'I am not sure that this answers the question:',
  'answer.nearest': 'The nearest passage, which does not seem to answer the question:',
  'answer.off-topic': 'The article does not say: nothing in it comes near that question.',
  'answer.off-topic-in_one': 'The {{count}} article does not say: nothing in it comes near that question.',
  'answer.off-topic-in_other': 'The {{count}} articles do not say: nothing in them comes near that question.',
  'answer.not-taken': 'Discord does not take my answer as it is.',
  'answer.stands-here': 'Discord does not take the words that answer this. They stand here:',
  'answer.no-articles': 'There is no article to answer from: none is loaded.',
  'answer.searched-for': 'Searched for {{words}}.',
  'answer.repair': '“{{meant}}” (you wrote “{{written}}”)',
  // How a question that leans on the one before was understood: short, above the answer
  'taken.as': 'Taken as: “{{question}}”',
  'taken.with': 'Taken with your question before: “{{question}}”',
  'taken.speaker': 'The quote before: see who speaks in it.',
  'taken.no-speaker': 'The quote before: I see nobody named there as saying it.',
  'follow-up.title': 'Follow up',
  'follow-up.label': 'Your next question',
  'follow-up.example': 'such as: Who said that? · When? · And in …?',
  // The buttons under an answer, and what they open
  'under.context': 'In context',
  'under.more': 'More',
  'under.why': 'Why this?',
  'under.follow': 'Follow up',
  'under.remove': 'Remove',
  'context.title': '{{place}} (the quote, in paragraph {{paragraph}}, is in bold)',
  'more.title': 'Other passages near that question, the nearest first; they need not answer it',
  'more.none': 'I find no other passage that has a word of that question.',
  'why.title-quoted': 'Why this quote',
  'why.title-not-said': 'Why this is not an answer',
  'why.title-off-topic': 'Why nothing was quoted: the nearest sentence I found is far from the question',
  'why.same': 'Words of the question that it has: {{words}}',
  'why.akin': 'Words for which it has one that may mean the same: {{words}}',
  'why.word': '“{{word}}”',
  'why.pair': '“{{asked}}” (it has “{{met}}”)',
  'why.missing': 'Words of the question that it does not have: {{words}}',
  'why.sure':
    'I am {{confidence}} % sure that it answers the question. Here I answer those who ask from {{threshold}} % on.',
  'why.sure-unasked':
    'I am {{confidence}} % sure that it answers the question. Here I speak unasked from {{threshold}} % on.',
  'why.unsure':
    'I am only {{confidence}} % sure that it answers the question. Here I answer from {{threshold}} % on.',
  'why.of-before': 'It answers the question before, and does not speak of what was asked then.',
  'why.listed':
    'That asks for all of a kind, which no one sentence has. These together have most of it. I found them by rules, so I can name no percentage.',
  'why.certainty':
    'The percentage comes from questions on other articles: of the sentences that looked as good as this one, that share was an answer.',
  'why.nothing-searched': 'Nothing was searched for that.',
  'why.otherwise': 'I would answer that otherwise now. Ask again to see how.',
  'recall.gone':
    'I no longer know that question: I forget what commands asked after ten minutes, and a message may be gone. Ask it again.',
  'answer.empty': 'Ask a question, and I will quote the sentence of the article that answers it.',
  'answer.too-long': 'That question is too long: please ask it in at most {{most}} characters.',
  'answer.no-words':
    'I found no word in that to look for. Ask with a name, a place or a thing the article may speak of.',
  'answer.greeting':
    'Hello! Ask me something about the articles, and I will quote the sentence that answers it.',
  'answer.thanks': 'You are welcome.',
  'answer.help':
    'Ask in your own words who, what, when, where or why, with a name, a place or a thing the articles speak of. I quote the sentence that answers, or say that the articles do not. /sections shows what they are about, /help all I do.',

  // Where a quote stands, and who speaks in it
  'cite.introduction': 'Introduction',
  'cite.section': 'section {{number}}, “{{heading}}”',
  'cite.paragraph': 'paragraph {{number}}',
  'cite.place': '{{article}} — {{section}}, paragraph {{paragraph}}',
  'cite.open': 'open the source',
  'cite.speaker': 'Speaking: {{speaker}}',
  'cite.speaker-and-reporter': 'Speaking: {{speaker}}, as reported by {{reporter}}',
  'cite.reporter': 'As reported by {{reporter}}',

  // Articles and their sections
  'article.none-loaded': 'No article is loaded.',
  'article.unknown': 'I have no such article. Choose one from the list that appears while you type.',
  'articles.title_one': '{{count, number}} article',
  'articles.title_other': '{{count, number}} articles',
  'article.sections_one': '{{count, number}} section',
  'article.sections_other': '{{count, number}} sections',
  'article.paragraphs_one': '{{count, number}} paragraph',
  'article.paragraphs_other': '{{count, number}} paragraphs',
  'article.edition': 'edition {{edition}}',
  'section.unknown':
    'I have no such section. Choose one from the list that appears while you type, or see /sections.',
  'section.empty': 'This section has no paragraphs.',
  'page.number': 'Page {{page}} of {{pages}}',
  'page.previous': 'Previous page',
  'page.next': 'Next page',

  // What the articles say about a message
  'find.nearest': 'Nearest to that message in the articles:',
  'find.nothing-near': 'Nothing in the articles comes near that message.',
  'find.no-words': 'I found no word in that message to look for.',

  // Words looked for, and quotations checked
  'search.title_one': '{{count, number}} passage with: {{terms}}',
  'search.title_other': '{{count, number}} passages with: {{terms}}',
  'search.title-first': 'The first {{most}} passages with: {{terms}}',
  'search.none': 'No passage holds that word, in any form.',
  'search.none-together': 'No passage holds all of these words. One by one:',
  'search.term': '“{{term}}”: {{paragraphs}}',
  'search.no-words': 'Say which words to look for.',
  'search.too-long': 'Those are too many words at once: look for fewer.',
  'quote.exact': 'Exact: the article says so, word for word.',
  'quote.times_one': 'It stands so in {{count, number}} place.',
  'quote.times_other': 'It stands so in {{count, number}} places, of which this is one.',
  'quote.altered': 'Altered: the article does not say it so. It says:',
  'quote.altered-long': 'Altered: the article does not say it so. First what differs, then what it says:',
  'quote.differences': 'What differs:',
  'quote.changed': 'instead of “{{stands}}” the quotation has “{{written}}”',
  'quote.added': 'the quotation adds “{{written}}”',
  'quote.left-out': 'the quotation leaves out “{{stands}}”',
  'quote.ignored': 'Not counted, though they differ: {{what}}.',
  'quote.ignored-quotation-marks': 'quotation marks',
  'quote.ignored-dashes': 'dashes',
  'quote.ignored-spaces': 'spaces',
  'quote.ignored-case': 'capital letters',
  'quote.absent': 'Not in the articles: nothing in them stands so, or nearly so.',
  'quote.no-words': 'There is no word in that to check. Give me the quotation, as it was quoted.',
  'quote.too-long': 'That is too long to check: give me at most {{most, number}} characters at a time.',

  // Names, speakers and dates
  'who.title': 'What the articles say of {{name}}',
  'who.unknown': 'I find no such name in the articles, though I may miss some.',
  'said.title': 'What {{name}} is reported to say',
  'said.unknown': 'I find nobody of that name whose words the articles report, though I may miss some.',
  'mentions.near': 'Near it are:',
  'mentions.english-only':
    'I find names, speakers and dates in English articles only, and there is none here.',
  'timeline.title': 'Dates in the articles, the earliest first',
  'timeline.none': 'The articles state no date that I can put in order.',

  // What it is
  'about.purpose':
    'I answer questions in the words of articles: I quote the sentence that answers, say where it stands, and say so when the articles do not. I write no facts of my own, and no question leaves the machine I run on.',
  'about.articles': 'I answer from:',
  'help.asking': 'How to ask',
  'help.ways':
    'Use /ask, write to me in a direct message, or mention me in a channel that your moderators set up. I quote the sentence that answers, with its section and paragraph, or say that the article does not say.',
  'help.buttons':
    'Under an answer, In context shows the section around the quote, More the next best passages, Why this? what it was chosen by, and Remove takes it away: for who asked, and for moderators. Follow up asks the next question after a command.',
  'help.commands': 'Commands',
  'help.menu': 'In the menu of a message, under Apps',

  // What is kept
  'privacy.title': 'What I keep',
  'privacy.in-short':
    'Nothing on disk bears your name or id. Your questions are answered in memory, and neither stored nor logged. I speak to Discord and to the database of whoever hosts me, and to nothing else.',
  'privacy.on-disk': 'On disk: a file beside me, or a PostgreSQL database of whoever hosts me',
  'privacy.channel-setting':
    'channel_setting: what moderators set for a channel (server_id, channel_id, mode, articles, asked_threshold, unasked_threshold, cooldown_seconds, wait_seconds, answers_in), until /channels remove or the channel is deleted',
  'privacy.server-setting':
    'server_setting: the role that moderators named (server_id, moderator_role_id), until /channels role takes it back',
  'privacy.spoken': 'spoken: when I last spoke unasked in a channel (server_id, channel_id, at), for a day',
  'privacy.left-server':
    'left_server: when I left a server (server_id, at); thirty days later all that is kept of it is deleted',
  'privacy.migrations':
    'kysely_migration (name, timestamp) and kysely_migration_lock (id, is_locked): which form these tables have',
  'privacy.backups': 'copies of that file, one a day, for seven days',
  'privacy.in-memory': 'In memory, and gone when I stop',
  'privacy.asked': 'what you asked with /ask, for the buttons under its answer: ten minutes',
  'privacy.limits': 'how much your id asked of late, against floods: ten minutes',
  'privacy.given':
    'which answer belongs to which question: ids of the last 2,000 messages, and not their words',
  'privacy.discord':
    'what Discord sends along of the last hundred members who wrote: name, picture and roles',
  'privacy.in-logs': 'In the logs of whoever hosts me',
  'privacy.logged':
    'Ids of messages, channels and servers, what kind of answer was given and how long it took: no words, no names, no ids of members.',
  'privacy.how-to-delete':
    'The button below, and /privacy with delete, forget at once what I hold of you. Remove under an answer takes it away, and so does deleting its question.',
  'privacy.forget': 'Forget what you hold of me',
  'privacy.forgotten_one': 'Forgotten: {{count, number}} question of yours that I held in memory.',
  'privacy.forgotten_other': 'Forgotten: {{count, number}} questions of yours that I held in memory.',
  'privacy.nothing-stored': 'On disk there was nothing of yours: nothing there bears a member’s name or id.',
  'privacy.remains':
    'What remains: how much your id asked of late, so that nobody gets around the limits, for ten minutes; what Discord sends along with each command; and my answers on Discord, which Remove takes away.',

  // Settings of channels
  'mode.mention': 'mention',
  'mode.mention-choice': 'mention: when I am mentioned',
  'mode.questions': 'questions',
  'mode.questions-choice': 'questions: also unasked, when I am sure',
  'mode.off': 'off',
  'mode.off-choice': 'off: only to slash commands',
  'mode.confident': 'confident',
  'mode.confident-choice': 'confident: also unasked, when I am surer still',
  'mode.thread': 'thread',
  'mode.thread-choice': 'thread: as questions, in a thread of the question',
  'channels.set-to-mention': 'Saved: in {{channel}} I answer when I am mentioned.',
  'channels.set-to-questions':
    'Saved: in {{channel}} I answer when I am mentioned, and unasked when I am sure that the article answers a question.',
  'channels.set-to-off': 'Saved: in {{channel}} I answer slash commands only.',
  'channels.set-to-confident':
    'Saved: in {{channel}} I answer when I am mentioned, and unasked only when I am surer still that the article answers a question.',
  'channels.set-to-thread':
    'Saved: in {{channel}} I answer when I am mentioned, and unasked when I am sure that the article answers a question: in a thread that I open from it.',
  'channels.removed': 'Saved: I no longer answer in {{channel}}.',
  'channels.was-not-set': 'I did not answer in {{channel}} before.',
  'channels.none': 'I answer in no channel yet, except to slash commands. Add one with /channels add.',
  'channels.follows-category': 'Saved: {{channel}} follows its category now: {{mode}}.',
  'channels.quotes-every-article': 'Saved: in {{channel}} I quote from every article.',
  'channels.quotes-some-articles': 'Saved: in {{channel}} I quote only from {{articles}}.',
  'channels.last-article':
    'No article would be left there. Allow another one first, or set the mode off with /channels mode.',
  'channels.every-article': 'every article',
  'channels.thresholds':
    'Saved: in {{channel}} I answer who asks from {{asked}} % on, and unasked from {{unasked}} % on.',
  'channels.not-so-low':
    'Unasked it never takes less than when I am asked, and in the mode confident never less than {{least}} %.',
  'channels.cooldown':
    'Saved: in {{channel}} at least {{seconds}} s pass between two answers that nobody asked for.',
  'channels.wait': 'Before each of them, people have {{seconds}} s to answer.',
  'channels.in-thread': 'Saved: in {{channel}} I answer in a thread that I open from the question.',
  'channels.not-in-thread': 'Saved: in {{channel}} I answer where the question stands.',
  'channels.thread-mode':
    'In the mode thread I always answer in a thread. Set another mode with /channels mode.',
  'channels.role-set':
    'Saved: members with the role {{role}} are moderators too, and may use /channels, /simulate and /status.',
  'channels.role-hidden':
    'Discord hides these commands from them until an administrator lets the role use them: Server Settings, Integrations, this bot.',
  'channels.role-unset': 'Saved: only members with Manage Server are moderators now.',
  'channels.role-unfit': 'Choose a role of this server, other than @everyone.',
  'channels.role-needs-manage-server': 'Only members with the permission Manage Server can name the role.',
  'channels.role-gone': 'a role that is gone',
  'channels.moderators': 'Moderators: Manage Server, and the role {{role}}',
  'channels.still-off': 'For now I answer slash commands only there: set a mode with /channels mode.',
  'channels.title': 'What is set',
  'channels.category': 'the category “{{name}}”',
  'channels.category-listed': 'Category “{{name}}”',
  'channels.unseen': 'a channel I cannot see',
  'channels.server-only': 'Settings belong to a server: use this in one.',
  'channels.choose-channel':
    'Choose a text channel, a forum, a thread or a category of this server that I can see.',
  'channels.choose-mode': 'Choose a mode: {{modes}}.',
  'channels.unknown-subcommand': 'I do not know that. Choose from what Discord offers after /channels.',
  'channels.hearing-possible':
    'To hear such questions I need Message Content Intent, which whoever hosts me turns on.',
  'channels.hearing-switched-off':
    'For now I hear mentions only: whoever hosts me has set MESSAGE_CONTENT=off.',
  'channels.hearing-refused':
    'For now I hear mentions only: Discord refuses me Message Content Intent. Whoever hosts me must turn it on and start me again.',
  'channels.lacking': 'In {{channel}} I cannot answer as set yet: I lack {{permissions}}.',
  'permission.ViewChannel': 'View Channel',
  'permission.SendMessages': 'Send Messages',
  'permission.SendMessagesInThreads': 'Send Messages in Threads',
  'permission.CreatePublicThreads': 'Create Public Threads',
  'permission.ManageThreads': 'Manage Threads',
  'permission.ReadMessageHistory': 'Read Message History',

  // One setting in a list of them
  'set.articles': 'only {{articles}}',
  'set.asked': 'asked from {{percent}} %',
  'set.unasked': 'unasked from {{percent}} %',
  'set.cooldown': 'cooldown {{seconds}} s',
  'set.wait': 'people first for {{seconds}} s',
  'set.in-thread': 'in a thread',
  'set.in-channel': 'not in a thread',
  'set.nothing': 'the default',

  // What it would do with a message
  'simulate.in-channel': 'In {{where}} I would answer',
  'simulate.in-thread': 'In {{where}} I would answer in a thread of the question',
  'simulate.silent': 'In {{where}} I would stay silent',
  'simulate.addressed': 'It mentions me: I answer, or say that the article does not.',
  'simulate.sure': 'It looks like a question, and I am sure enough of the answer to give it unasked.',
  'simulate.wait': 'Before that, people have {{seconds}} s to answer.',
  'simulate.confidence':
    'I am {{confidence}} % sure of the answer. There it takes {{asked}} % when I am asked, and {{unasked}} % when I am not.',
  'simulate.answer': 'My answer:',
  'simulate.answer-if-asked': 'If I were asked there, I would say:',
  'gate.bot-author': 'A bot or a webhook wrote it.',
  'gate.off': 'I am off there, except to slash commands.',
  'gate.mode': 'The mode there is {{mode}}, and it does not mention me.',
  'gate.missing-permission': 'I lack {{permissions}} there.',
  'gate.said-to-somebody-else': 'It is said to somebody else.',
  'gate.not-a-question': 'It does not look like a question.',
  'gate.answered-by-a-person': 'Somebody has replied to it.',
  'gate.cooldown': 'I spoke unasked there a moment ago, and the cooldown lasts {{seconds}} s more.',
  'gate.article-does-not-say': 'The articles allowed there do not say.',
  'gate.below-unasked-threshold': 'I am not sure enough of the answer to give it unasked.',

  // How it stands
  'status.title': 'How it stands',
  'status.connected': 'Connected to Discord.',
  'status.connected-with-ping': 'Connected to Discord, which answers in {{ping}} ms.',
  'status.since': 'I have been answering since',
  'status.disconnected': 'Not connected to Discord just now.',
  'status.intents': 'Intents: Guilds, Guild Messages, Direct Messages.',
  'status.intents-with-content': 'Intents: Guilds, Guild Messages, Direct Messages, Message Content.',
  'status.content-on-demand':
    'Message Content is asked for once a channel listens for questions, and needs its switch in the Developer Portal.',
  'status.registered': 'Commands: Discord has every one as it is.',
  'status.differing': 'Commands that Discord has otherwise, or not at all: {{commands}}.',
  'status.gone': 'Commands that Discord has and I no longer do: {{commands}}.',
  'status.deploy': 'Whoever hosts me can mend that with npm run deploy-commands.',
  'status.registration-unknown': 'Commands: Discord did not say which it has.',
  'status.articles': 'Articles',
  'status.channels': 'Channels where I answer',
  'status.permitted': '{{channel}} ({{mode}}): every permission I need',
  'status.closed':
    '{{channel}} ({{mode}}): Discord refused what I wrote there; I write there again in ten minutes at most',
  'status.lacking': '{{channel}} ({{mode}}): I lack {{permissions}}',

  // Threads that it opens: before the question
  'thread.name': 'Answer',

  // Why settings were not changed
  'settings.too-many-channels': 'A server can set {{most}} channels at most. Remove one first.',
  'settings.read-only':
    'Settings cannot be changed: they are read-only for now. Whoever hosts me can mend that.',
  'settings.disk-full': 'Settings cannot be changed: the disk is full. Whoever hosts me can mend that.',
  'settings.busy': 'Settings cannot be changed just now: another program uses their file. Try again.',
  'settings.unreachable':
    'Settings cannot be changed just now: their database does not answer. Try again in a minute.',
  'settings.unusable':
    'Settings cannot be changed: their database cannot be used. Whoever hosts me can mend that.',

  // What cannot be done
  'refused.no-such-command': 'I no longer have that command. /help lists what I do.',
  'refused.not-in-server': 'Settings belong to a server: use this in a server I was added to.',
  'refused.not-a-moderator':
    'This is for moderators: members with the permission Manage Server, or with the role they named for it.',
  'refused.buttons-of-another': 'These buttons belong to the member who asked. Use the command yourself.',
  'refused.remove-of-another':
    'Only the member who asked can remove that answer, or a moderator: a member with Manage Server, or with the role they named.',
  'refused.too-much_one': 'That was a lot at once. Ask again in {{count}} second.',
  'refused.too-much_other': 'That was a lot at once. Ask again in {{count}} seconds.',
  'refused.too-costly': 'That takes me too long to look up. Ask it in fewer words.',
  'refused.too-busy': 'Too many questions are waiting for me just now. Ask again in a minute.',
  'refused.expired': 'This has expired. Use the command again.',
  'went-wrong': 'Something went wrong on my side, and I could not answer. It has been noted.',
  'left-out': '… and {{number}} more that this message has no room for.',

  // The chat in a terminal, whose commands have English names
  'chat.welcome': 'Verbatim answers from {{articles}}. Ask a question, or type /help.',
  'chat.no-article': 'no article yet',
  'chat.connect': 'To connect it to Discord, put DISCORD_TOKEN=… in .env (README, "Connect it to Discord").',
  'chat.help': 'Type a question. I quote the sentence of the article that answers it, or say that none does.',
  'chat.help-search': '/search WORDS: every passage that holds them, in any form',
  'chat.help-quote': '/quote WORDS: whether a quotation is exact, altered, or not in the articles',
  'chat.help-articles': '/articles: the articles, with publisher, date, edition and length',
  'chat.help-sections': '/sections: the sections of each article',
  'chat.help-read':
    '/read SECTION: a section, by number or heading (/read ARTICLE SECTION where there are several articles)',
  'chat.help-who': '/who NAME: all that the articles say of a person, an organisation or a place',
  'chat.help-said': '/said NAME: all that somebody is reported to say',
  'chat.help-timeline': '/timeline: what happened when, in order',
  'chat.which-name': 'Say a name: {{command}} NAME.',
  'chat.help-about': '/about: what I am and which articles I answer from',
  'chat.help-help': '/help: this list',
  'chat.help-quit': '/quit: the end (or Ctrl+D)',
  'chat.unknown-command': 'There is no command {{command}}. /help lists them.',
  'chat.unknown-article': 'There is no article "{{wanted}}". There is: {{articles}}.',
  'chat.which-section': 'Say which section: /read 1, or /read Introduction. /sections lists them.',
  'chat.unknown-section': '"{{article}}" has no section "{{wanted}}". /sections lists them.',
  'chat.more-lines_one': '-- {{count}} more line: Enter goes on, q stops -- ',
  'chat.more-lines_other': '-- {{count}} more lines: Enter goes on, q stops -- ',
} as const
