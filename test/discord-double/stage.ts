import type { Commands } from './commands.js'
import type { Gateway } from './gateway.js'
import type { Interactions } from './interactions.js'
import type { RawAttachment } from './payloads.js'
import type { Problem } from './problems.js'
import type { RecordedRequest, UploadedFile } from './rest.js'
import type { Watch } from './waiting.js'
import type { World } from './world.js'

/** All that the people of a test act upon. */
export interface Stage {
  readonly world: World
  readonly gateway: Gateway
  readonly commands: Commands
  readonly interactions: Interactions
  readonly watch: Watch
  readonly applicationId: string
  readonly problems: readonly Problem[]
  readonly requests: readonly RecordedRequest[]
  readonly now: () => number
  snowflake(): string
  keepFile(file: UploadedFile): RawAttachment
}

/** What the bot did lately, for the message of a wait that ran out. */
export function recentDoings({ requests, problems }: Stage): string {
  const asked = requests.slice(-8).map(({ route, status, body }) => {
    const words = body === undefined ? '' : ` ${JSON.stringify(body).slice(0, 200)}`
    return `  ${route} -> ${status ?? 'no answer'}${words}`
  })
  const noted = problems.slice(-5).map(({ where, what }) => `  ${where}: ${what}`)
  return [
    asked.length === 0 ? 'The bot made no request.' : 'The last requests of the bot:',
    ...asked,
    ...(noted.length === 0 ? [] : ['Problems:', ...noted]),
  ].join('\n')
}
