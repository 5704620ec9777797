import type { ModalView } from './interaction-handle.js'
import type { RawComponent } from './payloads.js'

/** What is entered in a modal, by custom id or label of the field; several values for a select menu. */
export type ModalValues = Readonly<Record<string, string | boolean | readonly string[]>>

/**
 * The components of a submitted modal: the same tree, each field with its value.
 *
 * @param anyhow whether to send what Discord's client would not
 * @throws Error when a field does not exist, or its value does not fit
 */
export function fillModal(modal: ModalView, values: ModalValues, anyhow: boolean): unknown[] {
  const known = modal.fields.flatMap(({ customId, label }) => [customId, label])
  const stranger = Object.keys(values).find((key) => !known.includes(key))
  if (stranger !== undefined && !anyhow) {
    const fields = modal.fields.map(({ customId, label }) => `"${label}" (${customId})`)
    throw new Error(`The modal "${modal.title}" has no field "${stranger}", only: ${fields.join(', ')}.`)
  }

  let next = 1
  const fill = (component: RawComponent): unknown => {
    const { type, id = next++, components, component: inner } = component
    if (components) return { type, id, components: components.map(fill) }
    if (inner) return { type, id, component: fill(inner) }
    const field = modal.fields.find(({ customId }) => customId === component.custom_id)
    if (field === undefined) return { type, id }
    const given = values[field.customId] ?? values[field.label] ?? component.value ?? (type === 4 ? '' : [])
    if (!anyhow) check(field.label || field.customId, component, given)
    const custom = { type, id, custom_id: field.customId }
    return Array.isArray(given) ? { ...custom, values: given } : { ...custom, value: given }
  }
  return modal.components.map(fill)
}

interface Bounds {
  readonly required?: boolean
  readonly min_length?: number
  readonly max_length?: number
}

function check(label: string, component: RawComponent, value: unknown): void {
  const { required = true, min_length: min = 0, max_length: max = 4000 } = component as Bounds
  const size = typeof value === 'string' || Array.isArray(value) ? value.length : 1
  if (required && size === 0) throw new Error(`The field "${label}" must be filled in.`)
  if (typeof value === 'string' && size > 0 && (size < min || size > max)) {
    throw new Error(`The field "${label}" takes ${min} to ${max} characters, not ${size}.`)
  }
}
