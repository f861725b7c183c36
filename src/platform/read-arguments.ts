import { parseArgs } from 'node:util'
import { StartError } from './start-error.ts'

export type Arguments<Name extends string> = { values: Partial<Record<Name, string>>; positionals: string[] }

/**
 * The arguments of a command: `--name VALUE` for each of `names`, and words without a name. Throws StartError that says
 * what is wrong and how the command is used, also for `--help`.
 */
export function readArguments<Name extends string>(names: readonly Name[], usage: string): Arguments<Name> {
  const options = Object.fromEntries(names.map(name => [name, { type: 'string' as const }]))
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options })
    return { values: values as Arguments<Name>['values'], positionals }
  } catch (error) {
    const isHelp = process.argv.includes('--help')
    throw new StartError(isHelp || !(error instanceof Error) ? usage : `${error.message}\n${usage}`)
  }
}
