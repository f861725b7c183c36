import test from 'ava'
import { seeded } from './random.ts'

const drawn = (seed: number) => {
  const { below, between, poisson, weighted } = seeded(seed)
  return Array.from({ length: 50 }, () => [
    below(9),
    between(2, 3),
    poisson(4),
    weighted(['a', 'b'], one => (one === 'a' ? 3 : 1)),
  ])
}

test('a seed draws the same again, another seed something else', t => {
  t.deepEqual(drawn(7), drawn(7))
  t.notDeepEqual(drawn(7), drawn(8))
})

for (const mean of [0, 0.5, 20, 10_000])
  test(`about ${mean} come where ${mean} are announced`, t => {
    const { poisson } = seeded(3)
    const many = Array.from({ length: 400 }, () => poisson(mean))
    const average = many.reduce((sum, one) => sum + one, 0) / many.length
    t.true(Math.abs(average - mean) <= 4 * Math.sqrt(mean / 400), `${average}`)
  })

test('what weighs three times as much is drawn three times as often', t => {
  const { weighted } = seeded(5)
  const heavy = Array.from({ length: 4000 }, () => weighted([1, 3], one => one)).filter(one => one === 3).length
  t.true(Math.abs(heavy - 3000) < 120, `${heavy}`)
})
