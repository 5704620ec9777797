/**
 * What stands around a name in a sentence that reports speech. The verbs are English, so letters are ASCII wherever a
 * name cannot stand: Unicode classes take V8 twenty times as long to compile, and a cold `ask` waits for that.
 */

const REPORTED_CLAUSE = String.raw`(?=:|,? ["“]| that\b| [a-z]+ that\b| (?:in|to|at|on) [^,.;:]{1,60}(?: that\b|:|, ["“]))`
const ITS_OBJECT = 'the|an?|his|her|its|their|him|them|other|["“]|[A-Z]'

/** Verbs of saying, each with what must or must not follow, since many of them do other work as well. */
const SAYS = [
  String.raw`(?:said|says|say)\b(?! to (?:be|have)\b)`,
  String.raw`(?:allege[sd]?|argue[sd]?|contend(?:s|ed)|assert(?:s|ed)|insist(?:s|ed)|remark(?:s|ed)|complain(?:s|ed)|comment(?:s|ed)|replie[sd]|predict(?:s|ed)|point(?:s|ed) out|vow(?:s|ed)|state[sd]|warn(?:s|ed))\b(?! (?:by|as)\b)`,
  // France claimed Louisiana; Yale admitted women; a firm reported a loss
  `(?:claim(?:s|ed)?|declare[sd]?|believe[sd]?|maintain(?:s|ed)?|conclude[sd]?|observe[sd]?|report(?:s|ed)|estimate[sd]?|propose[sd]?|recommend(?:s|ed)|note[sd]?|admit(?:s|ted)|acknowledge[sd]?|thinks?|thought|suggest(?:s|ed)|stress(?:es|ed)|emphasi[sz]e[sd]|writes?|wrote|add(?:s|ed)|confirm(?:s|ed)|reveal(?:s|ed)|explain(?:s|ed)?|denie[sd]|announce[sd]?|promise[sd]?)${REPORTED_CLAUSE}`,
  '(?:denie[sd]|announce[sd]?|promise[sd]?|explain(?:s|ed)) (?=the|an?|his|her|its|their|any|why|how|to|plans)',
  String.raw`(?:cite[sd]|urge[sd]|accuse[sd]) (?=${ITS_OBJECT})(?!(?:by|as|of)\b)`,
  String.raw`(?:tells|told) (?!by\b|in\b|of\b|to\b)`,
  `ask(?:s|ed) (?=for|that|whether|why|how|${ITS_OBJECT})`,
  String.raw`call(?:s|ed) (?:for|on|upon)\b`,
  // the riots an attempted coup; but not "a meeting", nor "the area Cassay"
  String.raw`call(?:s|ed) (?!by\b|an?\b)(?:(?!of|in|at|for|who|that)[\w’'-]+ ){1,3}(?:an? |["“])`,
  'call(?:s|ed) (?:that|this|it) ["“]',
  'describe[sd] (?=[^.,;:]{1,80} as )',
  '(?:spoke|speaks) of (?:an? |the )?(?=["“])',
  String.raw`(?:denie[sd]) (?=everything|it\b|this\b|that\b|having\b)`,
].join('|')

const MANNER =
  '(?:(?:also|recently|later|then|has|had|have|once|again|further|even|himself|herself|itself|already|now|first|nevertheless|therefore|only|still|simply|just|[a-z]+ly) ){0,3}'
const PLAIN = '[^,;:.“”"()]'
/** "Olympia Snowe of Maine", "John Thornton (1998)" */
const FURTHER = String.raw`(?: (?:of|from|at) (?:the )?[A-Z][\w.]+(?: (?:of |for |and )?(?:the )?[A-Z][\w.]+)*)?(?: \([^)]{1,40}\))?`
/** "Ola Brandt, *the mayor*, said"; "Ola Brandt, *45*, said" */
const APPOSITION = `, (?:\\d{2}|[a-z]${PLAIN}{1,90}),`

/** What follows the name of who speaks: a verb of saying, at once or behind a description. */
export const SPEAKS = new RegExp(
  `^${FURTHER}(?:(?:,? who|${APPOSITION})? ${MANNER}(?:${SAYS})|, (?:said|says|argues|argued|stated|warned|insisted)\\b)`,
)
/** The same behind a name that is itself an apposition: "Her lawyer, Ola Brandt, told reporters". */
export const SPEAKS_APART = new RegExp(`^${FURTHER}(?: \\([^)]{1,40}\\))?, ${MANNER}(?:${SAYS})`)
/** Verbs that close what was said before them: "…," Ola Brandt explained. "Without it, Ola Brandt fears, all is lost." */
const CLOSES =
  'said|says|wrote|writes|argue[sd]|explain(?:ed|s)|add(?:ed|s)|replie[sd]|recall(?:ed|s)|warn(?:ed|s)|thinks?|thought|believe[sd]|fear(?:ed|s)|insist(?:ed|s)|claim(?:ed|s)|admit(?:ted|s)|concede[sd]|note[sd]|state[sd]|complain(?:ed|s)|joke[sd]|remark(?:ed|s)|observe[sd]|estimate[sd]|reckon(?:ed|s)|predict(?:ed|s)|announce[sd]|declare[sd]|report(?:ed|s)|suggest(?:ed|s)|maintain(?:ed|s)|confirm(?:ed|s)|point(?:ed|s) out|put it'
