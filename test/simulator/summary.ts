import { differentAlerts, differentFigures, differentHoldings } from './differences.ts'
import { type Figures, reportedFigures } from './reported.ts'
import type { World } from './world.ts'

/** What became of the province, in lines for people; and in how many things the system says otherwise than the log. */
export async function summaryOf(world: World, seconds: number): Promise<{ lines: string[]; differences: number }> {
  const { db } = world.all
  const count = async (table: string) => Number((await db(table).count('* as n').first())?.['n'])
  const [dossiers, parcels, facts] = [await count('dossiers'), await count('parcels'), await count('custody_events')]
  const levels = counts(await db('alerts').pluck('level'))
  const reviews = counts(await db('reviews').pluck('kind'))
  const figures = byReading(await reportedFigures(db, new Date(world.now)))
  const holdings = await differentHoldings(world)
  const differences = [...(await differentAlerts(world)), ...(await differentFigures(world)), ...holdings.found]
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

function byReading(figures: readonly Figures[]): Figures[] {
  const all = new Map<string, Figures>()
  for (const { clock, reading, on_time, late, running } of figures) {
    const sum = all.get(clock + reading) ?? { clock, reading, unit: '', on_time: 0, late: 0, running: 0 }
    Object.assign(sum, { on_time: sum.on_time + on_time, late: sum.late + late, running: sum.running + running })
    all.set(clock + reading, sum)
  }
  return [...all.values()]
}

function line({ clock, reading, on_time, late, running }: Figures): string {
  const share = on_time + late ? ((100 * on_time) / (on_time + late)).toFixed(1) : '–'
  return `${clock} (${reading}): ${share} % in time (${on_time} in time, ${late} late, ${running} running)`
}

const disturbances = ({ log }: World): string =>
  counts([...log.of('disturbed').map(({ how }) => how), ...log.of('forgot').map(() => 'forgotten scan')])

/** How many there are of each. */
function counts(words: readonly string[]): string {
  const many = new Map<string, number>()
  for (const word of words) many.set(word, (many.get(word) ?? 0) + 1)
  return [...many].map(([word, n]) => `${n} × ${word}`).join(', ')
}
