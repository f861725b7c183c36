import { addMs, type Clock } from '../../src/kit/time.ts'

/** A clock that stands still until it is moved. The only clock of the tests. */
export type TestClock = Clock & { move(ms: number): void; set(iso: string): void }

export function testClock(iso = '2026-11-23T08:00:00+07:00'): TestClock {
  let now = new Date(iso)
  return Object.assign(() => now, {
    move: (ms: number) => {
      now = addMs(now, ms)
    },
    set: (at: string) => {
      now = new Date(at)
    },
  })
}
