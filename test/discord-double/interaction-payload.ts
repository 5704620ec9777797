import type { Channel, RawMessage, RawUser } from './payloads.js'
import { bitsOf, IN_DIRECT_MESSAGES } from './permissions.js'
import type { Stage } from './stage.js'
import { type World, withoutUser } from './world.js'

/** Who makes an interaction, where, and how they came by the application. */
export interface Occasion {
  readonly user: RawUser
  readonly channel: Channel
  readonly locale: string
  /** Installed by the user alone, not by the server. */
  readonly userInstalled: boolean
}

export const InteractionType = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const

/** What Discord lets a user-installed application do in a server it is not in. */
const AS_GUEST = bitsOf(['EmbedLinks', 'AttachFiles', 'MentionEveryone', 'UseExternalEmojis'])

/** An interaction as the gateway delivers it, whole. */
export function interactionPayload(
  stage: Stage,
  { user, channel, locale, userInstalled }: Occasion,
  type: number,
  data: Record<string, unknown>,
  message?: RawMessage,
): Record<string, unknown> {
  const { world } = stage
  const guild = world.guildOf(channel)
  const member = guild?.members.get(user.id)
  if (guild && member === undefined) throw new Error(`${user.username} is no member of ${guild.name}.`)
  const permissions = String(world.permissionsIn(channel, user.id))
  const inGuild =
    guild && member
      ? {
          guild_id: guild.id,
          guild_locale: guild.locale,
          guild: { id: guild.id, locale: guild.locale, features: [] },
          member: { ...withoutUser(member), user, permissions },
        }
      : { user }
  // In a direct message with the bot, an installation in a server shows as "0".
  const owners = userInstalled ? { 1: user.id } : { 0: guild?.id ?? '0' }
  const id = stage.snowflake()
  return structuredClone({
    id,
    application_id: stage.applicationId,
    type,
    token: `${Buffer.from(`interaction:${id}`).toString('base64url')}.canary-interaction`,
    version: 1,
    data,
    ...inGuild,
    channel_id: channel.id,
    channel: { ...withoutOverwrites(channel), ...(guild ? { permissions } : {}) },
    ...(message ? { message } : {}),
    locale,
    app_permissions: String(appPermissions(world, channel)),
    context: guild ? 0 : channel.type === 1 ? 1 : 2,
    authorizing_integration_owners: owners,
    entitlements: [],
    attachment_size_limit: 10_485_760,
  })
}

/** What the application may do in a channel. */
export function appPermissions(world: World, channel: Channel): bigint {
  const guild = world.guildOf(channel)
  if (guild === undefined) return IN_DIRECT_MESSAGES
  return guild.botIn ? world.permissionsIn(channel, world.bot.id) : AS_GUEST
}

/** A channel as it stands in an interaction: its overwrites are not told. */
export function withoutOverwrites({
  permission_overwrites: _,
  ...channel
}: Channel): Omit<Channel, 'permission_overwrites'> {
  return channel
}
