import { DiscordAPIError } from 'discord.js'
import { describe, expect, it } from 'vitest'
import { describeError } from '../src/logger.js'

describe('describeError', () => {
  it('tells a refusal of Discord by code, status and method, never by address or body', () => {
    const error = new DiscordAPIError(
      { code: 50013, message: 'Missing Permissions' },
      50013,
      403,
      'POST',
      'https://discord.com/api/v10/interactions/1/secret-token/callback',
      { body: { content: 'canary question' }, files: undefined },
    )
    const told = describeError(error)
    expect(told).toEqual({ name: 'DiscordAPIError[50013]', code: 50013, status: 403, method: 'POST' })
  })

  it('tells a bug by where it was thrown, without its message', () => {
    const told = describeError(new Error('canary question'))
    expect(told.stack).toContain('logger.test')
    expect(JSON.stringify(told)).not.toContain('canary')
  })

  it('tells nothing of a thrown value that is no error', () => {
    expect(describeError('canary')).toEqual({ name: 'string' })
  })
})
