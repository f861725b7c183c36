import test from 'ava'
import { liveInAnyOrder } from '../support/any-order.ts'

test('whatever order facts arrive in, the present is that of the pure fold: 500 lives', t => liveInAnyOrder(t, 500))
