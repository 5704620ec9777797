/**
 * @param words a message
 * @returns whether it asks something: it ends a sentence in a question mark, or opens with a question word
 */
export const looksLikeQuestion = (words: string): boolean =>
  /\?\s*$|\?\s/u.test(words) || OPENS.test(words.trim())

const OPENS =
  /^(?:(?:so|but|and|ok|okay|hey|hi|wait|um|yo)[,\s]+)*(?:who|whom|whose|what|which|when|where|why|how|is it true|does anyone know|anyone know)\b/i
