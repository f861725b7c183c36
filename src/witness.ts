// npm run witness -- --log URL --folder DIR --name NAME: holds the log to what it said before, and cosigns its head.
// Meant for the other organisation's machine, woken by its own timer, once an hour. Needs no database and no settings.
import { cosignLog } from './evidence/cosign-log.ts'
import { readArguments } from './platform/read-arguments.ts'
import { StartError } from './platform/start-error.ts'

const usage =
  'npm run witness -- --log URL of the service --folder DIR of the witness --name NAME without spaces and +.'

try {
  await witness()
} catch (error) {
  console.error(error instanceof StartError ? error.message : error)
  process.exitCode = 1
}

async function witness() {
  const { log, folder, name } = readArguments({ names: ['log', 'folder', 'name'], words: 0, usage }).values
  if (!log || !folder || !name || /[\s+]/.test(name) || !URL.canParse(log)) throw new StartError(usage)
  const size = await cosignLog({ log, folder, name, now: new Date(), say: console.log })
  console.log(`Cosigned as ${name}: ${size} facts.`)
}
