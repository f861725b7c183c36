import type { Knex } from 'knex'
import { retryClashes } from '../platform/retry.ts'
import { type BagScan, bagScans, bagVerdict } from './bag-scans.ts'
import { changeOf } from './change-of.ts'
import type { Consequence } from './consequence.ts'
import { type History, lockHistories } from './history.ts'
import { effectiveAt, type Judged, judgeScan, refused } from './judge-scan.ts'
import { knownOf } from './known.ts'
import { fingerprint, type Scan, type Verdict } from './scan.ts'
import { type NewFact, writeHistories } from './write-histories.ts'

/**
 * Records a list of scans in one transaction and a constant number of statements, and answers one verdict each, in order.
 * An id seen before gets its first answer again; the same id with another body or person is refused. Nothing is dropped:
 * a refused scan is kept with its reason. A scan of a sealed bag is that of all that is in it. Throws only for faults
 * (database down), in which case nothing was recorded.
 */
export async function recordScans(
  db: Knex,
  scans: readonly Scan[],
  { now, consequences }: { now: Date; consequences: readonly Consequence[] },
): Promise<Verdict[]> {
  const bags = await bagScans(db, scans)
  if (isTooMuch(scans, bags)) return oneByOne(db, scans, { now, consequences })
  const once = async (trx: Knex) => {
    const fresh = await claimIds(trx, scans)
    const first = firstOf(scans).filter(scan => fresh.has(scan.id))
    await claimIds(
      trx,
      first.flatMap(scan => bags.get(scan)?.contents ?? []),
    )
    const single = first.flatMap(scan => bags.get(scan)?.contents ?? [scan])
    const judged = await judgeAndWrite(trx, single, now, consequences)
    const told = [...judged, ...first.flatMap(scan => judgedBag(bags.get(scan), judged))]
    return answers(trx, scans, await storeAnswers(trx, told))
  }
  // Inside a verb it is part of the verb's own transaction, which alone can be tried again.
  if (db.isTransaction) return once(db)
  return retryClashes(() => db.transaction(once)).catch(error => {
    if (!isUnstorable(error)) throw error
    return oneByOne(db, scans, { now, consequences })
  })
}

type JudgedScan = Judged & { scan: Scan }

/** So many facts one transaction writes at most, unless a single bag holds more. */
const most = 1000

const isTooMuch = (scans: readonly Scan[], bags: ReadonlyMap<Scan, BagScan>) =>
  scans.length > 1 && scans.reduce((sum, scan) => sum + (bags.get(scan)?.contents.length ?? 1), 0) > most

/** What a bag's own scan is answered, once that of each content is. */
function judgedBag(bag: BagScan | undefined, judged: readonly JudgedScan[]): JudgedScan[] {
  if (!bag) return []
  const ids = new Set(bag.contents.map(({ id }) => id))
  const contents = judged.filter(({ scan }) => ids.has(scan.id)).map(({ verdict }) => verdict)
  return [{ scan: bag.scan, verdict: bagVerdict(bag, contents), fact: null }]
}

/** PostgreSQL could not take a value (class 22). A rule of the schema that is broken (class 23) is a bug of ours, and is told as one. */
const isUnstorable = (error: unknown) => error instanceof Error && 'code' in error && /^22/.test(String(error.code))

/** One scan that cannot be stored must not cost its list: each is recorded alone, that one is refused. */
async function oneByOne(db: Knex, scans: readonly Scan[], when: { now: Date; consequences: readonly Consequence[] }) {
  if (scans.length === 1) return Promise.all(scans.map(scan => keepRefused(db, scan)))
  const verdicts: Verdict[] = []
  for (const scan of scans) verdicts.push(...(await recordScans(db, [scan], when)))
  return verdicts
}

/** What cannot be kept as it was sent is kept as refused, without its words. */
async function keepRefused(db: Knex, scan: Scan): Promise<Verdict> {
  const answer = refused(scan, 'wrong_detail')
  const { id, received_at } = scan
  const row = { id, received_at, person_id: scan.by.id, fingerprint: fingerprint(scan), body: {}, answer }
  await db('scans')
    .insert({ ...row, verdict: answer.verdict })
    .onConflict('id')
    .ignore()
  return answer
}

