/** Loaded ahead of the bot: says at the end whether anything was added to what every object has. */
const before = Reflect.ownKeys(Object.prototype).length
process.on('exit', () => {
  if (Reflect.ownKeys(Object.prototype).length !== before) console.error('Object.prototype was changed')
})
