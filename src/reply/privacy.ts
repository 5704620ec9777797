import { showPage } from './pages.js'
import type { Block, Layout, Reply } from './reply.js'
import type { Wording } from './wording/wording.js'

/** What the button to be forgotten carries, in place of a page. */
export const FORGET = 'forget'

/**
 * One page of what is kept, where and for how long. A test holds it to the tables of the database.
 *
 * @param page from 1; a page past the last shows the last
 */
export function tellPrivacy(page: number, layout: Layout, wording: Wording): Reply {
  const title = (text: string): Block => ({ kind: 'title', text })
  const list = (...items: readonly string[]): Block => ({ kind: 'list', items })
  const blocks: readonly Block[] = [
    { kind: 'text', text: wording.text('privacy.in-short') },
    title(wording.text('privacy.on-disk')),
    list(wording.text('privacy.channel-setting')),
    list(wording.text('privacy.server-setting')),
    list(wording.text('privacy.spoken')),
    list(wording.text('privacy.left-server')),
    list(wording.text('privacy.migrations')),
    list(wording.text('privacy.backups')),
    title(wording.text('privacy.in-memory')),
    list(wording.text('privacy.asked')),
    list(wording.text('privacy.limits')),
    list(wording.text('privacy.given')),
    list(wording.text('privacy.discord')),
    title(wording.text('privacy.in-logs')),
    { kind: 'text', text: wording.text('privacy.logged') },
    { kind: 'text', text: wording.text('privacy.how-to-delete') },
  ]
  const shown = showPage(
    { title: wording.text('privacy.title'), blocks, command: 'privacy', values: [] },
    page,
    layout,
    wording,
  )
  const forget = { label: wording.text('privacy.forget'), command: 'privacy', values: [FORGET] }
  return { ...shown, actions: [...shown.actions, forget] }
}

/** @returns what was forgotten of a member's questions, and what remains */
export const tellForgotten = (count: number, wording: Wording): Reply => ({
  blocks: [
    { kind: 'text', text: wording.text('privacy.forgotten', { count }) },
    { kind: 'text', text: wording.text('privacy.nothing-stored') },
    { kind: 'text', text: wording.text('privacy.remains') },
  ],
  actions: [],
})
