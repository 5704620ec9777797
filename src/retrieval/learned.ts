import { createBackground } from './background.js'
import backgroundCounts from './background.json' with { type: 'json' }
import { createBridges } from './bridges.js'
import frequentEnglishWords from './frequent-english-words.json' with { type: 'json' }
import knownWords from './known-words.json' with { type: 'json' }
import { once } from './once.js'
import { createRanker } from './ranker.js'
import rankerWeights from './ranker.json' with { type: 'json' }
import type { Knowledge } from './retrieval.js'
import { createThesaurus } from './thesaurus.js'
import thesaurus from './thesaurus.json' with { type: 'json' }
import { createWordFilter } from './word-filter.js'
import { createWordVectors } from './word-vectors.js'
import wordVectors from './word-vectors.json' with { type: 'json' }

/** What `npm run train` learned: Node 20.19 and later import JSON without a warning, and tsc copies it to dist. */
export const LEARNED: Knowledge = {
  ranker: createRanker(rankerWeights),
  background: createBackground(backgroundCounts),
  related: createBridges(createThesaurus(thesaurus.related)),
  isEnglish: createWordFilter(knownWords),
  isCommon: createWordFilter(frequentEnglishWords),
  vectors: once(() => createWordVectors(wordVectors)),
}
