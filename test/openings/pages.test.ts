import test from 'ava'
import { atKrongNo, scanned, takenIn } from '../support/at-krong-no.ts'
import { papers } from '../support/papers.ts'
import { scenario } from '../support/scenario.ts'
import { deskOf, untouched } from '../support/staff-browser.ts'

test('the desk sees what is to be opened, compares it with the list and signs with one form', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { parcel } = await takenIn(all, staff)
  await scanned(all, staff.courier, 'depart', parcel.code)
  await scanned(all, staff.officer, 'lodge', parcel.code)
  const desk = await deskOf(all, staff.officer)
  const path = `/staff/desk/openings/${parcel.code}`
  t.regex((await desk.get('/staff/desk')).text, new RegExp(`Cần mở[\\s\\S]*href="${path}"`))
  const form = untouched((await desk.get(path)).text, 'opening')
  t.is(form['found.0.originals'], '1', 'the list stands there to be compared')
  const unlooked = await desk.post(path, form)
  t.regex(unlooked.text, /Xin chọn tình trạng niêm phong/, 'nobody said so yet')
  const wrong = await desk.post(path, { ...form, seal: 'intact', 'found.0.originals': 'hai' })
  t.is(wrong.status, 422)
  t.regex(wrong.text, /value="hai"/)
  const sent = { ...form, seal: 'broken', 'found.0.originals': '0', remark: 'Rách mép' }
  t.is((await desk.post(path, sent)).location, `${path}?done=opening`)
  t.is((await desk.post(path, sent)).location, `${path}?done=opening`, 'sent twice, it is one')
  const shown = (await desk.get(`${path}?done=opening`)).text
  for (const word of ['Đã ghi biên bản', 'Rách mép', 'opening.pdf']) t.true(shown.includes(word), word)
  t.notRegex((await desk.get('/staff/desk')).text, new RegExp(path))
})

test('a box with more than five hundred fields is opened on its page too', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const documents = Array.from({ length: 60 }, (_, i) => ({ name: `Ảnh ${i % 3}`, originals: 1 }))
  const intake = await papers(all.db, 'identity-district-03')
  const first = (
    await staff.clerk.post('/dossiers', {
      ...intake,
      documents: [...(intake['documents'] as object[]), ...documents.slice(1)],
    })
  ).body
  const { code } = first.parcel
  for (let i = 0; i < 2; i++)
    await staff.clerk.post('/dossiers', {
      ...intake,
      parcel_code: code,
      documents: [...(intake['documents'] as object[]), ...documents.slice(1)],
    })
  await scanned(all, staff.courier, 'depart', code)
  await scanned(all, staff.officer, 'lodge', code)
  const desk = await deskOf(all, staff.officer)
  const path = `/staff/desk/openings/${code}`
  const form = untouched((await desk.get(path)).text, 'opening')
  t.true(Object.keys(form).length > 500)
  const sent = { ...form, seal: 'intact', 'found.3.originals': '0' }
  t.is((await desk.post(path, sent)).status, 303)
  const { body } = await staff.officer.get(`/parcels/${code}/opening`)
  t.deepEqual(
    body.differences.map(({ position }: { position: number }) => position),
    [3],
    'of papers with one name the right one',
  )
})
