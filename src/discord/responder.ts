import {
  type CommandInteraction,
  ComponentType,
  type MessageComponentInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  TextInputStyle,
} from 'discord.js'
import type { Reply } from '../reply/reply.js'
import type { Wording } from '../reply/wording/wording.js'
import type { Form } from './command.js'
import { renderMessage } from './render.js'
import { takenOrCited } from './taken-or-cited.js'

/** Answers one interaction, and is the only thing that knows how far its answer has come. */
export interface Responder {
  /** Answers, as first acknowledgement or after a deferral. */
  answer(reply: Reply): Promise<void>
  /** Says something to the asker alone, whatever was said before. */
  tellAsker(reply: Reply): Promise<void>
}

export interface CommandResponder extends Responder {
  /** Tells Discord that an answer comes; who will see it is fixed here. */
  defer(): Promise<void>
}

/** @param audience who sees the answer */
export function respondToCommand(
  interaction: CommandInteraction | ModalSubmitInteraction,
  audience: 'everyone' | 'asker',
  wording: Wording,
): CommandResponder {
  const hidden = audience === 'asker' ? MessageFlags.Ephemeral : 0
  const answer = (reply: Reply): Promise<void> =>
    takenOrCited(reply, wording, async (taken) => {
      const { flags, ...message } = renderMessage(taken, interaction.user.id, wording)
      if (interaction.deferred) await interaction.editReply({ ...message, flags })
      else await interaction.reply({ ...message, flags: flags | hidden })
    })
  return {
    async defer() {
      await interaction.deferReply({ flags: audience === 'asker' ? MessageFlags.Ephemeral : [] })
    },
    answer,
    // what was deferred can only be edited, and is seen by whom the deferral said
    tellAsker: (reply) => (interaction.deferred ? answer(reply) : whisper(interaction, reply, wording)),
  }
}

export interface PressResponder extends CommandResponder {
  /** Shows a form, whose words come back under the button's own id. */
  ask(form: Form): Promise<void>
  /** Takes the message with the button away. */
  remove(): Promise<void>
}

/** What the words of a form are sent back as. */
export const WORDS = 'words'

/**
 * Answers a press by changing the message under which the button stands.
 *
 * @param opens whether by a message to the presser alone instead
 */
export function respondToPress(
  interaction: MessageComponentInteraction,
  opens: boolean,
  wording: Wording,
): PressResponder {
  const answer = (reply: Reply): Promise<void> =>
    takenOrCited(reply, wording, async (taken) => {
      const { flags, ...message } = renderMessage(taken, interaction.user.id, wording)
      if (interaction.deferred) await interaction.editReply(opens ? { ...message, flags } : message)
      else if (opens) await interaction.reply({ ...message, flags: flags | MessageFlags.Ephemeral })
      else await interaction.update(message)
    })
  return {
    async defer() {
      await (opens ? interaction.deferReply({ flags: MessageFlags.Ephemeral }) : interaction.deferUpdate())
    },
    answer,
    tellAsker: (reply) =>
      interaction.deferred && opens ? answer(reply) : whisper(interaction, reply, wording),
    async remove() {
      if (!interaction.deferred) await interaction.deferUpdate()
      await interaction.deleteReply()
    },
    async ask({ title, label, example, most }) {
      const component = {
        type: ComponentType.TextInput,
        custom_id: WORDS,
        style: TextInputStyle.Short,
        placeholder: example,
        max_length: most,
        required: true,
      } as const
      await interaction.showModal({
        custom_id: interaction.customId,
        title,
        components: [{ type: ComponentType.Label, label, component }],
      })
    },
  }
}

async function whisper(
  interaction: CommandInteraction | MessageComponentInteraction | ModalSubmitInteraction,
  reply: Reply,
  wording: Wording,
): Promise<void> {
  const { flags, ...message } = renderMessage(reply, interaction.user.id, wording)
  const ephemeral = { ...message, flags: flags | MessageFlags.Ephemeral }
  await (interaction.replied || interaction.deferred
    ? interaction.followUp(ephemeral)
    : interaction.reply(ephemeral))
}