/** Sorted, because inserting resends unsorted deadlocks. An id in flight elsewhere waits here for its commit. */
async function claimIds(trx: Knex, scans: readonly Scan[]): Promise<Set<string>> {
  if (!scans.length) return new Set()
  const rows = firstOf(scans)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(scan => ({
      id: scan.id,
      person_id: scan.by.id,
      fingerprint: fingerprint(scan),
      body: bodyOf(scan),
      received_at: scan.received_at,
    }))
  const { rows: claimed } = await trx
    .raw<{ rows: { id: string }[] }>(
      `insert into scans select * from jsonb_populate_recordset(null::scans, :rows)
     on conflict (id) do nothing returning id`,
      { rows: JSON.stringify(rows) },
    )
    .options({ name: 'claim scans' })
  return new Set(claimed.map(({ id }) => id))
}

/** Each id once, where it is first said. */
function firstOf(scans: readonly Scan[]): Scan[] {
  const said = new Set<string>()
  return scans.filter(({ id }) => !said.has(id) && said.add(id))
}

const bodyOf = ({ by, received_at, ...said }: Scan) => said

async function judgeAndWrite(trx: Knex, scans: Scan[], now: Date, consequences: readonly Consequence[]) {
  const coming = scans.map(scan => ({
    code: scan.code,
    effective_at: effectiveAt(scan),
    corrects: scan.corrects,
  }))
  const histories = await lockHistories(trx, coming)
  const known = await knownOf(trx, scans, now)
  const before = new Map(
    [...histories].map(([code, { present, standings }]) => [code, { present, standings: new Map(standings) }]),
  )
  const judged = scans.map(scan => ({ scan, ...judgeScan(histories.get(scan.code), scan, known) }))
  const facts = judged.flatMap(one => newFact(histories, one))
  const touched = [...new Set(facts.map(({ history }) => history))]
  await writeHistories(
    trx,
    facts,
    touched.map(history => ({ history, standingsBefore: before.get(history.code)?.standings ?? new Map() })),
    now,
  )
  const changes = touched.map(history => changeOf(history, before.get(history.code)?.present ?? history.present))
  for (const consequence of changes.length ? consequences : []) await consequence(trx, changes, { now })
  return judged
}

const newFact = (histories: Map<string, History>, { scan, fact }: JudgedScan): NewFact[] => {
  const history = histories.get(scan.code)
  return fact && history ? [{ history, fact, scan }] : []
}

/** The answers as they are stored, so that a resend and the first sending get the same bytes. */
async function storeAnswers(trx: Knex, judged: readonly JudgedScan[]): Promise<Map<Scan, Verdict>> {
  if (!judged.length) return new Map()
  const answers = judged.map(({ verdict, fact }) => ({
    id: verdict.id,
    verdict: verdict.verdict,
    answer: verdict,
    event_id: fact?.id ?? null,
  }))
  const { rows } = await trx
    .raw<{ rows: { id: string; answer: Verdict }[] }>(
      `update scans set verdict = told.verdict, answer = told.answer, event_id = told.event_id
     from jsonb_populate_recordset(null::scans, :answers) as told
     where scans.id = told.id
     returning scans.id, scans.answer`,
      { answers: JSON.stringify(answers) },
    )
    .options({ name: 'answer scans' })
  const stored = new Map(rows.map(({ id, answer }) => [id, answer]))
  return new Map(judged.map(({ scan, verdict }) => [scan, stored.get(scan.id) ?? verdict]))
}

/** One for each scan, in order. What was sent before gets what was answered then, if it was the same scan of the same person. */
async function answers(trx: Knex, scans: readonly Scan[], fresh: ReadonlyMap<Scan, Verdict>): Promise<Verdict[]> {
  const again = scans.filter(scan => !fresh.has(scan)).map(({ id }) => id)
  const rows = again.length
    ? await trx('scans').whereIn('id', again).select('id', 'person_id', 'fingerprint', 'answer')
    : []
  const stored = new Map(rows.map(row => [row.id, row]))
  return scans.map(scan => {
    const row = stored.get(scan.id)
    const isSame = row?.person_id === scan.by.id && row.fingerprint === fingerprint(scan)
    return fresh.get(scan) ?? (isSame ? (row.answer as Verdict) : refused(scan, 'id_reused'))
  })
}
