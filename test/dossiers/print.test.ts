import test from 'ava'
import { texts } from '../documents/paper.ts'
import { papers } from '../support/papers.ts'
import { krongNo, policeKrongNo, scan, scenario } from '../support/scenario.ts'

const pdfText = async (bytes: Buffer) => (await texts(bytes)).join(' ')
const procedure = 'identity-district-03'

test('the waybill form, the labels and form 01 are printed from what was stored; reprints are marked and audited', async t => {
  const all = await scenario(t)
  const [clerk, officer] = [await all.person('clerk', krongNo), await all.person('officer', policeKrongNo)]
  const { body } = await clerk.post('/dossiers', await papers(all.db, procedure))
  const waybill = await clerk.file(`/dossiers/${body.reference}/waybill.pdf`)
  t.is(waybill.status, 200)
  t.is(waybill.type, 'application/pdf')
  const text = await pdfText(waybill.bytes)
  t.regex(text, /Nguyễn Thị Hoa/)
  t.true(text.includes(body.lookup_code))
  t.false(text.includes('BẢN IN LẠI'))
  t.regex(await pdfText((await clerk.file(`/dossiers/${body.reference}/waybill.pdf`)).bytes), /BẢN IN LẠI 1/)
  t.is((await all.db('audit_log').where({ action: 'reprint waybill' })).length, 1)

  const label = await pdfText((await clerk.file(`/parcels/${body.parcel.code}/label.pdf?size=a6`)).bytes)
  t.regex(label, /Công an huyện Krông Nô/i)
  for (const secret of ['Hoa', body.lookup_code, '067190001234', 'căn cước'])
    t.false(label.toLowerCase().includes(secret.toLowerCase()), secret)
  const zpl = await clerk.file(`/parcels/${body.parcel.code}/label.zpl`)
  t.true(zpl.bytes.toString().startsWith('^XA'))

  t.is(
    (await officer.file(`/dossiers/${body.reference}/receipt.pdf`)).status,
    409,
    'form 01 is born when the police accept',
  )
  all.clock.move(60_000)
  await officer.post('/scans', {
    sent_at: all.clock().toISOString(),
    scans: [scan('lodge', body.parcel.code, all.clock())],
  })
  await officer.post(`/dossiers/${body.reference}/supplement-request`, {
    items: ['Ảnh 3x4'],
    reason: 'Ảnh mờ',
    until: '2026-12-01',
  })
  t.regex(await pdfText((await officer.file(`/dossiers/${body.reference}/supplement-request.pdf`)).bytes), /Ảnh 3x4/)
  await officer.post(`/dossiers/${body.reference}/supplement`)
  await all
    .owner('calendars')
    .where({ id: 'agency' })
    .update({ hours: { 5: [450, 990] } })
  await officer.post(`/dossiers/${body.reference}/acceptance`, { due: '2026-11-27' })
  const receipt = await pdfText((await officer.file(`/dossiers/${body.reference}/receipt.pdf`)).bytes)
  t.regex(receipt, /GIẤY TIẾP NHẬN HỒ SƠ/i)
  t.true(receipt.includes(officer.name))
  t.regex(receipt, /16 giờ 30.{1,20}27.{1,10}11/, 'the agency’s own closing time is promised')
})

test('the label home bears the receiver, and what to collect', async t => {
  const all = await scenario(t)
  const officer = await all.person('officer', policeKrongNo)
  const intake = await papers(all.db, 'identity-district-01', {
    service: 'return',
    documents: [],
    due: '2026-12-01',
    payment: { payer: 'recipient', when: 'delivery', method: 'cash' },
  })
  const { body } = await officer.post('/dossiers', intake)
  await officer.post(`/dossiers/${body.reference}/result`, { kind: 'granted' })
  const home = await officer.post('/parcels', { purpose: 'result', dossiers: [body.reference] })
  const label = await pdfText((await officer.file(`/parcels/${home.body.code}/label.pdf`)).bytes)
  for (const words of ['Nguyễn Thị Hoa', 'Đắk Mâm', '0912 345 678', '26.000']) t.true(label.includes(words), words)
  t.false(label.includes(body.reference))
})

test('a refused dossier gets form 03, and strangers get nothing', async t => {
  const all = await scenario(t)
  const [clerk, officer, stranger] = [
    await all.person('clerk', krongNo),
    await all.person('officer', policeKrongNo),
    await all.person('clerk', '641800'),
  ]
  const { body } = await clerk.post('/dossiers', await papers(all.db, procedure))
  all.clock.move(60_000)
  await officer.post('/scans', {
    sent_at: all.clock().toISOString(),
    scans: [scan('lodge', body.parcel.code, all.clock())],
  })
  await officer.post(`/dossiers/${body.reference}/refusal`, { reason: 'Không thuộc thẩm quyền' })
  t.regex(
    await pdfText((await officer.file(`/dossiers/${body.reference}/refusal.pdf`)).bytes),
    /Không thuộc thẩm quyền/,
  )
  for (const path of [`/dossiers/${body.reference}/waybill.pdf`, `/parcels/${body.parcel.code}/label.pdf`])
    t.is((await stranger.file(path)).status, 404)
})
