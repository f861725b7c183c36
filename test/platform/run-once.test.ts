import test from 'ava'
import { addMs, minute } from '../../src/kit/time.ts'
import { forgetOldAnswers } from '../../src/platform/idempotent.ts'
import { runOnce } from '../../src/platform/run-once.ts'
import { testDatabase } from '../support/database.ts'

const slot = new Date('2026-11-23T08:00:00+07:00')

async function jobs(t: { teardown(done: () => Promise<void>): void }) {
  const { db, close } = await testDatabase({ max: 2 })
  t.teardown(close)
  const done: Date[] = []
  const run = (now: Date, work = async () => void done.push(now)) => runOnce(db, { job: 'tick', slot, now }, work)
  return { db, done, run }
}

test('what was done for a slot is not done again, however late it is asked for', async t => {
  const { done, run } = await jobs(t)
  t.true(await run(slot))
  for (const later of [0, 1, 4, 6, 600]) t.false(await run(addMs(slot, later * minute)))
  t.is(done.length, 1)
})

test('while one process works the others leave it alone; when it died they take over', async t => {
  const { db, done, run } = await jobs(t)
  await db('job_runs').insert({ job: 'tick', slot, started_at: slot, lease_until: addMs(slot, 5 * minute) })
  t.false(await run(addMs(slot, 4 * minute)))
  t.true(await run(addMs(slot, 6 * minute)))
  t.is(done.length, 1)
})

test('a job that fails says so, and its reason is kept', async t => {
  const { db, run } = await jobs(t)
  const failing = async () => {
    throw new Error('no paper in the printer')
  }
  await t.throwsAsync(run(slot, failing), { message: 'no paper in the printer' })
  t.like(await db('job_runs').first(), { finished_at: null, last_error: 'Error: no paper in the printer' })
  t.true(await run(addMs(slot, 6 * minute)), 'it is tried again when its lease has ended')
})

test('answers are kept for the seven days that are promised', async t => {
  const { db } = await jobs(t)
  const kept = { client: 'a', route: 'r', fingerprint: 'f', status: 201, answer: Buffer.from('x') }
  await db('idempotent_answers').insert([
    { ...kept, key: 'old', created_at: addMs(slot, -7 * 24 * 60 * minute - 1) },
    { ...kept, key: 'young', created_at: addMs(slot, -7 * 24 * 60 * minute) },
  ])
  t.is(await forgetOldAnswers(db, slot), 1)
  t.deepEqual(await db('idempotent_answers').pluck('key'), ['young'])
})
