/** Who speaks in a sentence that reports what somebody said. */
export interface Attribution {
  /** Who is reported to have said it, as the sentence names them. */
  readonly speaker: string | null
  /** Through whom the article has it: "According to the BBC". */
  readonly reporter: string | null
}

const LINK = '(?:of|the|for|al|bin|de|von|van)'
const NAME = String.raw`(?:(?:the|a|an) )?(?!(?:The|A|An|In|On|At|He|She|It|They|We|But|And|That|This|These|Those|Some|Many|Most|Even|Also) )\p{Lu}[\p{L}.’'-]*(?: (?:\p{Lu}[\p{L}.’'-]*|${LINK}))*(?<! ${LINK})`
const SAYS =
  'said|says|claimed|claims|alleged|alleges|argued|argues|told|stated|warned|warns|announced|announces|insisted|insists|denied|denies|called|calls|noted|notes|wrote|writes|explained|explains|cited|cites|accused|accuses|believes?|believed|suggested|suggests|promised|promises|vowed|vows|declared|declares|described|describes|predicted|predicts|complained|complains|admitted|admits|urged|urges'
const MANNER = '(?:(?:also|recently|later|then|has|had|have|once|repeatedly|publicly|already) ){0,2}'

const REPORTER = new RegExp(
  String.raw`\b(?:[Aa]ccording to|[Aa]s reported by) (?<name>(?:[Tt]he )?${NAME})`,
  'u',
)

/** The ways a sentence names its speaker, the surest first. */
const SPEAKERS: readonly RegExp[] = [
  // Yang Jin, a researcher focusing on Central Asia said "…: what stands between explains the name
  new RegExp(
    String.raw`(?<name>${NAME}), (?:an?|the|who|whose|which) [^".“]{1,80}?,? ${MANNER}(?:${SAYS})\b`,
    'u',
  ),
  // Wang also cited; Tokayev alleges
  new RegExp(String.raw`(?<name>${NAME}),? ${MANNER}(?:${SAYS})\b`, 'u'),
  // the President of Kazakhstan, who said
  new RegExp(String.raw`(?<name>${NAME}),? who ${MANNER}(?:${SAYS})\b`, 'u'),
  // "…," said Wang; "…", she said is nobody's name
  new RegExp(`["”’],? (?:said|says|added|adds|explained|explains|wrote|writes) (?<name>${NAME})`, 'u'),
]

/** Whether anything is reported at all: the patterns above take 30 ms to compile, which most quotes need not wait for. */
const REPORTS = new RegExp(`ccording to|s reported by|\\b(?:${SAYS}|added|adds)\\b`)

/**
 * Finds who speaks in a quoted sentence.
 *
 * @param words the quote
 * @returns null where it reports nobody's words
 */
export function attributionOf(words: string): Attribution | null {
  if (!REPORTS.test(words)) return null
  const reporter = REPORTER.exec(words)?.groups?.['name'] ?? null
  const rest = reporter === null ? words : words.slice(words.indexOf(reporter) + reporter.length)
  const speaker =
    SPEAKERS.map((way) => way.exec(rest)?.groups?.['name']?.replace(/\.$/, '')).find(
      (name) => name !== undefined,
    ) ?? null
  return reporter === null && speaker === null ? null : { speaker, reporter }
}
