// npm run simulate [-- OPTIONS]: the province at work, driven through the API with a moving clock; prints what became of it,
// with status 1 where the system says otherwise than what happened. With --into it stays in that folder, and ends this morning.
import '../support/say-wrong.ts'
import { writeFile } from 'node:fs/promises'
import { localDate, nextDate } from '../../src/kit/time.ts'
import { readArguments } from '../../src/platform/read-arguments.ts'
import { StartError } from '../../src/platform/start-error.ts'
import { provinceIn, provinceOnItsOwn } from './open.ts'
import { announced, type Settings } from './settings.ts'
import { simulate } from './simulate.ts'
import { summaryOf } from './summary.ts'

const usage = `npm run simulate -- [--days 28 | --hours H] [--from 2026-04-20] [--seed 1] [--dossiers-per-day 100] [--log FILE] [--into FOLDER]`
const names = ['days', 'hours', 'from', 'seed', 'dossiers-per-day', 'log', 'into'] as const
const { values } = readArguments({ names, words: 0, usage })

const days = values.hours ? number(values.hours, 24) / 24 : number(values.days, announced.days)
const untilToday = nextDate(localDate(new Date()), -Math.ceil(days))
const settings: Settings = {
  ...announced,
  from: values.from ?? (values.into ? untilToday : announced.from),
  seed: number(values.seed, announced.seed),
  days,
  dossiersPerDay: number(values['dossiers-per-day'], announced.dossiersPerDay),
}

process.env['TZ'] = 'UTC'
const { all, close } = await (values.into ? provinceIn(values.into) : provinceOnItsOwn())
try {
  const began = performance.now()
  const world = await simulate(all, settings)
  const seconds = (performance.now() - began) / 1000
  if (values.log) await writeFile(values.log, world.log.lines())
  const { lines, differences } = await summaryOf(world, seconds)
  for (const line of lines) console.log(line)
  if (values.into) console.log(`DATA_DIR=${values.into} npm start shows it.`)
  process.exitCode = differences ? 1 : 0
} finally {
  await close()
}

function number(text: string | undefined, otherwise: number): number {
  const read = text === undefined ? otherwise : Number(text)
  if (!Number.isFinite(read) || read < 0) throw new StartError(`${text} is not a number.\n${usage}`)
  return read
}
