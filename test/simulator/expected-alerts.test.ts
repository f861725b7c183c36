import test from 'ava'
import { hour, minute } from './days.ts'
import { expectedAlerts } from './expected-alerts.ts'
import type { State } from './expected-clocks.ts'

const ticks = { each: 5 * minute, from: 0, until: 200 * hour }
const runs = { start: 0, due: 48 * hour, stop: null, isPaused: false }
const alertsOf = (states: State[]) =>
  expectedAlerts([{ subject: 'P', clock: 'delivery', reading: '', isBinding: true, unit: '', states }], ticks).map(
    ({ level, raised }) => `${level} ${raised / hour}`,
  )

test('one hears of each level at the tick after it is reached', t => {
  t.deepEqual(alertsOf([{ at: 0, runs }]), ['at_risk 36', 'missed 43.25', 'breach 48'])
})

test('of a clock that becomes known late one hears the highest level alone', t => {
  t.deepEqual(alertsOf([{ at: 44 * hour, runs }]), ['missed 44', 'breach 48'])
})

test('what was stopped is not heard of; what runs on again begins anew', t => {
  const stopped = { ...runs, stop: 40 * hour }
  t.deepEqual(
    alertsOf([
      { at: 0, runs },
      { at: 40 * hour, runs: stopped },
    ]),
    ['at_risk 36'],
  )
  t.deepEqual(
    alertsOf([
      { at: 0, runs },
      { at: 40 * hour, runs: stopped },
      { at: 41 * hour, runs },
    ]),
    ['at_risk 36', 'at_risk 41', 'missed 43.25', 'breach 48'],
  )
})

test('a later word that changes nothing raises nothing twice', t => {
  t.deepEqual(
    alertsOf([
      { at: 0, runs },
      { at: 37 * hour, runs: { ...runs } },
    ]),
    ['at_risk 36', 'missed 43.25', 'breach 48'],
  )
})
