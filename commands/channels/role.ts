import { ApplicationCommandOptionType } from 'discord.js'
import { described } from '../../src/discord/described.js'
import { say } from '../../src/reply/reply.js'
import type { Subcommand } from './subcommand.js'

export const role: Subcommand = {
  data: {
    type: ApplicationCommandOptionType.Subcommand,
    ...described('/channels role'),
    options: [{ type: ApplicationCommandOptionType.Role, ...described('/channels role role') }],
  },

  async run({ options, guild, managesServer }, { servers, wording }) {
    if (!managesServer) return say(wording.text('channels.role-needs-manage-server'))
    const named = options.getRole('role')
    if (named === null) {
      await servers.nameModeratorRole(guild.id, null)
      return say(wording.text('channels.role-unset'))
    }
    const known = guild.roles.cache.get(named.id)
    // @everyone, who has the server's id, are not moderators; and an id alone may be any server's
    if (known === undefined || known.guild.id !== guild.id || known.id === guild.id)
      return say(wording.text('channels.role-unfit'))
    await servers.nameModeratorRole(guild.id, known.id)
    return say(wording.text('channels.role-set', { role: known.name }), wording.text('channels.role-hidden'))
  },
}
