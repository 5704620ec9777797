import type { Command, MenuEntry } from '../src/discord/command.js'
import about from './about.js'
import articles from './articles.js'
import ask from './ask.js'
import channels from './channels.js'
import checkThisQuote from './check-this-quote.js'
import findInArticles from './find-in-articles.js'
import help from './help.js'
import privacy from './privacy.js'
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
  privacy,
  channels,
  simulate,
  status,
]

/** Every entry of the menu of a message, in the order `/help` shows them. */
export const menu: readonly MenuEntry[] = [findInArticles, checkThisQuote]

/** All that Discord is told of. */
export const offered: readonly (Command | MenuEntry)[] = [...commands, ...menu]
