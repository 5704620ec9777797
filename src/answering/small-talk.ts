/**
 * Tells greetings and thanks from questions, so they get a short human reply and never a quote.
 *
 * @param words what was typed
 * @returns which of the two it is, or null when there is more to it
 */
export function smallTalk(words: string): 'greeting' | 'thanks' | null {
  const bare = words
    .toLowerCase()
    .replace(/[^\p{L}\s']/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (GREETING.test(bare) || RUSSIAN_GREETING.test(bare)) return 'greeting'
  return THANKS.test(bare) || RUSSIAN_THANKS.test(bare) ? 'thanks' : null
}

const TO_WHOM = `(?: (?:there|bot|verbatim|all|everyone|everybody|guys|folks|again|you|so|very|much|a|lot|for|the|help|that))*`
const GREETING = new RegExp(
  `^(?:hi|hello|hey|yo|howdy|hiya|greetings|good (?:morning|afternoon|evening|day|night)|how are you|what's up|whats up|sup|bye|goodbye|(?:who|what) are you|are you (?:there|real|human|alive|a bot|a human|an ai)|what can you do|how do you work|who made you|nice to meet you)${TO_WHOM}$`,
)
const THANKS = new RegExp(
  `^(?:ok |okay |great |cool |many )?(?:thanks|thank|thx|ty|cheers|good bot|nice one|nice|great|cool|ok|okay|lol|lmao|haha|well done|good job|perfect|awesome|wow|yes|no|yeah|nope)${TO_WHOM}$`,
)

const RUSSIAN_GREETING =
  /^(?:привет|приветик|здравствуй|здравствуйте|добрый (?:день|вечер)|доброе утро|хай|салют|пока|до свидания|как дела|кто ты|что ты умеешь)(?: (?:всем|бот|тебе|снова|друзья))*$/
const RUSSIAN_THANKS =
  /^(?:ок |окей |да |отлично |большое |огромное )?(?:спасибо|спс|благодарю|хорошо|отлично|супер|класс|круто|молодец|понятно|ясно|ок|окей|да|нет|ага)(?: (?:большое|огромное|за|помощь|бот|тебе|всем))*$/
