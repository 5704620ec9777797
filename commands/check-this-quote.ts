import { ApplicationCommandType } from 'discord.js'
import type { MenuEntry } from '../src/discord/command.js'
import { named } from '../src/discord/described.js'
import { EVERYWHERE } from '../src/discord/usable-where.js'
import { quotationOfMessage } from '../src/discord/words-of-message.js'
import { replyToQuotation } from '../src/reply/quotation-reply.js'
import { idsOf } from './article-option.js'

export default {
  data: { type: ApplicationCommandType.Message, ...named('menu.check'), ...EVERYWHERE },
  does: 'menu.check-does',

  run: (content, { answerer, checkQuotation, layout, wording }) =>
    replyToQuotation(checkQuotation(quotationOfMessage(content), idsOf(answerer.articles)), layout, wording),
} satisfies MenuEntry
