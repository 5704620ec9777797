import {
  ActionRowBuilder,
  ButtonBuilder,
  type ButtonInteraction,
  ButtonStyle,
  Client,
  type ClientOptions,
  Events,
  GatewayIntentBits,
  type Interaction,
  type Message,
  MessageFlags,
  ModalBuilder,
  Partials,
  REST,
  Routes,
  TextChannel,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { settableClock } from './discord-double/clock.js'
import { type DiscordDouble, startDiscordDouble } from './discord-double/double.js'

const { Guilds, GuildMessages, DirectMessages, MessageContent, GuildMembers } = GatewayIntentBits

describe('the double of Discord', () => {
  const clock = settableClock()
  const clients: Client[] = []
  const faults: unknown[] = []
  let discord: DiscordDouble

  beforeEach(async () => {
    discord = await startDiscordDouble({ now: clock.now })
  })

  afterEach(async () => {
    for (const client of clients.splice(0)) await client.destroy()
    const { problems } = discord
    await discord.close()
    expect(problems).toEqual([])
    expect(faults.splice(0)).toEqual([])
  })

  /** A client as the bot makes it: pinging nobody, and able to receive direct messages. */
  function createClient(options: Partial<ClientOptions> = {}): Client<true> {
    const client = new Client({
      intents: [Guilds, GuildMessages, DirectMessages, MessageContent],
      partials: [Partials.Channel],
      allowedMentions: { parse: [], repliedUser: false },
      enforceNonce: true,
      ...options,
      rest: { api: discord.apiUrl, retries: 0, ...options.rest },
    })
    client.on(Events.Error, (error) => faults.push(error))
    clients.push(client)
    return client as Client<true>
  }

  async function connect(options: Partial<ClientOptions> = {}): Promise<Client<true>> {
    const client = createClient(options)
    const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve))
    await client.login(discord.token)
    await ready
    await discord.ready()
    return client
  }

  /** Has the client handle each interaction of one kind. */
  function on(client: Client, handle: (interaction: Interaction) => Promise<unknown>): void {
    client.on(Events.InteractionCreate, (interaction) => {
      handle(interaction).catch((error) => faults.push(error))
    })
  }

  /** The next of an event's first arguments that the client hears. */
  const hears = (client: Client, event: string): Promise<unknown> =>
    new Promise((resolve) => client.once(event, resolve))

  const heard = (client: Client): Message[] => {
    const messages: Message[] = []
    client.on(Events.MessageCreate, (message) => messages.push(message))
    return messages
  }

  describe('gateway', () => {
    it('logs a client in and fills its cache', async () => {
      const guild = discord.addGuild({ name: 'Harbour', botPermissions: ['ManageMessages'] })
      const channel = guild.addChannel({ name: 'general' })
      const thread = channel.addThread({ name: 'tides' })
      channel.denyBot('SendMessages')
      const client = await connect()

      const cached = client.guilds.cache.get(guild.id)
      const text = cached?.channels.cache.get(channel.id)
      expect(client.user.id).toBe(discord.botUser.id)
      expect(client.application.id).toBe(discord.applicationId)
      expect(cached?.name).toBe('Harbour')
      expect(cached?.members.me?.permissions.has('ManageMessages')).toBe(true)
      expect(cached?.channels.cache.has(thread.id)).toBe(true)
      expect(text?.isTextBased() && text.permissionsFor(client.user)?.has('SendMessages')).toBe(false)
      expect(discord.gateway.identifies).toMatchObject([{ token: 'ok', shard: [0, 1] }])
    })

    it('tells of servers and channels that are added, go down, return and go', async () => {
      const client = await connect()
      const guild = discord.addGuild({ name: 'Later' })
      const channel = guild.addChannel({ name: 'news', type: 'announcement' })
      await discord.settled({ quiet: 0 })
      expect(client.guilds.cache.get(guild.id)?.channels.cache.get(channel.id)?.name).toBe('news')

      guild.goesDown()
      await discord.settled({ quiet: 0 })
      expect(client.guilds.cache.get(guild.id)?.available).toBe(false)
      guild.comesBack()
      channel.rename('tidings')
      await discord.settled({ quiet: 0 })
      expect(client.guilds.cache.get(guild.id)?.available).toBe(true)
      expect(client.guilds.cache.get(guild.id)?.channels.cache.get(channel.id)?.name).toBe('tidings')
      guild.removesBot()
      await discord.settled({ quiet: 0 })
      expect(client.guilds.cache.has(guild.id)).toBe(false)
    })

    it('closes with 4014 when an intent is asked for that the portal does not allow', async () => {
      const client = createClient({ intents: [Guilds, GuildMembers] })
      await expect(client.login(discord.token)).rejects.toThrow('disallowed intents')
    })

    it("closes with a code of the test's choice, only for a given intent", async () => {
      discord.gateway.closeOnIdentify(4014, { whenIntent: MessageContent })
      await expect(createClient().login(discord.token)).rejects.toThrow('disallowed intents')
      await connect({ intents: [Guilds] })
      expect(discord.gateway.identifies).toHaveLength(2)
    })

    it('refuses a wrong token before and on the gateway', async () => {
      await expect(createClient().login('wrong')).rejects.toThrow('invalid token')
      expect(discord.gateway.connections).toBe(0)
      expect(discord.requests[0]).toMatchObject({ authorization: 'wrong', status: 401 })
    })

    it('tells a session only what its intents cover', async () => {
      const guild = discord.addGuild({ name: 'Harbour' })
      const channel = guild.addChannel({ name: 'general' })
      const mara = guild.addMember({ name: 'Mara' })
      const client = await connect({ intents: [Guilds, DirectMessages] })
      const messages = heard(client)
      await mara.says(channel, 'unheard')
      await mara.directMessage('heard')
      await discord.settled({ quiet: 0 })
      expect(messages.map(({ content }) => content)).toEqual(['heard'])
    })

    it('replays what was missed, once, after a drop', async () => {
      const guild = discord.addGuild({ name: 'Harbour' })
      const channel = guild.addChannel({ name: 'general' })
      const mara = guild.addMember({ name: 'Mara' })
      const client = await connect()
      const messages = heard(client)
      await mara.says(channel, 'before')
      await discord.settled({ quiet: 0 })

      const resumed = hears(client, Events.ShardResume)
      discord.gateway.drop()
      await mara.says(channel, 'meanwhile')
      await resumed
      await discord.settled({ quiet: 0 })
      expect(messages.map(({ content }) => content)).toEqual(['before', 'meanwhile'])
      expect(discord.gateway.identifies).toHaveLength(1)
      expect(discord.gateway.sessions).toMatchObject([{ resumes: 1 }])
    })

    it('asks to reconnect, and is resumed', async () => {
      const client = await connect()
      const resumed = hears(client, Events.ShardResume)
      discord.gateway.askToReconnect()
      await resumed
      expect(discord.gateway.identifies).toHaveLength(1)
    })

    it('takes a client that gets no acknowledgement back', async () => {
      discord.gateway.heartbeatInterval = 200
      const client = await connect()
      const resumed = hears(client, Events.ShardResume)
      discord.gateway.stopAcknowledging()
      await resumed
      expect(discord.gateway.sessions).toMatchObject([{ resumes: 1 }])
    })

    it('refuses upgrades with a status', async () => {
      discord.gateway.refuseUpgrades(503)
      await expect(createClient().login(discord.token)).rejects.toThrow('503')
      expect(discord.gateway.connections).toBe(0)
    })

    it('delivers anything at all when asked to', async () => {
      const client = await connect()
      const raw = hears(client, Events.Raw)
      discord.gateway.dispatch('NEW_KIND_OF_EVENT', { strange: true })
      expect(await raw).toMatchObject({ t: 'NEW_KIND_OF_EVENT', d: { strange: true } })
    })
  })

  describe('messages', () => {
    it('go both ways, in servers and in private', async () => {
      const guild = discord.addGuild({ name: 'Harbour' })
      const channel = guild.addChannel({ name: 'general' })
      const mara = guild.addMember({ name: 'Mara' })
      const client = await connect()
      client.on(Events.MessageCreate, async (message) => {
        if (!message.author.bot) await message.reply(`${message.content}!`)
      })

      const asked = await mara.says(channel, 'ahoy')
      await mara.directMessage('psst')
      const reply = await discord.nextMessage({ in: channel })
      expect(reply).toMatchObject({ content: 'ahoy!', replyTo: asked.id, pings: [], author: 'Verbatim' })
      expect((await discord.nextMessage({ in: mara })).content).toBe('psst!')
      expect(channel.messages().map(({ content }) => content)).toEqual(['ahoy', 'ahoy!'])
      await expect(discord.nextMessage({ in: channel, timeout: 20 })).rejects.toThrow('Waited 20 ms')
    })

    it('come without their words to a session without the intent, but for what is meant for the bot', async () => {
      const guild = discord.addGuild({ name: 'Harbour' })
      const channel = guild.addChannel({ name: 'general' })
      const mara = guild.addMember({ name: 'Mara' })
      discord.registerCommands([{ name: 'ask', description: 'Ask' }])
      const client = await connect({ intents: [Guilds, GuildMessages, DirectMessages] })
      on(client, async (interaction) => interaction.isRepliable() && interaction.reply('An answer'))
      const text = client.channels.cache.get(channel.id)
      if (!text?.isSendable()) throw new Error('The channel is not in the cache.')
      const regular = await text.send('A message of my own')
      const answered = await (await mara.runs('/ask', {}, { in: channel })).response()
      await discord.settled({ quiet: 0 })
      const messages = heard(client)

      await mara.says(channel, 'among ourselves')
      await mara.says(channel, 'hello @bot', { mentionsBot: true })
      await mara.says(channel, 'a reply', { replyTo: regular })
      await mara.says(channel, 'a reply without a ping', { replyTo: regular, ping: false })
      await mara.says(channel, 'a reply to an answer', { replyTo: answered })
      await mara.directMessage('in private')
      await discord.settled({ quiet: 0 })
      expect(messages.map(({ content }) => content)).toEqual([
        '',
        `hello ${discord.mention}`,
        'a reply',
        '',
        '',
        'in private',
      ])
    })

    it('are stored once when they carry the same nonce', async () => {
      const channel = discord.addGuild({ name: 'Harbour' }).addChannel({ name: 'general' })
      const client = await connect()
      const text = client.channels.cache.get(channel.id)
      if (!text?.isSendable()) throw new Error('The channel is not in the cache.')
      discord.rest.script('POST /channels/:id/messages', [{ status: 500, after: 'accepted' }])
      const message = { content: 'once', nonce: '1', enforceNonce: true }
      await expect(text.send(message)).rejects.toThrow()
      await text.send(message)
      expect(channel.messages()).toHaveLength(1)
    })

    it('are refused where the bot may not write', async () => {
      const guild = discord.addGuild({ name: 'Harbour' })
      const channel = guild.addChannel({ name: 'general' })
      const client = await connect()
      const text = client.channels.cache.get(channel.id)
      if (!text?.isSendable()) throw new Error('The channel is not in the cache.')
      channel.denyBot('SendMessages')
      await expect(text.send('hello')).rejects.toMatchObject({ status: 403, code: 50013 })
      channel.denyBot('ViewChannel')
      await expect(text.send('hello')).rejects.toMatchObject({ status: 403, code: 50001 })
      channel.allowBot('SendMessages', 'ViewChannel')
      await text.send('hello')
    })

    it('can be files, edited and deleted, and be read again', async () => {
      const channel = discord.addGuild({ name: 'Harbour' }).addChannel({ name: 'general' })
      const client = await connect()
      const text = client.channels.cache.get(channel.id)
      if (!text?.isSendable()) throw new Error('The channel is not in the cache.')
      const sent = await text.send({ files: [{ attachment: Buffer.from('words'), name: 'article.txt' }] })
      const [file] = (await discord.nextMessage()).files
      expect(file).toMatchObject({ name: 'article.txt', size: 5 })
      expect(await (await fetch(file?.url ?? '')).text()).toBe('words')
      const edit = discord.nextEdit(sent)
      await sent.edit('edited')
      expect((await edit).content).toBe('edited')
      expect(discord.message(sent)).toMatchObject({ content: 'edited', edited: true })
      expect((await text.messages.fetch({ limit: 5 })).map(({ content }) => content)).toEqual(['edited'])
      const thread = await sent.startThread({ name: 'more' })
      await thread.send('in the thread')
      expect((await discord.nextMessage({ in: thread })).content).toBe('in the thread')
      await sent.delete()
      expect(discord.message(sent)).toBeUndefined()
    })

    it('begin one thread each, of which the message tells', async () => {
      const guild = discord.addGuild({ name: 'Harbour' })
      const channel = guild.addChannel({ name: 'general' })
      const mara = guild.addMember({ name: 'mara' })
      const client = await connect()
      const text = client.channels.cache.get(channel.id)
      if (!(text instanceof TextChannel)) throw new Error('The channel is not in the cache.')
      const updated = hears(client, Events.MessageUpdate)
      const question = await mara.says(channel, 'When did it begin?')
      const open = (name: string) => text.threads.create({ name, startMessage: question.id })
      await text.messages.fetch(question.id)

      await expect(open('')).rejects.toMatchObject({ status: 400, code: 50035 })
      expect(discord.takeProblems()).not.toEqual([])
      const thread = await open('When?')
      expect(thread.id).toBe(question.id)
      await updated
      expect(discord.message(question)?.raw).toMatchObject({ flags: 32, edited_timestamp: null })
      await expect(open('When, again?')).rejects.toMatchObject({ status: 400, code: 160004 })
      channel.denyBot('CreatePublicThreads')
      const other = await mara.says(channel, 'And when did it end?')
      await expect(text.threads.create({ name: 'End', startMessage: other.id })).rejects.toMatchObject({
        status: 403,
        code: 50013,
      })
    })

    it('open a post in a forum, whose id the first one has', async () => {
      const guild = discord.addGuild({ name: 'Harbour' })
      const forum = guild.addChannel({ name: 'questions', type: 'forum' })
      const mara = guild.addMember({ name: 'mara' })
      const client = await connect()
      const told = heard(client)
      const question = await mara.posts(forum, 'The lantern', 'When did it begin?')
      await discord.settled({ quiet: 0 })
      expect(question.channelId).toBe(question.id)
      expect(told.map(({ id }) => id)).toEqual([question.id])
      expect(told[0]?.channel).toMatchObject({ id: question.id, name: 'The lantern', parentId: forum.id })
    })

    it('open an archived thread again, and are neither written nor edited in a locked one', async () => {
      const guild = discord.addGuild({ name: 'Harbour' })
      const thread = guild.addChannel({ name: 'general' }).addThread({ name: 'tides' })
      const mara = guild.addMember({ name: 'mara' })
      const client = await connect()
      const channel = client.channels.cache.get(thread.id)
      if (!channel?.isSendable()) throw new Error('The thread is not in the cache.')
      const sent = await channel.send('hello')
      thread.archive()
      await expect(sent.edit('changed')).rejects.toMatchObject({ status: 400, code: 50083 })
      await mara.says(thread, 'is it high tide?')
      expect(thread.raw.thread_metadata?.archived).toBe(false)
      await sent.edit('changed')
      thread.lock()
      await expect(mara.says(thread, 'and now?')).rejects.toThrow('locked')
      await expect(sent.edit('again')).rejects.toMatchObject({ status: 400, code: 160005 })
      await expect(channel.send('again')).rejects.toMatchObject({ status: 400, code: 160005 })
      await sent.delete()
    })

    it('can be sent to people who take them', async () => {
      const mara = discord.addPerson({ name: 'Mara' })
      const client = await connect()
      const user = await client.users.fetch(mara.id)
      await user.send('good news')
      expect((await discord.nextMessage({ in: mara })).content).toBe('good news')
      mara.closesDirectMessages()
      await expect(user.send('more news')).rejects.toMatchObject({ status: 403, code: 50007 })
    })

    it('that do not come are proved by something that is answered', async () => {
      const guild = discord.addGuild({ name: 'Harbour' })
      const channel = guild.addChannel({ name: 'general' })
      const mara = guild.addMember({ name: 'Mara' })
      const client = await connect()
      client.on(Events.MessageCreate, async ({ author, content, channel: where }) => {
        if (!author.bot && content.endsWith('?')) await (where.isSendable() && where.send('yes'))
      })
      const until = async () => {
        await mara.directMessage('there?')
        await discord.nextMessage({ in: mara })
      }
      await discord.staysSilent({ in: channel, after: () => mara.says(channel, 'hm'), until, quiet: 0 })
      const talks = discord.staysSilent({
        in: channel,
        after: () => mara.says(channel, 'hm?'),
        until,
        quiet: 0,
      })
      await expect(talks).rejects.toThrow('was to stay silent')
    })
  })

  describe('interactions', () => {
    const ask = {
      name: 'ask',
      description: 'Ask something',
      options: [
        { type: 3, name: 'question', description: 'What to ask', required: true },
        { type: 7, name: 'where', description: 'In which channel' },
      ],
    }

    it('are complete, and answered by a reply', async () => {
      const guild = discord.addGuild({ name: 'Harbour', locale: 'de' })
      const channel = guild.addChannel({ name: 'general' })
      const mara = guild.addMember({ name: 'Mara', permissions: ['ManageGuild'], locale: 'fr' })
      discord.registerCommands([ask])
      const client = await connect()
      on(client, async (interaction) => {
        if (!interaction.isChatInputCommand() || !interaction.inCachedGuild()) return
        const { options, memberPermissions, appPermissions, locale, guildLocale, context } = interaction
        const facts = {
          question: options.getString('question'),
          where: options.getChannel('where')?.name,
          manages: memberPermissions.has('ManageGuild'),
          sends: appPermissions.has('SendMessages'),
          locale,
          guildLocale,
          context,
          owner: interaction.authorizingIntegrationOwners.guildId,
        }
        await interaction.reply({ content: JSON.stringify(facts), flags: MessageFlags.Ephemeral })
      })

      channel.denyBot('SendMessages')
      const used = await mara.runs('/ask', { where: channel, question: 'When?' }, { in: channel })
      const response = await used.response()
      expect(response).toMatchObject({ ephemeral: true, deferred: false, updated: false })
      expect(JSON.parse(response.content)).toEqual({
        question: 'When?',
        where: 'general',
        manages: true,
        sends: false,
        locale: 'fr',
        guildLocale: 'de',
        context: 0,
        owner: guild.id,
      })
      expect(used.callbacks).toMatchObject([{ type: 4 }])
      expect(channel.messages()).toEqual([])
      await expect(mara.runs('/ask', {}, { in: channel })).rejects.toThrow('needs the option "question"')
      await expect(mara.runs('/asks', {}, { in: channel })).rejects.toThrow('only: ask')
    })

    it('may be deferred, edited and followed up', async () => {
      const mara = discord.addPerson({ name: 'Mara' })
      discord.registerCommands([{ ...ask, integration_types: [0, 1], contexts: [0, 1, 2] }])
      const client = await connect()
      on(client, async (interaction) => {
        if (!interaction.isChatInputCommand()) return
        await interaction.deferReply()
        await interaction.editReply(`context ${interaction.context}`)
        await interaction.followUp({ content: 'one more thing', flags: MessageFlags.Ephemeral })
      })
      const used = await mara.runs('/ask', { question: 'When?' }, { in: 'dm' })
      expect(await used.response()).toMatchObject({ content: 'context 1', deferred: true, edited: false })
      expect(await used.nextFollowUp()).toMatchObject({ content: 'one more thing', ephemeral: true })
      expect(used.followUps).toHaveLength(1)

      const alone = await mara.runs('/ask', { question: 'When?' }, { in: 'private', userInstalled: true })
      expect(await alone.response()).toMatchObject({ content: 'context 2' })
      await alone.nextFollowUp()
    })

    it('reach the bot from servers it is not in', async () => {
      const guild = discord.addGuild({ name: 'Elsewhere', botIn: false })
      const channel = guild.addChannel({ name: 'general' })
      const mara = guild.addMember({ name: 'Mara' })
      discord.registerCommands([{ name: 'ask', description: 'Ask', integration_types: [1] }])
      const client = await connect()
      on(client, async (interaction) => {
        if (!interaction.isChatInputCommand()) return
        await interaction.reply(
          `${interaction.inCachedGuild()} ${interaction.authorizingIntegrationOwners.userId}`,
        )
        for (const at of [1, 2, 3, 4, 5]) await interaction.followUp(`and ${at}`)
        await expect(interaction.followUp('and 6')).rejects.toMatchObject({ code: 40094 })
        await interaction.editReply('done')
      })
      await expect(mara.runs('/ask', {}, { in: channel })).rejects.toThrow('integration_types')
      const used = await mara.runs('/ask', {}, { in: channel, userInstalled: true })
      expect((await used.response()).content).toBe(`false ${mara.id}`)
      await used.responseThat(({ content }) => content === 'done')
      expect(used.followUps).toHaveLength(5)
      expect(discord.takeProblems()).toHaveLength(1)
    })

    it('let the bot read its reply again, and take it back', async () => {
      const mara = discord.addPerson({ name: 'Mara' })
      discord.registerCommands([{ name: 'ask', description: 'Ask' }])
      const client = await connect()
      const fetched: string[] = []
      on(client, async (interaction) => {
        if (!interaction.isChatInputCommand()) return
        const { resource } = await interaction.reply({ content: 'a secret', flags: 64, withResponse: true })
        fetched.push(resource?.message?.content ?? '', (await interaction.fetchReply()).content)
        await interaction.deleteReply()
        await interaction.followUp('nothing')
      })
      const used = await mara.runs('/ask', {}, { in: 'dm' })
      expect((await used.nextFollowUp()).content).toBe('nothing')
      expect(fetched).toEqual(['a secret', 'a secret'])
      expect((await used.response()).content).toBe('nothing')
    })

    it('come from buttons, select menus, modals, menus and sub-commands', async () => {
      const guild = discord.addGuild({ name: 'Harbour' })
      const channel = guild.addChannel({ name: 'general' })
      const mara = guild.addMember({ name: 'Mara' })
      discord.registerCommands([
        { name: 'Find in the articles', type: 3 },
        {
          name: 'channels',
          description: 'Channels',
          options: [
            {
              type: 1,
              name: 'add',
              description: 'Add one',
              options: [
                { type: 3, name: 'mode', description: 'How', choices: [{ name: 'Questions', value: 'q' }] },
              ],
            },
          ],
        },
      ])
      const client = await connect()
      const button = new ButtonBuilder()
        .setCustomId('more')
        .setLabel('Show more')
        .setStyle(ButtonStyle.Primary)
      const input = new TextInputBuilder().setCustomId('why').setLabel('Why?').setStyle(TextInputStyle.Short)
      const select = { type: 3, custom_id: 'pick', options: [{ label: 'First', value: '1' }] } as const
      on(client, async (interaction) => {
        if (interaction.isMessageContextMenuCommand()) {
          await interaction.reply(`Found: ${interaction.targetMessage.content}`)
        } else if (interaction.isChatInputCommand()) {
          await interaction.reply({
            content: `${interaction.options.getSubcommand()} ${interaction.options.getString('mode')}`,
            components: [
              new ActionRowBuilder<ButtonBuilder>().addComponents(button).toJSON(),
              { type: 1, components: [select] },
            ],
          })
        } else if (interaction.isStringSelectMenu()) {
          await interaction.deferUpdate()
          await interaction.editReply({ content: `picked ${interaction.values}`, components: [] })
        } else if (interaction.isButton()) {
          await pressed(interaction)
        } else if (interaction.isModalSubmit()) {
          await interaction.reply(`because ${interaction.fields.getTextInputValue('why')}`)
        }
      })
      async function pressed(interaction: ButtonInteraction): Promise<void> {
        if (interaction.message.content !== 'updated') {
          await interaction.update('updated')
          return
        }
        const row = new ActionRowBuilder<TextInputBuilder>().addComponents(input)
        await interaction.showModal(
          new ModalBuilder().setCustomId('reason').setTitle('Reason').addComponents(row),
        )
      }

      const listed = await mara.runs('/channels add', { mode: 'Questions' }, { in: channel })
      expect((await listed.response()).content).toBe('add q')
      const updated = await mara.presses(listed, 'Show more')
      expect(await updated.response()).toMatchObject({ content: 'updated', updated: true })
      const opened = await mara.presses(updated, 'more')
      expect((await opened.modal()).title).toBe('Reason')
      await expect(opened.response()).rejects.toThrow('ask for modal()')
      const submitted = await mara.submits(opened, { 'Why?': 'I said so' })
      expect((await submitted.response()).content).toBe('because I said so')
      const picked = await mara.selects(listed, 'pick', ['First'])
      expect(await picked.response()).toMatchObject({ content: 'picked 1', buttons: [], deferred: true })
      await expect(mara.presses(listed, 'Show more')).rejects.toThrow('There is no "Show more"')

      const message = await mara.says(channel, 'the tower')
      const found = await mara.usesOnMessage('Find in the articles', message)
      expect((await found.response()).content).toBe('Found: the tower')
    })

    it('ask for choices', async () => {
      const guild = discord.addGuild({ name: 'Harbour' })
      const channel = guild.addChannel({ name: 'general' })
      const mara = guild.addMember({ name: 'Mara' })
      const option = { type: 3, name: 'section', description: 'Which', required: true, autocomplete: true }
      discord.registerCommands([{ name: 'read', description: 'Read', options: [option] }])
      const client = await connect()
      on(client, async (interaction) => {
        if (!interaction.isAutocomplete()) return
        const { name, value } = interaction.options.getFocused(true)
        await interaction.respond([{ name: `${name} ${value}`, value }])
      })
      const choices = await mara.types('/read', { section: 'pro' }, { focused: 'section', in: channel })
      expect(choices).toEqual([{ name: 'section pro', value: 'pro' }])
    })

    it('can be forged, and are hidden from those who may not use them', async () => {
      const guild = discord.addGuild({ name: 'Harbour' })
      const channel = guild.addChannel({ name: 'general' })
      const mara = guild.addMember({ name: 'Mara' })
      discord.registerCommands([{ name: 'setup', description: 'Set up', default_member_permissions: '32' }])
      const client = await connect()
      on(client, async (interaction) => {
        if (interaction.isChatInputCommand())
          await interaction.reply(`${interaction.memberPermissions?.bitfield}`)
        else if (interaction.isButton()) await interaction.reply(interaction.customId)
      })
      await expect(mara.runs('/setup', {}, { in: channel })).rejects.toThrow('default_member_permissions')
      const loosened = await mara.runs('/setup', {}, { in: channel, allowedByServer: true })
      await loosened.response()
      const forger = mara.forges({ member: { permissions: '8' } })
      const used = await forger.runs('/setup', {}, { in: channel })
      expect((await used.response()).content).toBe('8')
      const pressed = await forger.presses(used, 'v1:invented')
      expect((await pressed.response()).content).toBe('v1:invented')
    })
  })

  describe('commands', () => {
    it('are put, read, and kept by name', async () => {
      const client = await connect()
      const { commands } = client.application
      const registered = discord.until(() => discord.commands().length > 0, { what: 'the commands' })
      await commands.set([{ name: 'ask', description: 'Ask', defaultMemberPermissions: 'ManageGuild' }])
      await registered
      const [before] = discord.commands()
      await commands.set([
        { name: 'ask', description: 'Ask more' },
        { name: 'Quote', type: 3 },
      ])
      expect((await commands.fetch()).map(({ name }) => name)).toEqual(['ask', 'Quote'])
      expect(before).toMatchObject({ default_member_permissions: '32' })
      expect(discord.commands()[0]).toMatchObject({ id: before?.id, description: 'Ask more' })
    })

    it('are refused as entries of a menu when they have a description, options or too long a name', async () => {
      const client = await connect()
      const entry = { name: 'Check this quote', type: 3 }
      const refused = [
        { ...entry, description: 'Says whether it is exact' },
        { ...entry, options: [{ type: 3, name: 'text', description: 'words' }] },
        { ...entry, name: 'Check whether this quotation is exact' },
        { ...entry, name_localizations: { ru: 'Проверить, точна ли эта цитата из статьи' } },
      ]
      const post = (body: object) =>
        client.rest.post(Routes.applicationCommands(discord.applicationId), { body })
      for (const body of refused) await expect(post(body)).rejects.toMatchObject({ status: 400, code: 50035 })
      expect(discord.takeProblems()).toHaveLength(refused.length)
      await post({ ...entry, name_localizations: { ru: 'Проверить цитату' } })
      expect(discord.commands()).toMatchObject([entry])
    })

    it('are refused when a name, an order or a size is wrong', async () => {
      const client = await connect()
      const option = { type: 3, description: 'words' }
      const bodies = [
        { name: 'Ask', description: 'upper case' },
        {
          name: 'ask',
          description: 'order',
          options: [
            { ...option, name: 'a' },
            { ...option, name: 'b', required: true },
          ],
        },
        {
          name: 'big',
          description: 'x',
          options: Array.from({ length: 25 }, (_, at) => ({
            ...option,
            name: `o${at}`,
            choices: Array.from({ length: 25 }, (_none, n) => ({ name: `n${n}`, value: 'v'.repeat(20) })),
          })),
        },
      ]
      for (const body of bodies) {
        const put = client.rest.put(Routes.applicationCommands(discord.applicationId), { body: [body] })
        await expect(put).rejects.toMatchObject({ status: 400, code: 50035 })
      }
      const problems = discord.takeProblems()
      expect(problems).toHaveLength(3)
      expect(problems[0]?.what).toContain('Command name is invalid: "Ask"')
      expect(problems[1]?.what).toContain('Required options must be placed before')
      expect(problems[2]?.what).toContain('maximum size')
    })

    it('are found by the name of the language a member reads, and named to the bot by the default one', async () => {
      const guild = discord.addGuild({ name: 'Harbour' })
      const channel = guild.addChannel({ name: 'general' })
      const vera = guild.addMember({ name: 'Vera', locale: 'ru' })
      const tom = guild.addMember({ name: 'Tom' })
      const choices = [{ name: 'loud', name_localizations: { ru: 'громко' }, value: 'l' }]
      const how = { type: 3, name: 'how', name_localizations: { ru: 'как' }, description: 'how', choices }
      const aloud = { type: 1, name: 'aloud', name_localizations: { ru: 'вслух' }, description: 'aloud' }
      discord.registerCommands([
        {
          name: 'say',
          name_localizations: { ru: 'сказать' },
          description: 'Say',
          options: [{ ...aloud, options: [how] }],
        },
      ])
      const client = await connect()
      on(client, async (interaction) => {
        if (!interaction.isChatInputCommand()) return
        const { commandName, options } = interaction
        await interaction.reply(`${commandName} ${options.getSubcommand()} ${options.getString('how')}`)
      })
      const called = await vera.runs('/сказать вслух', { как: 'громко' }, { in: channel })
      expect((await called.response()).content).toBe('say aloud l')
      await expect(tom.runs('/сказать вслух', {}, { in: channel })).rejects.toThrow('No command')
    })

    it('are refused when a language has a wrong name, the same name twice, or is none', async () => {
      const client = await connect()
      const option = { type: 3, description: 'words' }
      const ask = { name: 'ask', description: 'Ask' }
      const bodies = [
        { ...ask, name_localizations: { ru: 'Спросить' } },
        { ...ask, description_localizations: { kk: 'Сұрау' } },
        {
          ...ask,
          options: [
            { ...option, name: 'a', name_localizations: { ru: 'что' } },
            { ...option, name: 'b', name_localizations: { ru: 'что' } },
          ],
        },
      ]
      for (const body of bodies) {
        const put = client.rest.put(Routes.applicationCommands(discord.applicationId), { body: [body] })
        await expect(put).rejects.toMatchObject({ status: 400, code: 50035 })
      }
      const problems = discord.takeProblems()
      expect(problems[0]?.what).toContain('Command name is invalid: "Спросить"')
      expect(problems[1]?.what).toContain('"kk" is no locale')
      expect(problems[2]?.what).toContain('Option names must be unique')
    })

    it('keep their languages back unless they are asked for', async () => {
      const client = await connect()
      discord.registerCommands([{ name: 'ask', description: 'Ask', name_localizations: { ru: 'спросить' } }])
      const route = Routes.applicationCommands(discord.applicationId)
      expect(await client.rest.get(route)).toEqual([
        expect.not.objectContaining({ name_localizations: expect.anything() }),
      ])
      const query = new URLSearchParams({ with_localizations: 'true' })
      expect(await client.rest.get(route, { query })).toMatchObject([
        { name_localizations: { ru: 'спросить' } },
      ])
    })
  })

  describe('problems', () => {
    /** A client's REST alone, with a channel to write in. */
    function writer(): { send: (body: unknown) => Promise<unknown> } {
      const channel = discord.addGuild({ name: 'Harbour' }).addChannel({ name: 'general' })
      const rest = new REST({ api: discord.apiUrl, retries: 0 }).setToken(discord.token)
      return { send: (body) => rest.post(Routes.channelMessages(channel.id), { body }) }
    }
    let sent = 0
    const once = () => ({ nonce: String(++sent), enforce_nonce: true })
    const quiet = { allowed_mentions: { parse: [] } }
    const button = { type: 2, style: 2, custom_id: 'a', label: 'A' }
    const row = (...components: unknown[]) => ({ type: 1, components })

    it('are noted when a message could ping', async () => {
      const { send } = writer()
      await send({ ...once(), content: 'hello' })
      await send({ ...once(), content: 'hello', allowed_mentions: { parse: ['users'] } })
      expect(discord.takeProblems()).toEqual([
        { where: 'POST /channels/:channel/messages', what: 'would ping: allowed_mentions is missing' },
        {
          where: 'POST /channels/:channel/messages',
          what: 'would ping: allowed_mentions.parse is ["users"]',
        },
      ])
    })

    it('are noted when a message could come twice, or another token is used', async () => {
      await connect()
      const { send } = writer()
      await send({ ...quiet, content: 'hello' })
      const rest = new REST({ api: discord.apiUrl, retries: 0 }).setToken('another')
      await expect(rest.get(Routes.user('@me'))).rejects.toMatchObject({ status: 401 })
      expect(discord.takeProblems()).toMatchObject([
        { what: expect.stringContaining('without an enforced nonce') },
        { where: 'GET /users/@me', what: 'Sent with another token.' },
      ])
    })

    it('are noted when more is asked than Discord allows in a second', async () => {
      const rest = new REST({ api: discord.apiUrl, globalRequestsPerSecond: 1000 }).setToken(discord.token)
      await Promise.all(Array.from({ length: 301 }, () => rest.get(Routes.user('@me'))))
      expect(discord.takeProblems()).toMatchObject([
        { what: 'More than 50 requests a second for 5 seconds.' },
      ])
    })

    it('are noted for misspelt properties', async () => {
      await writer().send({ ...quiet, ...once(), content: 'hello', embed: [] })
      expect(discord.takeProblems()).toMatchObject([{ what: 'Discord does not know the property "embed".' }])
    })

    it.each([
      ['2001 characters', { content: 'x'.repeat(2001) }, 'content'],
      ['a custom id twice', { components: [row(button), row(button)] }, 'duplicated'],
      [
        'six buttons in a row',
        { components: [row(...'abcdef'.split('').map((id) => ({ ...button, custom_id: id })))] },
        'components.0.components',
      ],
      [
        'a link button with a custom id',
        { components: [row({ ...button, style: 5, url: 'https://example.org' })] },
        'custom_id',
      ],
      ['a label of 81 characters', { components: [row({ ...button, label: 'x'.repeat(81) })] }, 'label'],
      [
        'a select menu of 26 options',
        {
          components: [
            row({
              type: 3,
              custom_id: 's',
              options: Array.from({ length: 26 }, (_, at) => ({ label: 'x', value: String(at) })),
            }),
          ],
        },
        'options',
      ],
      [
        'content beside Components V2',
        { content: 'x', flags: 32768, components: [{ type: 10, content: 'x' }] },
        'content',
      ],
      [
        'an embed of 6001 characters',
        { embeds: [{ description: 'x'.repeat(4000) }, { description: 'x'.repeat(2001) }] },
        'Embed size exceeds',
      ],
      ['an ephemeral message', { content: 'x', flags: 64 }, 'flags'],
    ])('are noted for %s, which Discord refuses', async (_, body, what) => {
      await expect(writer().send({ ...quiet, ...body })).rejects.toMatchObject({ status: 400, code: 50035 })
      const [problem, ...more] = discord.takeProblems()
      expect(problem?.what).toContain(what)
      expect(more).toEqual([])
    })

    it('are noted for an empty message', async () => {
      await expect(writer().send({ ...quiet, content: ' ' })).rejects.toMatchObject({ code: 50006 })
      expect(discord.takeProblems()).toHaveLength(1)
    })

    it('are noted when an interaction is acknowledged twice, late, or edited too late', async () => {
      const guild = discord.addGuild({ name: 'Harbour' })
      const channel = guild.addChannel({ name: 'general' })
      const mara = guild.addMember({ name: 'Mara' })
      discord.registerCommands([{ name: 'ask', description: 'Ask' }])
      const client = await connect()
      let handle: (interaction: Interaction) => Promise<unknown> = async () => undefined
      on(client, (interaction) => handle(interaction))
      const outcome = async (act: typeof handle): Promise<unknown> => {
        const done = new Promise((resolve) => {
          handle = (interaction) => act(interaction).then(resolve, resolve)
        })
        await mara.runs('/ask', {}, { in: channel })
        return await done
      }
      const answer = (interaction: Interaction) =>
        client.rest.post(
          Routes.interactionCallback(interaction.id, interaction.isRepliable() ? interaction.token : ''),
          {
            body: { type: 4, data: { ...quiet, content: 'answer' } },
            auth: false,
          },
        )

      const twice = await outcome(async (interaction) => {
        await answer(interaction)
        await answer(interaction)
      })
      expect(twice).toMatchObject({ status: 400, code: 40060 })
      const late = await outcome(async (interaction) => {
        clock.advance(3001)
        await answer(interaction)
      })
      expect(late).toMatchObject({ status: 404, code: 10062 })
      const expired = await outcome(async (interaction) => {
        if (!interaction.isRepliable()) return
        await interaction.deferReply()
        clock.advance(15 * 60_000 + 1)
        await interaction.editReply('at last')
      })
      expect(expired).toMatchObject({ status: 401, code: 50027 })
      const early = await outcome(async (interaction) => {
        if (interaction.isRepliable()) await interaction.webhook.send('too soon')
      })
      expect(early).toMatchObject({ status: 404, code: 10015 })
      expect(discord.takeProblems().map(({ what }) => what)).toEqual([
        'Acknowledged a second time, with type 4.',
        expect.stringMatching(/^Acknowledged after \d+ ms, more than 3 s\.$/),
        'Uses the token of an interaction 15 min old.',
        'Edits or follows up before the interaction was acknowledged.',
      ])
    })

    it('are noted for routes there are none of', async () => {
      const rest = new REST({ api: discord.apiUrl, retries: 0 }).setToken(discord.token)
      await expect(rest.get('/guilds/1/nothing')).rejects.toMatchObject({ status: 404 })
      expect(discord.takeProblems()).toMatchObject([{ where: 'GET /guilds/1/nothing' }])
    })

    it.runIf(process.env['DISCORD_OPENAPI'])(
      'are noted where a body does not fit the description',
      async () => {
        const { send } = writer()
        const wrong = { ...quiet, content: 'x', components: [row({ ...button, style: 'blue' })] }
        await expect(send(wrong)).rejects.toMatchObject({ status: 400, code: 50035 })
        await expect(send({ ...quiet, content: 'x', message_reference: {} })).rejects.toMatchObject({
          code: 50035,
        })
        expect(discord.takeProblems().map(({ what }) => what)).toEqual([
          expect.stringMatching(/^components\.0\.components\.0\.style: must be integer/),
          'message_reference.message_id: This field is required',
        ])
      },
    )
  })

  describe('scripted answers', () => {
    it('are used up in order', async () => {
      const channel = discord.addGuild({ name: 'Harbour' }).addChannel({ name: 'general' })
      const rest = new REST({ api: discord.apiUrl, retries: 0, timeout: 500 }).setToken(discord.token)
      const send = () =>
        rest.post(Routes.channelMessages(channel.id), {
          body: { content: 'x', allowed_mentions: { parse: [] }, nonce: '1', enforce_nonce: true },
        })
      discord.rest.script('POST /channels/:id/messages', [
        'hang',
        'drop',
        { status: 503, body: '<html>' },
        'normal',
      ])
      await expect(send()).rejects.toThrow('aborted')
      await expect(send()).rejects.toThrow('other side closed')
      await expect(send()).rejects.toMatchObject({ status: 503 })
      await send()
      expect(discord.requests.map(({ status }) => status)).toEqual([undefined, undefined, 503, 200])
      expect(channel.messages()).toHaveLength(1)
    })

    it('are refused for a while where the global limit is reached', async () => {
      const rest = new REST({ api: discord.apiUrl }).setToken(discord.token)
      discord.rest.limitGlobally(500)
      await rest.get(Routes.user('@me'))
      expect(discord.requests.map(({ status }) => status)).toEqual([429, 200])
    })
  })
})
