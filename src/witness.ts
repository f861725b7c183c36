// npm run witness -- --log URL --folder DIR --name NAME: holds the log to what it said before, and cosigns its head.
// Meant for the other organisation's machine, woken by its own timer, once an hour. Needs no database and no settings.
import { parseArgs } from 'node:util'
import { cosignLog } from './evidence/cosign-log.ts'
import { StartError } from './platform/start-error.ts'

try {
  await witness()
} catch (error) {
  console.error(error instanceof StartError ? error.message : error)
  process.exitCode = 1
}

async function witness() {
  const wish = { type: 'string' } as const
  const { log, folder, name } = parseArgs({ options: { log: wish, folder: wish, name: wish } }).values
  if (!log || !folder || !name || /[\s+]/.test(name) || !URL.canParse(log))
    throw new StartError('--log URL of the service, --folder DIR of the witness, --name NAME without spaces and +.')
  const size = await cosignLog({ log, folder, name, now: new Date(), say: console.log })
  console.log(`Cosigned as ${name}: ${size} facts.`)
}
