import { everyComponent, type RawComponent } from './payloads.js'
import type { Violation } from './problems.js'

const ROW = 1
const BUTTON = 2
const STRING_SELECT = 3
const TEXT_INPUT = 4
const SECTION = 9
const TEXT_DISPLAY = 10
const CONTAINER = 17
const LABEL = 18
const SELECTS = [STRING_SELECT, 5, 6, 7, 8]
/** Kinds that only a Components V2 message may have. */
const NEW_KINDS = [SECTION, TEXT_DISPLAY, 11, 12, 13, 14, CONTAINER]
const LINK = 5
const PREMIUM = 6

/** What Discord refuses in the components of a message, checked at their places in the tree. */
export function componentViolations(components: readonly RawComponent[], v2: boolean): Violation[] {
  const found: Violation[] = []
  const all = everyComponent(components)
  const say = (path: string, code: string, message: string): void => void found.push({ path, code, message })

  if (v2) {
    if (all.length > 40)
      say('components', 'BASE_TYPE_BAD_LENGTH', `Must be 40 or fewer in total, not ${all.length}.`)
    const words = all.reduce(
      (sum, { type, content }) => sum + (type === TEXT_DISPLAY ? lengthOf(content) : 0),
      0,
    )
    if (words > 4000)
      say('components', 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED', `${words} of 4000 characters.`)
  } else {
    if (components.length > 5) {
      say(
        'components',
        'BASE_TYPE_BAD_LENGTH',
        `Must be between 1 and 5 in length, not ${components.length}.`,
      )
    }
    for (const [at, { type }] of components.entries()) {
      if (NEW_KINDS.includes(type)) {
        say(`components.${at}.type`, 'UNION_TYPE_CHOICES', `Type ${type} needs the Components V2 flag.`)
      } else if (type !== ROW) {
        say(`components.${at}.type`, 'UNION_TYPE_CHOICES', `Type ${type} must stand in an action row.`)
      }
    }
  }
  found.push(...duplicateIds(all, 'components'))
  for (const [path, component] of placed(components, 'components')) found.push(...one(component, path))
  return found
}

/** What Discord refuses in a modal. */
export function modalViolations(modal: {
  title?: unknown
  custom_id?: unknown
  components?: unknown
}): Violation[] {
  const components = Array.isArray(modal.components) ? (modal.components as RawComponent[]) : []
  return [
    ...length('title', modal.title, 1, 45),
    ...length('custom_id', modal.custom_id, 1, 100),
    ...(components.length < 1 || components.length > 5
      ? [{ path: 'components', code: 'BASE_TYPE_BAD_LENGTH', message: 'Must be between 1 and 5 in length.' }]
      : []),
    ...duplicateIds(everyComponent(components), 'components'),
    ...placed(components, 'components').flatMap(([path, component]) => one(component, path)),
  ]
}

/** Whether `value` is a text of `min` to `max` UTF-16 units; absent counts as fitting when `min` is 0. */
export function length(path: string, value: unknown, min: number, max: number): Violation[] {
  if (value === undefined || value === null) {
    return min === 0 ? [] : [{ path, code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }]
  }
  if (typeof value !== 'string') return [{ path, code: 'BASE_TYPE_BAD_TYPE', message: 'Must be a string.' }]
  if (value.length >= min && value.length <= max) return []
  const message = `Must be between ${min} and ${max} in length, not ${value.length}.`
  return [{ path, code: 'BASE_TYPE_BAD_LENGTH', message }]
}

function one(component: RawComponent, path: string): Violation[] {
  const { type } = component
  if (type === ROW) return row(component, path)
  if (type === BUTTON) return button(component, path)
  if (SELECTS.includes(type)) return select(component, path)
  if (type === SECTION) return section(component, path)
  if (type === TEXT_DISPLAY) return length(`${path}.content`, component.content, 1, 4000)
  if (type === LABEL) {
    return [
      ...length(`${path}.label`, component.label, 1, 45),
      ...length(`${path}.description`, component.description, 0, 100),
    ]
  }
  if (type === TEXT_INPUT) {
    return [
      ...length(`${path}.custom_id`, component.custom_id, 1, 100),
      ...length(`${path}.label`, component.label, 0, 45),
      ...length(`${path}.placeholder`, component.placeholder, 0, 100),
      ...length(`${path}.value`, component.value, 0, 4000),
    ]
  }
  return []
}

function row({ components = [] }: RawComponent, path: string): Violation[] {
  const selects = components.filter(({ type }) => SELECTS.includes(type)).length
  const tooMany = components.length < 1 || components.length > 5 || (selects > 0 && components.length > 1)
  const message = `Must hold 1 to 5 buttons or one select menu, not ${components.length} components.`
  return tooMany ? [{ path: `${path}.components`, code: 'BASE_TYPE_BAD_LENGTH', message }] : []
}

function button(component: RawComponent, path: string): Violation[] {
  const { style, custom_id: id, url, label } = component
  const found = length(`${path}.label`, label, 0, 80)
  if (style === LINK) {
    if (id !== undefined && id !== null) {
      found.push({
        path: `${path}.custom_id`,
        code: 'BUTTON_COMPONENT_INVALID',
        message: 'A link button has no custom id.',
      })
    }
    found.push(...length(`${path}.url`, url, 1, 512))
  } else if (style !== PREMIUM) {
    found.push(...length(`${path}.custom_id`, id, 1, 100))
    if (url !== undefined && url !== null) {
      found.push({
        path: `${path}.url`,
        code: 'BUTTON_COMPONENT_INVALID',
        message: 'Only a link button has a URL.',
      })
    }
  }
  if (style !== PREMIUM && !label && !('emoji' in component)) {
    found.push({ path, code: 'BUTTON_COMPONENT_INVALID', message: 'A button needs a label or an emoji.' })
  }
  return found
}

function select(component: RawComponent, path: string): Violation[] {
  const { type, custom_id: id, options = [], placeholder } = component
  const found = [
    ...length(`${path}.custom_id`, id, 1, 100),
    ...length(`${path}.placeholder`, placeholder, 0, 150),
  ]
  if (type !== STRING_SELECT) return found
  if (options.length < 1 || options.length > 25) {
    const message = `Must be between 1 and 25 in length, not ${options.length}.`
    found.push({ path: `${path}.options`, code: 'BASE_TYPE_BAD_LENGTH', message })
  }
  const values = options.map(({ value }) => value)
  for (const [at, option] of options.entries()) {
    const place = `${path}.options.${at}`
    found.push(...length(`${place}.label`, option.label, 1, 100))
    found.push(...length(`${place}.value`, option.value, 1, 100))
    found.push(...length(`${place}.description`, option.description, 0, 100))
    if (values.indexOf(option.value) < at) {
      found.push({
        path: `${place}.value`,
        code: 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
        message: 'Used twice.',
      })
    }
  }
  return found
}

function section({ components = [], accessory }: RawComponent, path: string): Violation[] {
  const found: Violation[] = []
  if (components.length < 1 || components.length > 3) {
    found.push({
      path: `${path}.components`,
      code: 'BASE_TYPE_BAD_LENGTH',
      message: 'Must hold 1 to 3 texts.',
    })
  }
  if (accessory === undefined) {
    found.push({ path: `${path}.accessory`, code: 'BASE_TYPE_REQUIRED', message: 'This field is required' })
  }
  return found
}

function duplicateIds(all: readonly RawComponent[], path: string): Violation[] {
  const ids = all.flatMap(({ custom_id: id }) => id ?? [])
  const twice = new Set(ids.filter((id, at) => ids.indexOf(id) < at))
  return [...twice].map((id) => ({
    path,
    code: 'COMPONENT_CUSTOM_ID_DUPLICATED',
    message: `Component custom id cannot be duplicated: "${id}".`,
  }))
}

/** Every component with its place: `components.0.components.1`. */
function placed(components: readonly RawComponent[], path: string): [string, RawComponent][] {
  return components.flatMap((component, at): [string, RawComponent][] => {
    const here = `${path}.${at}`
    const beside: [string, RawComponent | undefined][] = [
      [`${here}.component`, component.component],
      [`${here}.accessory`, component.accessory],
    ]
    return [
      [here, component],
      ...placed(component.components ?? [], `${here}.components`),
      ...beside.flatMap(([place, inner]): [string, RawComponent][] => (inner ? [[place, inner]] : [])),
    ]
  })
}

const lengthOf = (text: string | undefined): number => text?.length ?? 0
