import test from 'ava'
import { dailyNumber } from '../../src/platform/daily-number.ts'
import { filled, scanning } from '../support/counted.ts'
import { giaNghia, krongNo, scenario } from '../support/scenario.ts'

const today = '2026-11-23'

test('numbers of a day are counted for each kind, unit and day, without a gap', async t => {
  const { db } = await scenario(t)
  const next = (prefix: string, unit: string, day = today) =>
    db.transaction(async trx => dailyNumber(trx, prefix, unit, day))
  const many = await Promise.all(Array.from({ length: 12 }, () => next('TT', krongNo)))
  t.deepEqual(
    many.sort(),
    many.map((_, i) => `TT642100261123${String(i + 1).padStart(4, '0')}`),
  )
  for (const [number, wanted] of [
    [await next('KK', krongNo), 'KK6421002611230001'],
    [await next('TT', giaNghia), /^TT\d{6}2611230001$/],
    [await next('TT', krongNo, '2026-11-24'), 'TT6421002611240001'],
  ] as const)
    t.regex(number, new RegExp(wanted))
})

test('what is rolled back leaves no gap', async t => {
  const { db } = await scenario(t)
  const lost = db.transaction(async trx => {
    await dailyNumber(trx, 'BG', krongNo, today)
    throw new Error('lost')
  })
  await t.throwsAsync(lost, { message: 'lost' })
  t.is(await db.transaction(trx => dailyNumber(trx, 'BG', krongNo, today)), 'BG6421002611230001')
})

test('after 9,999 of a day people are told, for a bag, a stock count and a round alike', async t => {
  const all = await scenario(t)
  const { clerk, courier, codes } = await filled(all, 1)
  await all
    .db('daily_numbers')
    .insert(['TT', 'KK', 'CP'].map(prefix => ({ prefix, unit_number: '642100', day: today, last: 9998 })))
  const bag = () => clerk.post('/bags', { to_unit: giaNghia })
  t.is((await bag()).body.code, 'TT6421002611239999')
  await all.db('daily_numbers').update({ last: 9999 })
  const count = await scanning(clerk, krongNo, codes)
  for (const { status, body } of [
    await bag(),
    await clerk.post(`/stock-counts/${count}/closing`, { is_empty: false }),
    await clerk.post('/rounds', { courier: courier.id, codes }),
  ])
    t.deepEqual([status, body.code], [409, 'too_many_today'], JSON.stringify(body))
})
