import test from 'ava'
import { steps } from '../../src/custody/steps.ts'
import { english } from '../../src/tracking/english.ts'
import { vietnamese } from '../../src/tracking/timeline.ts'

for (const [step, { citizen }] of Object.entries(steps))
  test(`${step} is told to citizens in both languages or in neither`, t => {
    const told = [vietnamese, english].map(words => words.step(step, 'Krông Nô'))
    t.deepEqual(
      told.map(text => text !== null),
      [citizen !== null, citizen !== null],
    )
    for (const text of told) t.notRegex(text ?? '', /[‹›]/)
    t.is(
      told[1]?.includes('Krông Nô') ?? false,
      citizen?.includes('‹unit›') ?? false,
      'both name the place, or neither',
    )
  })
