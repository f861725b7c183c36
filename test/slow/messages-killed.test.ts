import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import test from 'ava'
import { rootFolder } from '../../src/kit/root-folder.ts'
import { addMs, hour, minute } from '../../src/kit/time.ts'
import { atKrongNo, takenIn } from '../support/at-krong-no.ts'
import { type Doing, httpProvider } from '../support/providers.ts'
import { scenario } from '../support/scenario.ts'

const many = Number(process.env['MESSAGES'] ?? 10_000)

/** So many people who have just handed a dossier in, each with a number of their own: copies of one. */
const multiply = `
  with one as (select * from dossiers),
  new as (select gen_random_uuid() as id, n from generate_series(1, :more) as n),
  put as (
    insert into dossiers
    select (jsonb_populate_record(null::dossiers, to_jsonb(one)
      || jsonb_build_object('id', new.id, 'reference', 'BT' || lpad((9000000000000000 + n)::text, 16, '0')))).*
    from one, new returning id),
  people as (
    insert into parties
    select (jsonb_populate_record(null::parties, to_jsonb(parties)
      || jsonb_build_object('dossier_id', new.id, 'phone', '+849' || lpad(n::text, 8, '0')))).*
    from parties, new returning dossier_id)
  insert into dossier_events
  select (jsonb_populate_record(null::dossier_events, to_jsonb(dossier_events)
    || jsonb_build_object('id', gen_random_uuid(), 'dossier_id', new.id))).*
  from dossier_events, new`

/** Of a hundred requests some fail before their effect, some after it, some hang, and now and then there is one too many. */
function asProvidersAre(chance: number): Doing {
  if (chance < 0.02) return { status: 503 }
  if (chance < 0.04) return { took: true, breaks: true }
  if (chance < 0.06) return { breaks: true }
  if (chance < 0.061) return { took: true, hangs: true }
  if (chance < 0.0612) return { status: 429, headers: { 'retry-after': '1' } }
  return {}
}

test(`of ${many} messages none is lost and none has two effects, however often their workers are killed`, async t => {
  t.timeout(9 * minute)
  const all = await scenario(t, { at: '2026-11-23T08:00:00+07:00' })
  const { owner, clock } = all
  const { reference } = await takenIn(all, await atKrongNo(all))
  await owner.raw('set statement_timeout = 0')
  await owner.transaction(async trx => {
    await trx.raw('set local statement_timeout = 0')
    await trx.raw(multiply, { more: many - 1 })
  })
  const sms = await httpProvider(t, () => asProvidersAre(Math.random()))
  const program = rootFolder('dist/test/support/message-worker.js')
  const work = (at: Date) =>
    spawn(process.execPath, [program, all.database.url, sms.url, at.toISOString()], {
      stdio: ['ignore', 'inherit', 'inherit'],
    })

  // Two workers beside each other. Each is killed at a moment that nobody chose; the next comes when its leases have ended.
  const kills = { count: 0 }
  const waiting = async () => Number((await all.db('messages').where({ state: 'waiting' }).count({ n: '*' }))[0]?.['n'])
  for (let round = 0; ; round++) {
    clock.move(4 * minute)
    const workers: ChildProcess[] = [work(clock()), work(addMs(clock(), 1000))]
    const ended = Promise.all(workers.map(worker => once(worker, 'exit')))
    // Later rounds are left alone, so that what was tried again comes to its end.
    const isLeftAlone = round >= 25
    if (!isLeftAlone) {
      for (const worker of workers) {
        await wait(400 + Math.random() * 1200)
        if (worker.exitCode === null) kills.count += Number(worker.kill('SIGKILL'))
      }
    }
    await ended
    if (isLeftAlone && (await waiting()) === 0) break
    if (round > 60) break
  }

  const states = await all.db('messages').select('state').count({ n: '*' }).groupBy('state')
  const references = [...sms.effects.values()].map(({ body }) => String(body.text).slice(0, 18))
  t.log(`${sms.asked.length} requests for ${sms.effects.size} effects through ${kills.count} kills`, states)
  t.is(new Set(references).size, many, 'none is lost')
  t.is(references.length, many, 'none has two effects: no second key for the same dossier')
  t.true(references.includes(reference))
  t.deepEqual(
    states.map(({ state, n }) => [state, Number(n)]),
    [['sent', many]],
  )
  t.true(sms.asked.length > many, 'some were handed over twice, under one key')
  t.true(kills.count > 10)
  t.true(clock().getTime() < addMs(new Date('2026-11-23T08:00:00+07:00'), 12 * hour).getTime())
})
