import { differentAlerts, differentFigures, differentHoldings, differentWatches } from './differences.ts'
import { type Kept, reportedFigures } from './reported.ts'
import type { World } from './world.ts'

/** What became of the province, in lines for people; and in how many things the system says otherwise than the log. */
export async function summaryOf(world: World, seconds: number): Promise<{ lines: string[]; differences: number }> {
  const { db } = world.all
  const count = async (table: string) => Number((await db(table).count('* as n').first())?.['n'])
  const [dossiers, parcels, facts] = [await count('dossiers'), await count('parcels'), await count('custody_events')]
  const levels = counts(
    (await db('alerts').select('level', 'watch')).map(({ level, watch }) => (watch === 'clock' ? level : watch)),
  )
  const reviews = counts(await db('reviews').pluck('kind'))
  const figures = byReading(await reportedFigures(world))
  const holdings = await differentHoldings(world)
  const differences = [
    ...(await differentAlerts(world)),
    ...(await differentWatches(world)),
    ...(await differentFigures(world)),
    ...holdings.found,
  ]
  const lines = [
    `${dossiers} dossiers, ${parcels} parcels, ${facts} facts, in ${world.settings.days} days from ${world.settings.from}, seed ${world.settings.seed}`,
    `alerts: ${levels || 'none'}`,
    `questions: ${reviews || 'none'}`,
    `went otherwise: ${disturbances(world)}`,
    ...figures.map(line),
    `${world.calls} calls of the API in ${seconds.toFixed(0)} s, ${(world.calls / seconds).toFixed(0)} a second`,
    `log: ${world.log.entries.length} entries, digest ${world.log.digest().slice(0, 16)}`,
    `compared with the log: ${holdings.compared} parcels all of which was told by now; ${differences.length} differences`,
    ...differences.slice(0, 20),
  ]
  return { lines, differences: differences.length }
}

function byReading(figures: readonly Kept[]): Kept[] {
  const all = new Map<string, Kept>()
  for (const { clock, reading, kept_by_wall, kept, late, running } of figures) {
    const none = { clock, reading, unit: '', kept_by_wall: 0, kept: 0, late: 0, running: 0 }
    const sum = all.get(clock + reading) ?? none
    sum.kept_by_wall += kept_by_wall
    sum.kept += kept
    sum.late += late
    sum.running += running
    all.set(clock + reading, sum)
  }
  return [...all.values()]
}

function line({ clock, reading, kept_by_wall, kept, late, running }: Kept): string {
  const share = (part: number) => (kept + late ? ((100 * part) / (kept + late)).toFixed(1) : '–')
  return `${clock} (${reading}): ${share(kept)} % kept, ${share(kept_by_wall)} % by the wall (${kept} kept, ${late} late, ${running} running)`
}

const disturbances = ({ log }: World): string =>
  counts([...log.of('disturbed').map(({ how }) => how), ...log.of('forgot').map(() => 'forgotten scan')])

/** How many there are of each. */
function counts(words: readonly string[]): string {
  const many = new Map<string, number>()
  for (const word of words) many.set(word, (many.get(word) ?? 0) + 1)
  return [...many].map(([word, n]) => `${n} × ${word}`).join(', ')
}
