import test from 'ava'
import { scenario } from '../support/scenario.ts'

const announced = {
  'fire province': 15,
  'fire district': 2,
  'fire commune': 1,
  'immigration province': 11,
  'immigration district': 1,
  'immigration commune': 1,
}

test('the 88 procedures are as announced, by field and level', async t => {
  const { anyone } = await scenario(t)
  const { body } = await anyone.get('/procedures')
  const count = (matches: (item: { field: string; level: string }) => boolean) => body.items.filter(matches).length
  t.is(body.items.length, 88)
  for (const [key, n] of Object.entries(announced))
    t.is(
      count(item => `${item.field} ${item.level}` === key),
      n,
      key,
    )
  const roads = ['vehicles', 'traffic-fines']
  t.deepEqual(
    ['province', 'district', 'commune'].map(level => count(item => roads.includes(item.field) && item.level === level)),
    [9, 8, 7],
  )
  t.is(
    count(item => !roads.includes(item.field) && !['fire', 'immigration'].includes(item.field)),
    33,
  )
})

test('a procedure is found by typing without accents, and says what nobody has verified', async t => {
  const { anyone } = await scenario(t)
  const { body } = await anyone.get('/procedures?q=ho%20chieu%20pho%20thong%20cap')
  t.true(body.items.some((item: { id: string }) => item.id === 'immigration-province-01'))
  const passport = await anyone.get('/procedures/immigration-province-01')
  t.true(passport.body.unverified.includes('receive_by_post'))
  t.is(passport.body.documents.find((paper: { name: string }) => paper.name.startsWith('Hộ chiếu cũ')).required, false)
  t.is((await anyone.get('/procedures/nothing')).status, 404)
})

test('the reference data is whole', async t => {
  const { db } = await scenario(t)
  const count = async (table: string, where = {}) => Number((await db(table).where(where).count({ n: '*' }))[0]?.['n'])
  t.is(await count('units', { kind: 'post_office' }), 54)
  t.is(await count('units', { kind: 'police_unit' }), 83)
  t.is(await count('admin_units'), 80)
  t.is(await count('delivery_areas'), 71)
  t.is(await count('admin_unit_mergers', { applied_at: null }), 71)
  const days: string[] = await db('holidays').pluck('day')
  t.deepEqual([...new Set(days.map(day => day.slice(0, 4)))].sort(), ['2022', '2023', '2024', '2025', '2026', '2027'])
})
