/** Discord's objects as they travel, as far as a bot that quotes articles meets them. */

export interface RawUser {
  id: string
  username: string
  global_name: string | null
  discriminator: string
  avatar: string | null
  bot: boolean
  system: boolean
  public_flags: number
}

export interface RawMember {
  user: RawUser
  nick: string | null
  avatar: string | null
  roles: string[]
  joined_at: string
  premium_since: string | null
  deaf: boolean
  mute: boolean
  flags: number
  pending: boolean
  communication_disabled_until: string | null
}

export interface RawRole {
  id: string
  name: string
  color: number
  colors: { primary_color: number; secondary_color: null; tertiary_color: null }
  hoist: boolean
  icon: string | null
  unicode_emoji: string | null
  position: number
  permissions: string
  managed: boolean
  mentionable: boolean
  flags: number
  tags?: { bot_id: string }
}

export interface RawOverwrite {
  id: string
  /** 0 for a role, 1 for a member. */
  type: 0 | 1
  allow: string
  deny: string
}

export interface Channel {
  id: string
  type: number
  flags: number
  last_message_id: string | null
  guild_id?: string
  name?: string
  position?: number
  parent_id?: string | null
  topic?: string | null
  nsfw?: boolean
  rate_limit_per_user?: number
  permission_overwrites?: RawOverwrite[]
  available_tags?: unknown[]
  owner_id?: string
  message_count?: number
  member_count?: number
  total_message_sent?: number
  thread_metadata?: {
    archived: boolean
    auto_archive_duration: number
    archive_timestamp: string
    locked: boolean
    create_timestamp: string
    invitable?: boolean
  }
  recipients?: RawUser[]
}

export interface RawAttachment {
  id: string
  filename: string
  size: number
  url: string
  proxy_url: string
  content_type: string
  ephemeral?: boolean
}

export interface RawSelectOption {
  label: string
  value: string
  description?: string
  default?: boolean
}

export interface RawComponent {
  type: number
  id?: number
  custom_id?: string
  style?: number
  label?: string
  description?: string
  url?: string
  disabled?: boolean
  content?: string
  placeholder?: string
  min_values?: number
  max_values?: number
  options?: RawSelectOption[]
  components?: RawComponent[]
  component?: RawComponent
  accessory?: RawComponent
  value?: unknown
  values?: string[]
}

export interface RawEmbed {
  title?: string
  description?: string
  url?: string
  color?: number
  footer?: { text: string }
  author?: { name: string }
  fields?: { name: string; value: string; inline?: boolean }[]
}

export interface RawMessage {
  id: string
  channel_id: string
  author: RawUser
  content: string
  timestamp: string
  edited_timestamp: string | null
  tts: boolean
  mention_everyone: boolean
  mentions: RawUser[]
  mention_roles: string[]
  attachments: RawAttachment[]
  embeds: RawEmbed[]
  components: RawComponent[]
  pinned: boolean
  type: number
  flags: number
  nonce?: string | number
  webhook_id?: string
  application_id?: string
  message_reference?: { type: number; message_id: string; channel_id: string; guild_id?: string }
  referenced_message?: RawMessage | null
  thread?: Channel
  interaction_metadata?: Record<string, unknown>
  interaction?: Record<string, unknown>
}

/** The parts of a message body that the double looks into; the rest it only stores or checks. */
export interface MessageBody {
  content?: string | null
  embeds?: RawEmbed[] | null
  components?: RawComponent[] | null
  attachments?: { id: string; filename?: string; description?: string }[] | null
  flags?: number | null
  tts?: boolean | null
  nonce?: string | number | null
  enforce_nonce?: boolean | null
  allowed_mentions?: AllowedMentions | null
  message_reference?: {
    message_id: string
    channel_id?: string | null
    fail_if_not_exists?: boolean | null
    type?: number | null
  } | null
  sticker_ids?: string[] | null
  poll?: unknown
}

export interface AllowedMentions {
  parse?: string[] | null
  users?: string[] | null
  roles?: string[] | null
  replied_user?: boolean | null
}

/** A guild as the double keeps it. */
export interface Guild {
  readonly id: string
  name: string
  ownerId: string
  locale: string
  /** False for a server where only a member has the app, and the bot sees nothing. */
  botIn: boolean
  available: boolean
  readonly joinedAt: string
  readonly roles: Map<string, RawRole>
  readonly channels: Map<string, Channel>
  readonly members: Map<string, RawMember>
}

export const MessageFlag = {
  suppressEmbeds: 4,
  hasThread: 32,
  ephemeral: 64,
  loading: 128,
  silent: 4096,
  componentsV2: 32768,
}

export const isThread = (channel: Channel): boolean => channel.thread_metadata !== undefined

/** All of a message's components, those inside others included, in the order they are shown. */
export function everyComponent(components: readonly RawComponent[]): RawComponent[] {
  return components.flatMap((component) => [
    component,
    ...everyComponent([
      ...(component.components ?? []),
      ...(component.component ? [component.component] : []),
      ...(component.accessory ? [component.accessory] : []),
    ]),
  ])
}

export function userPayload(id: string, name: string, bot: boolean): RawUser {
  return {
    id,
    username: bot ? name : name.toLowerCase().replaceAll(/[^a-z0-9_.]/g, '_'),
    global_name: bot ? null : name,
    discriminator: bot ? '0001' : '0',
    avatar: null,
    bot,
    system: false,
    public_flags: 0,
  }
}

export function memberPayload(user: RawUser, roles: readonly string[], joinedAt: string): RawMember {
  return {
    user,
    nick: null,
    avatar: null,
    roles: [...roles],
    joined_at: joinedAt,
    premium_since: null,
    deaf: false,
    mute: false,
    flags: 0,
    pending: false,
    communication_disabled_until: null,
  }
}

export function rolePayload(id: string, name: string, position: number, permissions: bigint): RawRole {
  return {
    id,
    name,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    position,
    permissions: String(permissions),
    managed: false,
    mentionable: false,
    flags: 0,
  }
}

/** What REST tells about a guild. */
export function guildPayload(guild: Guild): Record<string, unknown> {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    splash: null,
    discovery_splash: null,
    description: null,
    banner: null,
    features: [],
    owner_id: guild.ownerId,
    region: 'deprecated',
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: null,
    system_channel_flags: 0,
    widget_enabled: false,
    widget_channel_id: null,
    verification_level: 1,
    default_message_notifications: 1,
    explicit_content_filter: 2,
    mfa_level: 0,
    nsfw_level: 0,
    nsfw: false,
    max_members: 500_000,
    max_presences: null,
    max_video_channel_users: 25,
    max_stage_video_channel_users: 50,
    premium_tier: 0,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
    preferred_locale: guild.locale,
    rules_channel_id: null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    application_id: null,
    vanity_url_code: null,
    hub_type: null,
    incidents_data: null,
    roles: [...guild.roles.values()],
    emojis: [],
    stickers: [],
  }
}

/**
 * What the gateway tells about a guild: the same, and everything in it. Of the members only the bot itself,
 * since that is all Discord sends to a session without the presence intent.
 */
export function guildCreatePayload(guild: Guild, botId: string): Record<string, unknown> {
  const channels = [...guild.channels.values()]
  return {
    ...guildPayload(guild),
    joined_at: guild.joinedAt,
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    channels: channels.filter((channel) => !isThread(channel)),
    threads: channels.filter((channel) => isThread(channel) && channel.thread_metadata?.archived === false),
    members: [...guild.members.values()].filter(({ user }) => user.id === botId),
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    activity_instances: [],
  }
}
