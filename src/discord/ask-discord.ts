import { DefaultRestOptions, type RESTOptions } from 'discord.js'

/**
 * Puts one request to Discord, as discord.js does, and hands on only what its API may have said. A page of a proxy's, an
 * empty body or half a one would be taken for a message; here it is 502, as if nobody had answered. A 429 that names no
 * time to wait names none at all: discord.js would take a date for no time and try on without pause.
 */
export const askDiscord: RESTOptions['makeRequest'] = async (url, init) => {
  const response = await DefaultRestOptions.makeRequest(url, init)
  const { status, statusText } = response
  const headers = new Headers([...response.headers])
  if (!(Number(headers.get('retry-after')) > 0)) headers.delete('retry-after')
  if (status === NO_CONTENT) return new Response(null, { status, statusText, headers })
  const body = await response.text()
  if (isJson(body)) return new Response(body, { status, statusText, headers })
  // Both count towards a ban of the machine, so neither may look as if another try were worth it.
  const final = status === 403 || status === 429
  headers.set('content-type', 'application/json')
  return new Response('{"message":"no answer of the API","code":0}', {
    status: final ? status : 502,
    headers,
  })
}

const NO_CONTENT = 204

function isJson(body: string): boolean {
  try {
    return typeof JSON.parse(body) === 'object'
  } catch {
    return false
  }
}
