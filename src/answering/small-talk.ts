/** What is said to the bot and asks nothing of the articles. */
export type SmallTalk = 'greeting' | 'thanks' | 'help'

/**
 * Tells greetings, thanks and calls for help from questions, so they get a short human reply and never a quote.
 *
 * @param words what was typed
 * @returns which it is, or null when there is more to it
 */
export function smallTalk(words: string): SmallTalk | null {
  const bare = words
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/[^\p{L}\s']/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (HELP.test(bare) || RUSSIAN_HELP.test(bare)) return 'help'
  if (GREETING.test(bare) || RUSSIAN_GREETING.test(bare)) return 'greeting'
  return THANKS.test(bare) || RUSSIAN_THANKS.test(bare) ? 'thanks' : null
}

const TO_WHOM = `(?: (?:there|bot|verbatim|all|everyone|everybody|guys|folks|again|you|so|very|much|a|lot|for|the|help|that))*`
const HELP = new RegExp(
  `^(?:(?:please )?help(?: me)?(?: please)?|commands?|usage|what can you do|how do you work|how (?:do|can) i (?:ask|start|use (?:you|this|it))(?: (?:you )?(?:a question|something))?|what (?:can|should|do) i (?:ask|do|say|type))${TO_WHOM}$`,
)
const GREETING = new RegExp(
  `^(?:hi|hello|hey|yo|howdy|hiya|greetings|good (?:morning|afternoon|evening|day|night)|how are you|what's up|whats up|sup|bye|goodbye|(?:who|what) are you|are you (?:there|real|human|alive|a bot|a human|an ai)|who made you|nice to meet you)${TO_WHOM}$`,
)
const THANKS = new RegExp(
  `^(?:ok |okay |great |cool |many )?(?:thanks|thank|thx|ty|cheers|good bot|nice one|nice|great|cool|ok|okay|lol|lmao|haha|well done|good job|perfect|awesome|wow|yes|no|yeah|nope)${TO_WHOM}$`,
)

const RUSSIAN_HELP =
  /^(?:помощь|помоги|помогите|команды|что ты (?:умеешь|можешь)|как (?:тебя )?(?:спросить|спрашивать)|как (?:ты|это) работае(?:шь|т))(?: (?:бот|пожалуйста|мне))*$/
const RUSSIAN_GREETING =
  /^(?:привет|приветик|здравствуй|здравствуйте|добрый (?:день|вечер)|доброе утро|хай|салют|пока|до свидания|как дела|кто ты)(?: (?:всем|бот|тебе|снова|друзья))*$/
const RUSSIAN_THANKS =
  /^(?:ок |окей |да |отлично |большое |огромное )?(?:спасибо|спс|благодарю|хорошо|отлично|супер|класс|круто|молодец|понятно|ясно|ок|окей|да|нет|ага)(?: (?:большое|огромное|за|помощь|бот|тебе|всем))*$/
