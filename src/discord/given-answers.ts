/** The bot's answer to a question: where it stands. */
export interface GivenAnswer {
  readonly channel: string
  readonly message: string
  /** When the question it answers was last edited, in milliseconds; null where it never was. */
  readonly asOf: number | null
}

/** Which answer belongs to which question: ids alone, those of the last questions, while the process runs. */
export interface GivenAnswers {
  knows(question: string): boolean
  /**
   * Does something about the answer to a question, after all that was begun about it before has ended.
   *
   * @param work finds in `kept` the answer that stands, and leaves there the one that stands then
   */
  about<Outcome>(question: string, work: (kept: Kept) => Promise<Outcome>): Promise<Outcome>
}

export interface Kept {
  answer: GivenAnswer | null
}

/** Far more than anybody edits or deletes soon after; a few hundred kilobytes. */
const MOST_REMEMBERED = 2000

export function createGivenAnswers(): GivenAnswers {
  const questions = new Map<string, { readonly kept: Kept; last: Promise<unknown> }>()
  return {
    knows: (question) => questions.has(question),
    about(question, work) {
      const known = questions.get(question) ?? { kept: { answer: null }, last: Promise.resolve() }
      questions.set(question, known)
      const [oldest] = questions.size > MOST_REMEMBERED ? questions.keys() : []
      if (oldest !== undefined) questions.delete(oldest)
      const done = known.last.then(() => work(known.kept))
      const last = done
        .catch(() => undefined)
        .then(() => {
          if (known.last === last && known.kept.answer === null) questions.delete(question)
        })
      known.last = last
      return done
    },
  }
}
