import { describe, expect, it } from 'vitest'
import { type Import, refusedImports } from './lint.js'

describe('the rooms', () => {
  it('may not import what lies behind them on the way, and may what lies before', () => {
    const refused: Import[] = [
      ['src/article', '../retrieval/question.js'],
      ['src/article', '../mentions/speech.js'],
      ['src/mentions', '../retrieval/question.js'],
      ['src/retrieval', '../answering/quote.js'],
      ['src/retrieval', 'node:fs'],
      ['src/answering', 'node:fs'],
      ['src/answering', '../reply/reply.js'],
      ['src/reply', '../discord/render.js'],
      ['src/store', '../reply/reply.js'],
      ['src/discord', '../retrieval/question.js'],
      ['src/terminal', '../discord/render.js'],
      ['src/discord', '../../commands/ask.js'],
      ['src/discord', '../metrics/metrics.js'],
      ['src/metrics', '../store/store.js'],
      ['src/worker', '../discord/bot.js'],
      ['commands', '../src/retrieval/question.js'],
      ['src/retrieval', 'natural'],
    ]
    const allowed: Import[] = [
      ['src/answering', '../retrieval/question.js'],
      ['src/retrieval', 'node:zlib'],
      ['src/answering', 'node:zlib'],
    ]
    expect(
      refusedImports([...allowed, ...refused]).map(([folder, specifier]) => [folder, specifier]),
    ).toEqual(refused)
  })
})
