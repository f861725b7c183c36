import type { Entry, Holder, Told, WorldLog } from './log.ts'

export type Known = Told & { at: number }
/** A list of the desk for the post, and since when it is taken back. */
export type Listed = { released: number; cancelled: number | null }

/** What the system had been told of a thing at `at`: what stands, in the order in which it happened, and its lists. */
export type Moment = { at: number; facts: readonly Known[]; listed: readonly Listed[] }
export type Course = {
  code: string
  purpose: string
  began: number
  holder: Holder
  bound: string
  isCollected: boolean
  zone: 'town' | 'rural' | null
  dossiers: readonly string[]
  moments: readonly Moment[]
}

type Growing = {
  -readonly [key in keyof Course]: Course[key]
} & { told: Known[]; waiting: Known[]; moments: Moment[]; sheets: Map<string, Listed> }

/**
 * Everything the system was told, thing by thing, one moment for each thing it was told. What contradicted counts once what
 * was forgotten had been told; what was only planned, or said twice, never does.
 */
export function coursesOf(log: WorldLog): Map<string, Course> {
  const courses = new Map<string, Growing>()
  const onSheet = new Map<string, string[]>()
  for (const entry of log.entries) {
    if (entry.what === 'parcel') courses.set(entry.code, beginning(entry))
    if (entry.what === 'released') onSheet.set(entry.sheet, entry.codes)
    const codes =
      entry.what === 'released' || entry.what === 'settled' ? (onSheet.get(entry.sheet) ?? []) : codeOf(entry)
    for (const code of codes) {
      const course = courses.get(code)
      if (course && learns(course, entry)) course.moments.push(momentOf(course, entry.at))
    }
  }
  return courses
}

const codeOf = (entry: Entry) => ('code' in entry ? [entry.code] : [])

const beginning = (entry: Extract<Entry, { what: 'parcel' }>): Growing => ({
  ...{ code: entry.code, purpose: entry.purpose, began: entry.at, holder: entry.holder, bound: entry.bound ?? '' },
  ...{ isCollected: entry.is_collected, zone: entry.zone, dossiers: entry.dossiers },
  ...{ moments: [], told: [], waiting: [], sheets: new Map() },
})

function momentOf(course: Growing, at: number): Moment {
  const standing = [...course.told].sort((a, b) => a.happened - b.happened)
  return { at, facts: standing, listed: [...course.sheets.values()] }
}

/** Whether this tells the system anything of the thing. */
function learns(course: Growing, entry: Entry): boolean {
  const { told, waiting } = course
  if (entry.what === 'bound') course.bound = entry.bound
  if (entry.what === 'mended') return waiting.length > 0 && told.push(...waiting.splice(0)) > 0
  if (entry.what !== 'told') return listed(course, entry)
  if (entry.verdict === 'for_review') waiting.push(entry)
  return isKnown(entry) && told.push(entry) > 0
}
const unheard = new Set(['for_review', 'only planned', 'already_recorded'])
const isKnown = ({ verdict }: Told) => !unheard.has(verdict)

function listed({ sheets }: Growing, entry: Entry): boolean {
  if (entry.what === 'released' && entry.from.startsWith('police'))
    return Boolean(sheets.set(entry.sheet, { released: entry.at, cancelled: null }))
  const sheet = entry.what === 'settled' && entry.how === 'cancelled' && sheets.get(entry.sheet)
  if (sheet) sheets.set(entry.sheet, { ...sheet, cancelled: entry.at })
  return Boolean(sheet)
}
