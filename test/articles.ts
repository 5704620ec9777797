/** Articles written for tests: small, invented, and free of anything the shipped article says. */

export const HARBOUR = `The light on Skerry Rock

The light on Skerry Rock has been dark since the storm of March 3, 2019. Mara Venn kept it for forty years.

1. A keeper and her light

Mara Venn came to the rock in 1979. She lit the lamp with 12 litres of oil a night, and walked 1,204 steps to do so.

According to the Harbour Gazette, the council said that it could not pay for repairs. "We have no money for lamps," Mayor Ola Brandt said.

2. What the harbour lost

Three boats ran aground in the first winter. Nobody died, but the fishermen asked the council for a new light because the channel is narrow.
`

/** Everything Discord gives a meaning, in an article's own words. */
export const HOSTILE = `Marks that mean something

@everyone and @here were told by <@123456789012345678> in <#123456789012345678> at <t:1700000000:R> to read **the notice** about _the lantern_.

# The lantern notice said: see [the rules](https://example.org/rules) or https://example.org/_x_ and discord.gg/abcdef :fire: for lanterns.

- lanterns ||hidden|| and ~~struck~~ cost 5 \`coins\`, or > 6
* lanterns were sold on 1. May by \\*hand\\*

\`\`\` lantern fences \`\`\` stood </ask:123> between <:flame:123456789012345678> and <id:customize> lanterns.
`

/** A section too long for one message of Discord's. */
export const LONG = `The long ledger

The ledger lists every ship.

1. Ships

${Array.from({ length: 60 }, (_, number) => `Ship ${number + 1} carried ${number + 2} barrels of salt to the harbour of Vell. Its master paid the toll.`).join('\n\n')}
`

/** Somebody says more than one message of Discord's holds, each sentence with a date, the latest first. */
export const DEBATE = `The long debate

The council of Vell met in the harbour.

1. Speeches

${Array.from({ length: 40 }, (_, number) => `Ola Brandt said that ship ${number + 1} carried ${number + 2} barrels of salt to the harbour in ${1940 - number}, and that its master paid.`).join('\n\n')}

2. What others heard

According to the Harbour Gazette, Nils Ek later called the debate a farce. He also said that nobody listened.
`
