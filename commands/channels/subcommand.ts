import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  type Guild,
  type GuildBasedChannel,
} from 'discord.js'
import type { Call, Options, Services } from '../../src/discord/command.js'
import { described } from '../../src/discord/described.js'
import { type Reply, say } from '../../src/reply/reply.js'
import type { CommandPart } from '../../src/reply/wording/translation.js'
import { channelNamed, channelOption, PLACES } from '../channel-option.js'

/** One subcommand of `/channels`. */
export interface Subcommand {
  readonly data: APIApplicationCommandSubcommandOption
  run(call: ServerCall, services: Services): Promise<Reply>
}

export interface ServerCall extends Call {
  readonly guild: Guild
}

/** A subcommand that concerns one channel or category: its first option. */
export const inPlace = (
  part: CommandPart,
  options: readonly APIApplicationCommandBasicOption[],
  run: (place: GuildBasedChannel, call: ServerCall, services: Services) => Promise<Reply>,
): Subcommand => ({
  data: {
    type: ApplicationCommandOptionType.Subcommand,
    ...described(part),
    options: [channelOption(PLACES), ...options],
  },
  async run(call, services) {
    const place = channelNamed(call.guild, call.options, PLACES)
    return place === null ? say(services.wording.text('channels.choose-channel')) : run(place, call, services)
  },
})

/** @returns the number given for an option, within its bounds: Discord checks it against what was registered, maybe long ago */
export function integerIn(
  { min_value, max_value }: { readonly min_value: number; readonly max_value: number },
  options: Options,
  name: string,
): number | null {
  const given = options.getInteger(name)
  return given === null ? null : Math.min(Math.max(given, min_value), max_value)
}
