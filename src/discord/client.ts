import { Client, GatewayIntentBits, Options, Partials } from 'discord.js'
import { askDiscord } from './ask-discord.js'
import { type LoginWatch, withinLoginBudget } from './login-budget.js'

/** What is asked of Discord; message content only where some channel listens, since it needs a switch in the portal. */
export function intentsFor(listening: boolean): GatewayIntentBits[] {
  const needed = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages]
  return listening ? [...needed, GatewayIntentBits.MessageContent] : needed
}

/** discord.js would repeat a request for ever on a 429 that names no time, and wait for an hour on one that says so. */
const LONGEST_RATE_LIMIT_MS = 10_000

/**
 * @param apiUrl Discord's, or that of any server that speaks its API
 * @returns a client that is not connected yet: no mention of its fires, and it keeps in memory only what is needed
 */
export function createClient(
  apiUrl: string,
  intents: readonly GatewayIntentBits[],
  logins: LoginWatch,
): Client {
  return new Client({
    intents,
    ws: { buildIdentifyThrottler: withinLoginBudget(logins) },
    partials: [Partials.Channel], // direct messages are dropped silently without it
    allowedMentions: { parse: [], repliedUser: false },
    enforceNonce: true,
    failIfNotExists: false,
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0, // members' words are not kept
      ReactionManager: 0,
      PresenceManager: 0,
      VoiceStateManager: 0,
      GuildMemberManager: { maxSize: 100, keepOverLimit: ({ id, client }) => id === client.user.id },
      UserManager: { maxSize: 100, keepOverLimit: ({ id, client }) => id === client.user?.id },
    }),
    rest: {
      api: apiUrl,
      timeout: 5000,
      retries: 0, // without a pause: careful-requests.ts tries again
      invalidRequestWarningInterval: 100,
      makeRequest: askDiscord,
      rejectOnRateLimit: ({ retryAfter }) => !(retryAfter > 0) || retryAfter > LONGEST_RATE_LIMIT_MS,
    },
  })
}
