import { ApplicationIntegrationType, InteractionContextType } from 'discord.js'

/** Where Discord offers a command. Every command says it, since Discord's defaults follow a switch in its portal. */
export interface UsableWhere {
  readonly integration_types: ApplicationIntegrationType[]
  readonly contexts: InteractionContextType[]
}

/**
 * In servers and in direct messages; and for members who installed the bot for themselves, also in servers it is not in
 * and in messages among people, where no server's settings apply.
 */
export const EVERYWHERE: UsableWhere = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
}

/** In servers it was added to: what is about a server's settings. */
export const IN_SERVERS: UsableWhere = {
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild],
}
