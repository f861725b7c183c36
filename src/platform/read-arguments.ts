import { parseArgs } from 'node:util'
import { StartError } from './start-error.ts'

type Wish<Name extends string> = {
  /** Those that take a value: `--name VALUE`. */
  names: readonly Name[]
  /** So many words without a name at most. */
  words: number
  usage: string
}
export type Arguments<Name extends string> = { values: Partial<Record<Name, string>>; words: string[] }

/** The arguments of a command. `--help` prints how it is used and ends it; StartError says what is wrong, and how. */
export function readArguments<Name extends string>({ names, words, usage }: Wish<Name>): Arguments<Name> {
  if (process.argv.includes('--help')) {
    console.log(usage)
    process.exit(0)
  }
  const { values, positionals, wrong } = parsed(names)
  const tooMany = positionals[words]
  if (wrong) throw new StartError(`${wrong}\n${usage}`)
  if (tooMany !== undefined) throw new StartError(`“${tooMany}” is one word too many.\n${usage}`)
  return { values: values as Arguments<Name>['values'], words: positionals }
}

function parsed(names: readonly string[]) {
  const options = Object.fromEntries(names.map(name => [name, { type: 'string' as const }]))
  try {
    return { ...parseArgs({ allowPositionals: true, options }), wrong: null }
  } catch (error) {
    // The first sentence says what is wrong; the rest is advice about another kind of command.
    const [wrong = ''] = error instanceof Error ? error.message.split('. ') : []
    return { values: {}, positionals: [], wrong: `${wrong.replace(/\.$/, '')}.` }
  }
}
