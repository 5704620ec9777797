declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  const stemmer: { stem(word: string): string }
  export default stemmer
}

declare module 'natural/lib/natural/tokenizers/regexp_tokenizer.js' {
  export class RegexpTokenizer {
    constructor(options: { pattern: RegExp; gaps: boolean })
    tokenize(text: string): string[] | null
  }
}

declare module 'natural/lib/natural/spellcheck/spellcheck.js' {
  export default class Spellcheck {
    constructor(words: readonly string[])
    edits(word: string): string[]
  }
}
