/**
 * Loaded ahead of the bot: refuses and tells every attempt to reach anything but the addresses in REACHABLE, and tells
 * once of each address reached.
 */
import dgram from 'node:dgram'
import dns from 'node:dns'
import net from 'node:net'

const reachable = new Set((process.env.REACHABLE ?? '').split(' '))
const told = new Set()

/** Says so on stderr, where the test reads it, and refuses what is not reachable. */
function watch(address) {
  if (!told.has(address)) process.stderr.write(`reaches for ${address}\n`)
  told.add(address)
  if (!reachable.has(address)) throw new Error(`${address} is not reachable here`)
}

const connect = net.Socket.prototype.connect
net.Socket.prototype.connect = function (...given) {
  const [first, second] = Array.isArray(given[0]) ? given[0] : given // net.connect hands its arguments in as one list
  const {
    host = 'localhost',
    port,
    path,
  } = typeof first === 'object'
    ? first
    : { port: first, ...(typeof second === 'string' ? { host: second } : {}) }
  watch(path ?? `${host}:${port}`)
  return connect.apply(this, given)
}

for (const module of [dns, dns.promises]) {
  for (const name of [
    'lookup',
    'resolve',
    'resolve4',
    'resolve6',
    'resolveAny',
    'resolveSrv',
    'resolveTxt',
    'reverse',
  ]) {
    const usual = module[name]
    module[name] = (asked, ...rest) => {
      if (net.isIP(asked) === 0 && !reachable.has(asked)) watch(`the name ${asked}`)
      return usual.call(module, asked, ...rest)
    }
  }
}

for (const name of ['send', 'connect', 'bind']) {
  dgram.Socket.prototype[name] = (...given) =>
    watch(`UDP ${given.filter((one) => typeof one !== 'object').join(' ')}`)
}
