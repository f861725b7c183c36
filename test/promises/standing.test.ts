import test from 'ava'
import { hour } from '../../src/kit/time.ts'
import { board, promiseCounts } from '../../src/promises/queries.ts'
import { type Standing, standingOf } from '../../src/promises/standing.ts'
import { atKrongNo, onItsWayHome } from '../support/at-krong-no.ts'
import { scenario } from '../support/scenario.ts'

const start = new Date('2026-11-23T08:00:00+07:00')
const at = (hours: number) => new Date(start.getTime() + hours * hour)
const promise = { at_risk_at: at(36), due_at: at(48), paused_at: null, paused_until: null as Date | null }

const cases: { hours: number; paused?: number; until?: number; standing: Standing }[] = [
  { hours: 35.9, standing: 'on_time' },
  { hours: 36, standing: 'at_risk' },
  { hours: 47.9, standing: 'at_risk' },
  { hours: 48, standing: 'late' },
  { hours: 60, standing: 'late' },
  { hours: 37, paused: 30, standing: 'paused' },
  { hours: 60, paused: 30, standing: 'paused' },
  { hours: 31, paused: 30, until: 32, standing: 'paused' },
  { hours: 32, paused: 30, until: 32, standing: 'on_time' },
  { hours: 29, paused: 30, until: 32, standing: 'on_time' },
]
for (const { hours, paused, until, standing } of cases)
  test(`after ${hours} hours${paused ? `, paused from ${paused}${until ? ` to ${until}` : ''},` : ''} a promise of 48 stands ${standing}`, t => {
    t.is(
      standingOf(
        { ...promise, paused_at: paused ? at(paused) : null, paused_until: until ? at(until) : null },
        at(hours),
      ),
      standing,
    )
  })

test('the board, its figures and the rule say the same, of a paused promise too', async t => {
  const all = await scenario(t)
  await onItsWayHome(all, await atKrongNo(all))
  const begun = all.clock()
  const counted = async (hours: number) => {
    const now = new Date(begun.getTime() + hours * hour)
    const [row] = await board(all.db, { limit: 9, offset: 0 }, now)
    const { [row?.standing ?? 'late']: count, ...others } = await promiseCounts(all.db, now)
    t.deepEqual([count, Object.values(others)], [1, [0, 0, 0]])
    return row?.standing
  }
  t.deepEqual([await counted(1), await counted(36), await counted(48)], ['on_time', 'at_risk', 'late'])
  await all.db('clocks').update({ paused_at: begun })
  t.is(await counted(60), 'paused')
})
