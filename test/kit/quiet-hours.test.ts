import test from 'ava'
import { isQuiet, openSince } from '../../src/kit/quiet-hours.ts'
import { rfc3339 } from '../../src/kit/time.ts'

const overNight = { quiet_from: 21 * 60, quiet_until: 7 * 60 }
const overNoon = { quiet_from: 12 * 60, quiet_until: 13 * 60 }
for (const [settings, time, quiet] of [
  [overNight, '20:59', false],
  [overNight, '21:00', true],
  [overNight, '03:00', true],
  [overNight, '06:59', true],
  [overNight, '07:00', false],
  [overNoon, '12:30', true],
  [overNoon, '13:00', false],
  [{ quiet_from: 0, quiet_until: 0 }, '00:00', false],
] as const)
  test(`at ${time} people are ${quiet ? '' : 'not '}left in peace, from ${settings.quiet_from} until ${settings.quiet_until}`, t => {
    t.is(isQuiet(settings, new Date(`2026-11-23T${time}:00+07:00`)), quiet)
  })

for (const [hours, time, since] of [
  [overNight, '20:59', '23T07:00'],
  [overNight, '21:00', '23T21:00'],
  [overNight, '07:10', '23T07:00'],
  [overNoon, '09:00', '22T13:00'],
  [overNoon, '12:30', '23T12:30'],
  [overNoon, '16:00', '23T13:00'],
  [{ quiet_from: 0, quiet_until: 6 * 60 }, '04:00', '23T04:00'],
  [{ quiet_from: 0, quiet_until: 6 * 60 }, '23:30', '23T06:00'],
  [{ quiet_from: 0, quiet_until: 0 }, '10:00', null],
] as const)
  test(`at ${time} people may be written to since ${since ?? 'ever'}, quiet from ${hours.quiet_from} until ${hours.quiet_until}`, t => {
    const at = openSince(hours, new Date(`2026-11-23T${time}:00+07:00`))
    t.is(at && rfc3339(at).slice(8, 16), since)
  })
