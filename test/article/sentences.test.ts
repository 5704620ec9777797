import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitSentences } from '../../src/article/sentences.js'

const split = (text: string): string[] =>
  splitSentences(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end))

describe('splitSentences', () => {
  it.each<[string, string[]]>([
    ['a country in letters', ['The U.S. Army left on Jan. 2 at noon.', 'It came back.']],
    [
      'a country at the end',
      ['He went to the U.S. in May.', 'They stayed in the U.S.', 'The road was shut.'],
    ],
    ['titles', ['Mr. Tan met Gen. Ola Brandt and Dr. Venn.', 'Mrs. Venn did not come.']],
    ['initials', ['J. R. Venn wrote to M. Tan.', 'She answered.']],
    ['decimals and thousands', ['It is 1,782 kilometers long and 3.5 wide.', '75% of it is rock.']],
    ['quotation marks after the stop', ['He said "we will stay."', '"We will not," she said.', 'It rained.']],
    ['a question inside a quotation', ['"Why did you go?" he asked.', 'Nobody knew.']],
    ['said inside quotes', ['"It is over," Venn said. "We lost."'.split(' "We')[0] ?? '', '"We lost."']],
    ['an ellipsis that goes on', ['He waited... and then he left.', 'Nobody came.']],
    ['a year at the end', ['It burned in 2005. '.trim(), '22 houses were lost.']],
    ['court cases', ['In Reed v. Reed the court agreed.', 'It was new.']],
    ['footnote marks', ['The light was dark.[1][2]', 'It stayed so.']],
    ['a forgotten blank', ['The storm came.', 'The light went out.']],
    ['numbers of things', ['See No. 5 and p. 12 for more.', 'The end.']],
    [
      'a company',
      ['Venn Inc. built it.', 'Tan Co. The rest is known.'.split(' The')[0] ?? '', 'The rest is known.'],
    ],
  ])('keeps %s', (what, sentences) => {
    const joined = sentences.join(what === 'a forgotten blank' ? '' : ' ')
    expect(split(joined)).toEqual(sentences)
  })

  it('parts bullets by their lines, and joins lines that were only wrapped', () => {
    expect(split('The list:\n- one thing\n- another thing\n• a third')).toEqual([
      'The list:',
      '- one thing',
      '- another thing',
      '• a third',
    ])
    expect(split('The light was\ndark. It stayed\nso.')).toEqual(['The light was\ndark.', 'It stayed\nso.'])
  })

  it('ends sentences that are not written in Latin letters', () => {
    expect(split('光は消えた。誰も来なかった。')).toEqual(['光は消えた。', '誰も来なかった。'])
    expect(split('Свет погас. Никто не пришёл.')).toEqual(['Свет погас.', 'Никто не пришёл.'])
  })

  it('tiles every paragraph: in order, trimmed, nothing between but white space', () => {
    const prose = fc.string({
      unit: fc.constantFrom(
        'a',
        'B',
        '. ',
        '.',
        '? ',
        '"',
        ' ',
        '\n',
        'Mr. ',
        'U.S. ',
        '1',
        '[1]',
        '- ',
        '。',
        '…',
        '👍',
      ),
      maxLength: 60,
    })
    fc.assert(
      fc.property(fc.oneof(prose, fc.string({ unit: 'binary' })), (text) => {
        const spans = splitSentences(text, { start: 0, end: text.length })
        let at = 0
        for (const { start, end } of spans) {
          expect(text.slice(at, start).trim()).toBe('')
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim())
          expect(end).toBeGreaterThan(start)
          at = end
        }
        expect(text.slice(at).trim()).toBe('')
      }),
    )
  })
})
