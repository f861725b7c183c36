import { StartError } from '../../src/platform/start-error.ts'

/** Of a command: what its user can mend is said in a sentence, everything else with its trace. Status 1 in both. */
process.on('uncaughtException', error => {
  console.error(error instanceof StartError ? error.message : error)
  process.exit(1)
})
