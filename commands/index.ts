import type { Command } from '../src/discord/command.js'
import about from './about.js'
import articles from './articles.js'
import ask from './ask.js'
import channels from './channels.js'
import help from './help.js'
import quote from './quote.js'
import read from './read.js'
import said from './said.js'
import search from './search.js'
import sections from './sections.js'
import simulate from './simulate.js'
import status from './status.js'
import timeline from './timeline.js'
import who from './who.js'

/** Every command the bot offers, in the order `/help` shows them. */
export const commands: readonly Command[] = [
  ask,
  search,
  quote,
  sections,
  read,
  who,
  said,
  timeline,
  articles,
  about,
  help,
  channels,
  simulate,
  status,
]
