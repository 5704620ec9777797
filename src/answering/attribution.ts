/** Who speaks in a sentence that reports what somebody said. */
export interface Attribution {
  /** Who is reported to have said it, as the sentence names them. */
  readonly speaker: string | null
  /** Through whom the article has it: "According to the BBC". */
  readonly reporter: string | null
}

const NAME = String.raw`(?:(?:the|a|an) )?(?:\p{Lu}[\p{L}.’'-]*)(?: (?:\p{Lu}[\p{L}.’'-]*|of|the|for|al|bin|de|von|van))*(?<! (?:of|the|for|al|bin|de|von|van))`
const SAYS =
  'said|says|claimed|claims|alleged|alleges|argued|argues|told|stated|states|added|adds|warned|warns|announced|announces|insisted|insists|denied|denies|called|noted|notes|wrote|writes|explained|explains|cited|accused'

const REPORTER = new RegExp(String.raw`\bAccording to (?<name>${NAME})`, 'u')
const SPEAKER = new RegExp(
  String.raw`(?<name>${NAME})(?:,[^,.]{1,80},| [\p{L} ]{1,60}?)?,? (?:(?:also|recently|later|then|has|had) ){0,2}(?:${SAYS})\b`,
  'u',
)

/**
 * Finds who speaks in a quoted sentence.
 *
 * @param words the quote
 * @returns null where it reports nobody's words
 */
export function attributionOf(words: string): Attribution | null {
  const reporter = REPORTER.exec(words)?.groups?.['name'] ?? null
  const rest = reporter === null ? words : words.slice(words.indexOf(reporter) + reporter.length)
  const speaker = SPEAKER.exec(rest)?.groups?.['name'] ?? null
  return reporter === null && speaker === null ? null : { speaker, reporter }
}
