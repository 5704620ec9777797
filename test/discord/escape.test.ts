import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeText } from '../../src/discord/escape.js'
import { readQuotations } from '../../src/discord/read-back.js'

const quoted = (text: string): string => escapeText(text).replace(/^/gm, '> ')

describe('escapeText', () => {
  it.each([
    '@everyone and @here',
    '<@123456789012345678> <@&1> <#1> <t:1700000000:R> </ask:1> <:a:1> <id:home>',
    '[a link](https://example.org/_x_) and https://example.org',
    'discord.gg/abc and :fire: and 12:30',
    '**bold** _it_ __u__ ~~s~~ ||hidden|| `code` ```fence```',
    '# heading\n## heading\n-# small\n- item\n* item\n+ item\n1. one\n12) two\n> quoted\n>>> quoted',
    '\\*escaped\\* and \\\\',
    '  - indented\n\t# tab',
    '¯\\_(ツ)_/¯',
  ])('lets nothing format, link or mention: %j', (text) => {
    expect(readQuotations(quoted(text))).toEqual([text])
  })

  it('leaves ordinary prose nearly as it is, since notifications show the marks', () => {
    const prose =
      'Russian-led forces (CSTO) said: "We left on January 2, 2022." It is 1,782 km long; 50% more!'
    expect(escapeText(prose)).toBe(prose)
  })

  it('shows any text as its own characters', () => {
    const marks = fc.constantFrom(
      ...'\\`*_~|<>[]()@#:/.-+! \n',
      '1',
      'a',
      '-# ',
      '> ',
      '1. ',
      'é',
      '\u202e',
      '😀',
    )
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: marks, minLength: 1 }), fc.string({ unit: 'grapheme', minLength: 1 })),
        (text) => {
          expect(readQuotations(quoted(text))).toEqual([text])
        },
      ),
      { numRuns: 2000 },
    )
  })
})

describe('readQuotations', () => {
  it.each([
    '> see [this](https://x.org)',
    '> hi @everyone',
    '> <@1>',
    '> *so*',
    '> # big',
    '> - item',
    '> 1. item',
  ])('notices a mark that is still live: %s', (content) => {
    expect(readQuotations(content)).toEqual([null])
  })

  it('reads each quotation apart from what stands between', () => {
    expect(readQuotations('> one\n-# cited\n> two\n> lines\nend')).toEqual(['one', 'two\nlines'])
  })
})
