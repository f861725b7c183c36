import test from 'ava'
import { liveInAnyOrder } from '../support/any-order.ts'

test('whatever order facts arrive in, the present is that of the pure fold: 10,000 lives', t => {
  t.timeout(900_000)
  return liveInAnyOrder(t, 10_000)
})
