import type { About } from '../answering/passages-about.js'
import { type Reply, say } from './reply.js'
import type { Wording } from './wording/wording.js'

/** @returns what to show of the passages nearest to what somebody wrote */
export function replyAbout(about: About, wording: Wording): Reply {
  if (about.kind === 'no-articles') return say(wording.text('article.none-loaded'))
  if (about.kind !== 'found') return say(wording.text(`find.${about.kind}`))
  return {
    blocks: [
      { kind: 'note', text: wording.text('find.nearest') },
      ...about.quotes.map((quote) => ({ kind: 'quote', quote, cited: 'fully' }) as const),
    ],
    actions: [],
  }
}
