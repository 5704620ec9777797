/** Something that prints, and what must never stand there. */
interface Watched {
  readonly output: () => string
  readonly secrets: () => Iterable<string>
}

const watched: Watched[] = []

/** Has all that `output` gives until the end of the test file searched for secrets, which may come to be known meanwhile. */
export const mustNotTell = (output: () => string, secrets: () => Iterable<string>): void =>
  void watched.push({ output, secrets })

/** @returns the secrets that stand in an output, each with its line */
export const toldSecrets = (): string[] =>
  watched.flatMap(({ output, secrets }) => {
    const told = output()
    const forms = [...secrets()].flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)])
    return [...new Set(forms)]
      .filter((secret) => told.includes(secret))
      .map((secret) => `${secret} in ${told.split('\n').find((line) => line.includes(secret)) ?? told}`)
  })

/** @returns what is secret of the settings that a program is started with */
export function secretsIn({ DISCORD_TOKEN, DATABASE_URL }: Readonly<Record<string, string>>): string[] {
  const password = DATABASE_URL && new URL(DATABASE_URL).password
  return [DISCORD_TOKEN, password].filter((secret): secret is string => Boolean(secret))
}
