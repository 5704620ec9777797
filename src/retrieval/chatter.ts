/**
 * What members put around a question and does not belong to it: "ok but … lol", "does anyone know …", "in the first
 * place". Its content words would be searched for and missed.
 */
const BEFORE =
  /^(?:(?:hey|yo|hi|hello|ok|okay|so|well|um+|uh+|hm+|lol|guys|please|pls|plz|btw|just|but|and|like|bro|dude|sorry|wait|actually|seriously|random question|quick question|(?:does|do) (?:anyone|anybody|someone|you) (?:here )?know(?: if| whether)?|(?:can|could|would) (?:you|someone|anyone|somebody|anybody)(?: please)? (?:tell|explain|say|remind)(?: (?:me|us))?(?: to me)?|(?:i(?:'m| am| was)? )?(?:just )?(?:wondering|wonder|curious)(?: about| if| whether)?|any ?(?:idea|one know)s?|tell (?:me|us)|remind me|(?:i want|i'd like|i need) to know|what(?:'s| is) the deal with|what(?:'s| is) up with|according to (?:the|this) article|in (?:the|this) article)\b[\s,:;.!…-]*)+/iu
const BEHIND =
  /(?<![\s,])(?:[\s,]+(?:lol|lmao|rofl|haha+|tho|though|btw|please|pls|plz|thanks|thx|exactly|anyway|again|or what|or something|bro|dude|guys|rn|then|stuff about|all about|about|according to (?:the|this) article|in (?:the|this) article|do you know|does anyone know|\p{Extended_Pictographic}+)(?=[\s,?!.…]|$))+/giu
const NOTHING_MORE = /^[\s?!.…]*$/
const INSIDE =
  /\b(?:in the first place|on earth|the (?:hell|heck|fuck)|(?:stand|stands|stood|short) for|the article|this article|stuff)\b/giu

/** @returns `text` with chatter blanked out, every other character in its place; `text` itself where nothing would be left */
export function withoutChatter(text: string): string {
  const blank = (found: string): string => ' '.repeat(found.length)
  const blankAtEnd = (found: string, at: number, whole: string): string =>
    NOTHING_MORE.test(whole.slice(at + found.length)) ? blank(found) : found
  const left = text.replace(INSIDE, blank).replace(BEHIND, blankAtEnd).replace(BEFORE, blank)
  return /[\p{L}\p{N}]/u.test(left) ? left : text
}
