import test from 'ava'
import { hour, minute } from './days.ts'
import { expectedAlerts } from './expected-alerts.ts'
import { type State, type Timed, timed } from './expected-clocks.ts'

const ticks = { each: 5 * minute, from: 0, until: 200 * hour }
const runs = (other: Partial<Timed> = {}) =>
  timed({ start: 0, wall: 48 * hour, stop: null, moves: (due, from, until) => due + until - from, ...other })
const alertsOf = (states: State[]) =>
  expectedAlerts([{ subject: 'P', clock: 'delivery', reading: '', isBinding: true, unit: '', states }], ticks).map(
    ({ level, raised, closed }) => `${level} ${raised / hour}${closed === null ? '' : `–${closed / hour}`}`,
  )

test('one hears of each level at the tick after it is reached', t => {
  t.deepEqual(alertsOf([{ at: 0, runs: runs() }]), [
    'at_risk 36–43.25',
    'missed 43.25–48',
    'breach 48–72',
    'breach_day 72',
  ])
})

test('of a clock that becomes known late one hears the highest level alone', t => {
  t.deepEqual(alertsOf([{ at: 44 * hour, runs: runs() }]), ['missed 44–48', 'breach 48–72', 'breach_day 72'])
})

test('what was stopped is not heard of; what runs on again begins anew', t => {
  const stopped = { at: 40 * hour, runs: runs({ stop: 40 * hour }) }
  t.deepEqual(alertsOf([{ at: 0, runs: runs() }, stopped]), ['at_risk 36–40'])
  t.deepEqual(alertsOf([{ at: 0, runs: runs() }, stopped, { at: 41 * hour, runs: runs() }]), [
    ...['at_risk 36–40', 'at_risk 41–43.25', 'missed 43.25–48', 'breach 48–72', 'breach_day 72'],
  ])
})

test('a later word that changes nothing raises nothing twice', t => {
  t.deepEqual(
    alertsOf([
      { at: 0, runs: runs() },
      { at: 37 * hour, runs: runs() },
    ]),
    ['at_risk 36–43.25', 'missed 43.25–48', 'breach 48–72', 'breach_day 72'],
  )
})

test('with time left again an alert closes, and is raised anew', t => {
  t.deepEqual(
    alertsOf([
      { at: 0, runs: runs({ chance: () => 10 * hour }) },
      { at: 11 * hour, runs: runs({ chance: () => 20 * hour }) },
    ]),
    ['at_risk 8–10', 'missed 10–11', 'at_risk 18–20', 'missed 20–48', 'breach 48–72', 'breach_day 72'],
  )
})

test('while it stands still nobody hears of it; then it is due later', t => {
  const still = (until: number | null) => [{ from: 37 * hour, until, by: '' }]
  t.deepEqual(
    alertsOf([
      { at: 0, runs: runs() },
      { at: 37 * hour, runs: runs({ stills: still(null) }) },
    ]),
    ['at_risk 36–37'],
  )
  t.deepEqual(
    alertsOf([
      { at: 0, runs: runs() },
      { at: 37 * hour, runs: runs({ stills: still(47 * hour) }) },
    ]),
    ['at_risk 36–37', 'at_risk 47–52.25', 'missed 52.25–58', 'breach 58–82', 'breach_day 82'],
  )
})
