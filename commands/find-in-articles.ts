import { ApplicationCommandType } from 'discord.js'
import { passagesAbout } from '../src/answering/passages-about.js'
import type { MenuEntry } from '../src/discord/command.js'
import { named } from '../src/discord/described.js'
import { EVERYWHERE } from '../src/discord/usable-where.js'
import { wordsOfMessage } from '../src/discord/words-of-message.js'
import { replyAbout } from '../src/reply/about-reply.js'

export default {
  data: { type: ApplicationCommandType.Message, ...named('menu.find'), ...EVERYWHERE },
  does: 'menu.find-does',

  run: async (content, { answerer, wording }) =>
    replyAbout(await passagesAbout(wordsOfMessage(content), answerer), wording),
} satisfies MenuEntry
