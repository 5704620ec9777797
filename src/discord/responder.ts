import { type ChatInputCommandInteraction, type MessageComponentInteraction, MessageFlags } from 'discord.js'
import type { Reply } from '../reply/reply.js'
import { renderMessage } from './render.js'

/** Answers one interaction, and is the only thing that knows whether it was answered or deferred. */
export interface Responder {
  /** Tells Discord that an answer comes; who will see it is fixed here. */
  defer(): Promise<void>
  /** Answers, as first acknowledgement or after `defer`. */
  answer(reply: Reply): Promise<void>
  /** Says something to the asker alone, whatever was said before. */
  tellAsker(reply: Reply): Promise<void>
}

/** @param audience who sees the answer */
export function respondToCommand(
  interaction: ChatInputCommandInteraction,
  audience: 'everyone' | 'asker',
): Responder {
  const hidden = audience === 'asker' ? MessageFlags.Ephemeral : 0
  const responder: Responder = {
    async defer() {
      await interaction.deferReply({ flags: audience === 'asker' ? MessageFlags.Ephemeral : [] })
    },
    async answer(reply) {
      const { flags, ...message } = renderMessage(reply, interaction.user.id)
      if (interaction.deferred) await interaction.editReply({ ...message, flags })
      else await interaction.reply({ ...message, flags: flags | hidden })
    },
    async tellAsker(reply) {
      if (interaction.deferred) return responder.answer(reply)
      const { flags, ...message } = renderMessage(reply, interaction.user.id)
      const ephemeral = { ...message, flags: flags | MessageFlags.Ephemeral }
      await (interaction.replied ? interaction.followUp(ephemeral) : interaction.reply(ephemeral))
    },
  }
  return responder
}

/** Answers a press by changing the message under which the button stands. */
export function respondToPress(interaction: MessageComponentInteraction): Responder {
  return {
    async defer() {
      await interaction.deferUpdate()
    },
    async answer(reply) {
      const { flags: _, ...message } = renderMessage(reply, interaction.user.id)
      await (interaction.deferred ? interaction.editReply(message) : interaction.update(message))
    },
    async tellAsker(reply) {
      const { flags, ...message } = renderMessage(reply, interaction.user.id)
      const ephemeral = { ...message, flags: flags | MessageFlags.Ephemeral }
      await (interaction.replied || interaction.deferred
        ? interaction.followUp(ephemeral)
        : interaction.reply(ephemeral))
    },
  }
}
