import { type Article, slice } from '../article/article.js'
import type { LabelledQuestion } from './labelled-question.js'
import { createRandom } from './random.js'

/**
 * Makes the questions that people ask of anybody and anything ("Where was X born?", "Did X resign?") about names that stand
 * in an article which does not say: near-misses as they come in, whose names all match and whose deed is nowhere.
 */
export function questionsOnAnyName(articles: readonly Article[], group: (article: Article) => string) {
  const random = createRandom(17)
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)]
  return articles.flatMap((article): LabelledQuestion[] => {
    const names = namesIn(article)
    const asked = new Set<string>()
    const most = Math.min(60, 4 + article.paragraphs.length)
    for (let at = 0; at < most; at++) {
      const [form, told] = pick(COMMON) ?? ['', /./]
      const [name, other] = [pick(names), pick(names)]
      if (name === undefined || other === undefined || name === other) continue
      const about = form.includes('Y') ? [name, other] : [name]
      if (tells(article, about, told)) continue
      asked.add(form.replace('X', name).replace('Y', other))
    }
    return [...asked].map((words) => ({
      words,
      article: article.id,
      gold: null,
      group: group(article),
      from: 'common',
    }))
  })
}

const NAME = /(?<=[a-z,;] )(?:the )?\p{Lu}\p{L}+(?: (?:of )?\p{Lu}\p{L}+){0,2}/gu
const namesIn = ({ text }: Article): string[] => [...new Set(text.match(NAME) ?? [])]

/** Whether a paragraph that has the last word of every name has the deed too. */
function tells({ text, paragraphs }: Article, names: readonly string[], told: RegExp): boolean {
  const last = names.map((name) => name.slice(name.lastIndexOf(' ') + 1))
  return paragraphs.some(({ span }) => {
    const words = slice(text, span)
    return told.test(words) && last.some((name) => words.includes(name))
  })
}

/** What is asked of X, and of X and Y, and words of which one stands where it is told. */
const COMMON: readonly (readonly [string, RegExp])[] = [
  ['When was X born?', /\bborn|birth/i],
  ['Where was X born?', /\bborn|birth|native/i],
  ['How old is X?', /\bage|years old|born/i],
  ["What is X's age?", /\bage|years old|born/i],
  ['When did X die?', /\bdie|death|dead|kill/i],
  ['Who is X married to?', /\bmarr|wife|husband|spouse/i],
  ['How many children does X have?', /\bchild|son|daughter/i],
  ['Where did X study?', /\bstud|school|universit|college|educat/i],
  ['When was X elected?', /\belect|vote/i],
  ['Did X resign?', /\bresign|step|quit|left office/i],
  ['Why did X resign?', /\bresign|step|quit|left office/i],
  ['Who succeeded X?', /\bsucce|replac|follow/i],
  ['When was X founded?', /\bfound|establish|creat|form|start|began/i],
  ['Who founded X?', /\bfound|establish|creat|form|start|began/i],
  ['Who owns X?', /\bown|belong|propert|bought|acqui/i],
  ['Who is the leader of X?', /\blead|head|chief|president|king|ruler/i],
  ['Who is the president of X?', /\bpresident|lead|head/i],
  ['Who is the prime minister of X?', /\bprime|premier/i],
  ['Who is the mayor of X?', /\bmayor/i],
  ['What is the population of X?', /\bpopulat|inhabit|people|million/i],
  ['How many people live in X?', /\bpopulat|inhabit|people|million|live/i],
  ['What is the capital of X?', /\bcapital/i],
  ['What is the official language of X?', /\blanguag|speak/i],
  ['How big is X?', /\bsquare|area|acre|hectare|size|km/i],
  ['How far is X from Y?', /\bmile|kilomet|km|distan|far/i],
  ['How many people were killed in X?', /\bkill|die|dead|death|casualt/i],
  ['How many people were injured in X?', /\binjur|wound|hurt|casualt/i],
  ['Who was arrested in X?', /\barrest|detain|custody|jail|prison/i],
  ['Which airports were closed in X?', /\bairport|flight/i],
  ['Was a state of emergency declared in X?', /\bemergenc/i],
  ['Was the internet shut down in X?', /\binternet|online|web/i],
  ['What did X say about Y?', /\bsa(?:id|y|ys)|claim|stat|argu|told|according/i],
  ['What did X promise Y?', /\bpromis|pledg|vow|offer|assur/i],
  ['Did X meet Y?', /\bmet|meet|visit|encounter/i],
  ['When did X visit Y?', /\bvisit|travel|trip|went|came/i],
  ['When did X leave Y?', /\bleft|leav|depart|withdr|mov/i],
  ['Why did X leave Y?', /\bleft|leav|depart|withdr|mov/i],
  ['Did X send troops to Y?', /\btroop|soldier|army|forces|sent/i],
  ['How many troops did X send to Y?', /\btroop|soldier|army|forces|sent/i],
  ['When did X invade Y?', /\binva|attack|conquer|occup/i],
  ['When did X annex Y?', /\bannex|conquer|occup|incorporat/i],
  ['Why did X attack Y?', /\battack|assault|inva|fought|war/i],
  ['Why did X oppose Y?', /\boppos|against|reject|resist|critici/i],
  ['Why does X support Y?', /\bsupport|back|endors|favo/i],
  ['What sanctions did X impose on Y?', /\bsanction|embargo/i],
  ['How did X respond to Y?', /\brespon|react|repl|answer/i],
  ['Did X condemn Y?', /\bcondemn|denounc|critici/i],
  ['Who won X?', /\bw[io]n|victor|defeat|beat/i],
  ['How much did X cost?', /\bcost|price|million|billion|spen|paid|\$|£|€/i],
  ['How much money did X give to Y?', /\bmoney|million|billion|gave|giv|fund|donat|\$|£|€/i],
  ["What is X's salary?", /\bsalar|wage|paid|earn/i],
  ['What is the website of X?', /\bwebsite|online|internet/i],
  ["What is X's phone number?", /\bphone|telephone/i],
  ['When did X end?', /\bend|finish|clos|stop|cease|until/i],
  ['How long did X last?', /\blast|year|month|day|hour|until|for /i],
  ['What is the weather like in X?', /\bweather|climat|rain|temperat/i],
  ['What is the currency of X?', /\bcurren|dollar|euro|pound|franc|coin/i],
  ['Is X a member of Y?', /\bmember|join|belong/i],
  ['What books did X write?', /\bbook|wrote|writ|publish|novel/i],
  ['Which team does X play for?', /\bteam|club|play/i],
  ['Who plays X in the film?', /\bfilm|movie|actor|play|star/i],
  ['What colour is X?', /\bcolou?r|red|blue|green|white|black/i],
]