export const SPEAKS_LAST = new RegExp(
  `^${FURTHER},? ${MANNER}(?:${CLOSES})(?:[,.;]|$| (?:later|afterwards|yesterday|on|in|at)\\b)`,
)
/** "Yang Jin, a China researcher focusing on Central Asia said": the comma that would end the description is missing. */
export const SPEAKS_UNCLOSED = new RegExp(`^, (?:an?|the) (${PLAIN}{1,80}?) (?:said|says)\\b`)

/** Whether anything may be reported at all, told by plain words: most text need not be read further. */
export const REPORTS =
  /ccording to|s reported by|\b(?:sa(?:id|ys?)|alleg|spoke|speaks|fear|hope|concede|joke|recall|reckon|argu|contend|assert|insist|remark|complain|comment|repli|predict|point|vow|stat|warn|claim|declar|belie|maintain|conclu|observ|report|estimat|propos|recommend|note|admit|acknowledg|thinks?|thought|suggest|stress|emphasi|writes?|wrote|add|confirm|reveal|expla|denie|announc|promis|cite|urge|accus|tells?|told|ask|call|describ)/

/** What stands before the name of who speaks: a clause begins there. */
export const CLAUSE_STARTS =
  /(?:^|[,;:(—–]|["“”‘’])\s*["“‘(]?$|\b(?:[Tt]hat|[Aa]nd|[Bb]ut|[Aa]s|[Ww]hen|[Ww]hile|[Bb]ecause|[Aa]lthough|[Tt]hough|[Ww]hereas|[Ii]f|[Ww]here|[Aa]fter|[Bb]efore|[Ss]ince|[Uu]ntil|[Ss]o|[Tt]han|[Ww]hat|[Ww]hich|[Hh]ow|[Ww]hy|or|[Mm]eanwhile|[Hh]owever|[Tt]hen|like)\s["“‘(]?$|^(?:In|On|By|Since|During|Around)\s[^,;:]*\d{4}s?\s$/

/** "…," said the mayor Ola Brandt. The last word before the name, where there is one, is the second group. */
export const SAID_BY = new RegExp(
  String.raw`(?:["”’][,.]?|,) (?:${CLOSES}) (?:(?:the|its|his|her|their) )?(?:(?:[\w-]+ ){0,3}?([\w-]+) )?$`,
)
/** "…," said the spokeswoman of the ministry, Ola Brandt. The group is what describes her. */
export const SAID_BY_WHO = new RegExp(
  String.raw`(?:["”’][,.]?|,) (?:${CLOSES}) (?:the|its|his|her|their|an?) ([^,;:"“”]{2,80}), (?:(?:the|an?) (?:[\w-]+ ){1,4})?$`,
)
export const ENDS = /^(?:[,.;:]|$|\s(?:in|at|on|during|to|after|when|who|last|of)\b)/

const SOURCE =
  '(?:report|study|survey|poll|analysis|statement|estimate|article|paper|data|figure|statistic|research|review|history|biography)s?'
/** "according to the BBC", "… to a report by the BBC", "… to the writer Ann Lee"; the group is what describes the name. */
export const REPORTED_BY = new RegExp(
  `\\b(?:[Aa]ccording to|[Aa]s reported by) (?:the )?(?:(?:an? |the )?(?:\\d{4} )?(?:[\\w-]+ ){0,2}?${SOURCE} (?:[a-z]+ ){0,3}?(?:by|from) (?:the )?|(?:an? )?(?:[\\w-]+ ){0,3}?([\\w-]+) )?$`,
)
/** What may follow the name of who reports, other than a noun that it describes: "IPCC guidelines". */
export const FOLLOWS =
  /^(?:and|or|but|on|at|by|for|with|as|to|who|which|that|the|an?|there|it|he|she|they|this|these|in|between|from|during|when|while|about|over|more|most|only|all|some|his|her|its|their|is|are|was|were|has|had)$/

const DETERMINER = '(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir) '
const IN_ROLE = `(?!of |for |at |from |in |${DETERMINER})[\\w-]{1,30}`
/** "the President of Kazakhstan", where the name is Kazakhstan's and the speaker is not; the group is the office. */
export const ROLE_OF = new RegExp(
  `(?<![\\w-])${DETERMINER}(?:${IN_ROLE} ){0,4}?(${IN_ROLE}) (?:of|for|at|from|in) (?:the )?$`,
)

/** "A spokesman for the ministry" before the name of who that is; the group is the office. */
export const OFFICE_BEFORE = new RegExp(
  `(?:^|[,;:(—–]|["“”]) ?(?:(?:${DETERMINER})?(?:${IN_ROLE} ){0,3}?(${IN_ROLE}) (?:of|for|at|from|in) (?:the |an? |its |their )?(?:[\\w.’'&-]+ ){1,6})$`,
)
/** Words after which a name still belongs to what stands before. */
export const GOES_ON =
  /(?:\b(?:of|for|at|from|in|on|by|with|to|and|the|an?|its|their|his|her|nearby|near)|['’]s?) $/u

/** Up to a pronoun that may speak: at the start, behind a quotation, or in ", he said". */
export const PRONOUN =
  /^(?:["“][^"”]*["”],?\s)?(?:[Hh]e|[Ss]he)(?=\s)|["”],?\s(?:he|she)(?=\s)|,\s(?:as\s)?(?:he|she)(?=\s(?:said|says|added|adds|explain(?:ed|s)|admit(?:ted|s)|warn(?:ed|s)|claim(?:ed|s)|argue[sd]|thinks|point(?:ed|s)\sout)\b)/
/** Pronouns of men, and of women. */
export const OF_MEN = /\b(?:he|him|his|himself)\b/iu
export const OF_WOMEN = /\b(?:she|her|hers|herself)\b/iu
