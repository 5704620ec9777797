import { readFileSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { describe, expect, it } from 'vitest'
import type { Person } from '../discord-double/person.js'
import { converse, scene } from './conversation.js'

describe('/privacy', () => {
  const there = converse()
  const { guild, general, mara } = scene(there)

  /** The names of the database's tables, each with those of its columns. */
  function tables(): [string, string[]][] {
    const database = new DatabaseSync(path.join(there.folder, 'data', 'verbatim.sqlite'), { readOnly: true })
    const named = (query: string): string[] =>
      database
        .prepare(query)
        .all()
        .map((row) => String(Object(row).name))
    const found = named("select name from sqlite_master where type = 'table'").map(
      (table): [string, string[]] => [table, named(`select name from pragma_table_info('${table}')`)],
    )
    database.close()
    return found
  }

  /** A line that names a table has to name its columns, too. */
  function expectAllNamed(text: string): void {
    const lines = text.replaceAll('\\', '').split('\n')
    const names = (line: string, ...wanted: string[]): boolean =>
      wanted.every((name) => new RegExp(`\\b${name}\\b`).test(line))
    for (const [table, columns] of tables())
      expect({ table, columns, named: lines.some((line) => names(line, table, ...columns)) }).toMatchObject({
        named: true,
      })
  }

  async function readAll(person: Person, next: string): Promise<string> {
    let page = await person.runs('/privacy', {}, { in: general() })
    let { content, buttons } = await page.response()
    let text = content
    while (buttons.some(({ label }) => label === next)) {
      page = await person.presses(page, next)
      ;({ content, buttons } = await page.response())
      text += `\n${content}`
    }
    return text
  }

  it('says to the asker alone what is stored, where and for how long: every table and column of the database', async () => {
    const asked = await mara().runs('/privacy', {}, { in: general() })
    expect(await asked.response()).toMatchObject({ ephemeral: true })
    const text = await readAll(mara(), 'Next page')
    expectAllNamed(text)
    for (const words of ['On disk', 'copies', 'In memory', 'ten minutes', 'logs', 'delete'])
      expect(text).toContain(words)
  })

  it('says so in Russian, too', async () => {
    const text = await readAll(guild().addMember({ name: 'vera', locale: 'ru' }), 'Следующая страница')
    expectAllNamed(text)
    expect(text).toContain('На диске')
  })

  it('is told by PRIVACY.md as well, which names every table and column of the database', () => {
    expect(tables().map(([table]) => table)).toContain('channel_setting')
    expectAllNamed(readFileSync('PRIVACY.md', 'utf8'))
  })
})
