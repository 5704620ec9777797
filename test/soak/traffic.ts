import type { DiscordDouble } from '../discord-double/double.js'
import type { InteractionHandle } from '../discord-double/interaction-handle.js'
import type { Person } from '../discord-double/person.js'
import type { ChannelHandle } from '../discord-double/places.js'
import type { Ledger } from './ledger.js'

const QUESTIONS = [
  'When did the protests begin?',
  'What did President Tokayev call the riots?',
  'How long is the border between China and Kazakhstan?',
  'Who is the Chinese foreign minister?',
  'Which countries compete over Central Asia?',
  'What are the three evil forces?',
  'Why did people protest?',
  'Who won the World Cup in 2018?',
  'Where do most Kazakhs live?',
  'hello',
]
const NAMES = ['Tokayev', 'China', 'Wang', 'Rus', 'Kaz', 'x']
const BUTTONS = ['In context', 'More', 'Why this?']
const MEMBERS = 3

interface Server {
  /** Where mentions are answered. */
  readonly general: ChannelHandle
  /** What moderators set and set again. */
  readonly other: ChannelHandle
  readonly owner: Person
  readonly members: readonly Person[]
  /** The modes that may be set in `other`: two where a change was not confirmed. */
  modes: readonly string[]
  changing: boolean
}

/** Asks as members do: commands, buttons, typing, direct messages, mentions and settings. */
export function createTraffic(discord: DiscordDouble, size: number, random: () => number, ledger: Ledger) {
  const pick = <Thing>(things: readonly Thing[]): Thing =>
    things[Math.floor(random() * things.length)] as Thing
  const servers = Array.from({ length: size }, (_, number): Server => {
    const guild = discord.addGuild({ name: `Server ${number}` })
    return {
      general: guild.addChannel({ name: 'general' }),
      other: guild.addChannel({ name: 'other' }),
      owner: guild.owner,
      members: Array.from({ length: MEMBERS }, (_, at) =>
        guild.addMember({ name: `member ${number}-${at}` }),
      ),
      modes: [],
      changing: false,
    }
  })
  /** Answers of late with buttons under them. */
  const answered: { readonly handle: InteractionHandle; readonly person: Person }[] = []

  async function ask(): Promise<void> {
    const { general, members } = pick(servers)
    const person = pick(members)
    const question = pick(QUESTIONS)
    const handle = await person.runs('/ask', { question, private: random() < 0.5 }, { in: general })
    ledger.interaction('/ask', handle)
    const { buttons } = await handle.response({ timeout: 10_000 })
    if (BUTTONS.every((label) => buttons.some((button) => button.label === label)))
      answered.push({ handle, person })
    if (answered.length > 50) answered.shift()
  }

  async function press(): Promise<void> {
    const found = answered.length === 0 ? undefined : pick(answered)
    if (found === undefined) return ask()
    ledger.interaction('button', await found.person.presses(found.handle, pick(BUTTONS)))
  }

  async function type(): Promise<void> {
    const { general, members } = pick(servers)
    const handle = await pick(members).typing('/who', { name: pick(NAMES) }, { in: general, focused: 'name' })
    ledger.interaction('autocomplete', handle)
  }

  async function read(): Promise<void> {
    const { general, members } = pick(servers)
    const command = pick(['/help', '/sections', '/timeline', '/about'])
    ledger.interaction('other command', await pick(members).runs(command, {}, { in: general }))
  }

  async function writePrivately(): Promise<void> {
    const person = pick(pick(servers).members)
    const { id, channelId } = await person.directMessage(pick(QUESTIONS))
    ledger.message('direct message', id, channelId)
  }

  async function mention(): Promise<void> {
    const server = pick(servers)
    if (!set.has(server)) return writePrivately()
    const { id, channelId } = await pick(server.members).says(server.general, pick(QUESTIONS), {
      mentionsBot: true,
    })
    ledger.message('mention', id, channelId)
  }

  async function talk(): Promise<void> {
    const { general, members } = pick(servers)
    await pick(members).says(general, pick(['Good morning', 'See you at the pier', pick(QUESTIONS)]))
  }

  async function change(): Promise<void> {
    const server = pick(servers)
    if (server.changing) return read()
    server.changing = true
    const mode = pick(['mention', 'off'])
    const { owner, other, general } = server
    const handle = await owner.runs('/channels add', { channel: other, mode }, { in: general })
    ledger.interaction('setting', handle)
    const saved = await handle.response({ timeout: 20_000 }).then(
      ({ content }) => content.startsWith('Saved'),
      () => false,
    )
    server.modes = saved ? [mode] : [...server.modes, ...(server.modes.length === 0 ? [''] : []), mode]
    server.changing = false
  }

  /** @returns what `/channels list` shows; null where it is not answered, however often it is asked */
  async function list(owner: Person, general: ChannelHandle): Promise<string | null> {
    for (let time = 0; time < 20; time++) {
      const handle = await owner.runs('/channels list', {}, { in: general })
      const shown = await handle.response({ timeout: 5000 }).catch(() => null) // a busy machine may be late
      if (shown !== null) return shown.content
    }
    return null
  }

  const set = new Set<Server>()
  /** Of fifty things that are asked. */
  const mix = [
    ...Array<() => Promise<void>>(17).fill(ask),
    ...Array<() => Promise<void>>(7).fill(press),
    ...Array<() => Promise<void>>(8).fill(type),
    ...Array<() => Promise<void>>(5).fill(read),
    ...Array<() => Promise<void>>(4).fill(writePrivately),
    ...Array<() => Promise<void>>(4).fill(mention),
    ...Array<() => Promise<void>>(3).fill(talk),
    ...Array<() => Promise<void>>(2).fill(change),
  ]

  return {
    /** Lets mentions be answered in a hundred servers. */
    async setUp(): Promise<void> {
      for (const server of servers.slice(0, 100)) {
        const { owner, general } = server
        const handle = await owner.runs(
          '/channels add',
          { channel: general, mode: 'mention' },
          { in: general },
        )
        await handle.response({ timeout: 20_000 })
        set.add(server)
      }
    },
    /** Asks one thing; what becomes of it is for the ledger. */
    async next(): Promise<void> {
      await pick(mix)().catch(() => undefined) // no answer to go on from
    },
    /** Looks whether every change that was called saved is there. */
    async checkSettings(): Promise<{ readonly violations: string[]; readonly report: string[] }> {
      const changed = servers.filter(({ modes }) => modes.length > 0)
      const violations: string[] = []
      for (const { owner, general, other, modes } of changed) {
        const content = await list(owner, general)
        if (content === null) {
          violations.push('what is set could not be looked up')
          break
        }
        const line = content.split('\n').find((one) => one.includes(other.name)) ?? ''
        const shown = line.includes('off') ? 'off' : line.includes('mention') ? 'mention' : ''
        if (!modes.includes(shown)) violations.push(`a setting was lost: ${modes} became "${line}"`)
      }
      return {
        violations,
        report: [`settings: ${changed.length} servers changed, ${violations.length} lost`],
      }
    },
  }
}
