import test from 'ava'
import { atKrongNo, onItsWayHome, scanned, takenIn } from '../support/at-krong-no.ts'
import { minutes } from '../support/outbox.ts'
import { hoa } from '../support/papers.ts'
import { httpProvider, mailServer } from '../support/providers.ts'
import { scenario } from '../support/scenario.ts'

const told = (numbers: { to: string[] }[]) => numbers.flatMap(({ to }) => to).sort()

test('a receiver who has a phone is told by it, never in the mailbox of the applicant', async t => {
  const all = await scenario(t)
  const mail = await mailServer(t)
  const sms = await httpProvider(t)
  all.house.providers = { ...all.house.providers, smtpUrl: mail.url, smsUrl: sms.url }
  const staff = await atKrongNo(all)
  const { home } = await onItsWayHome(all, staff, {
    notify: 'email',
    applicant: { ...hoa, email: 'hoa@example.vn' },
    receiver: { name: 'Y Bhĭm', phone: '0987654321', address: hoa.address },
  })
  await minutes(all, 3)
  const before = mail.mails.length
  await scanned(all, staff.courier, 'load', home)
  await minutes(all, 3)
  t.is(mail.mails.length, before)
  t.regex(sms.asked.map(({ body }) => body.to).join(), /987654321/)
})

test('two with mailboxes of their own behind one phone are both told of their envelope, in words about one dossier', async t => {
  const all = await scenario(t)
  const mail = await mailServer(t)
  all.house.providers = { ...all.house.providers, smtpUrl: mail.url }
  const staff = await atKrongNo(all)
  const receiver = { name: 'Nguyễn Thị Hoa', address: hoa.address }
  const references = []
  for (const email of ['hoa@example.vn', 'con@example.vn']) {
    const of = { notify: 'email', applicant: { ...hoa, email }, receiver }
    const { reference, parcel } = await takenIn(all, staff, of)
    await scanned(all, staff.courier, 'depart', parcel.code)
    await scanned(all, staff.officer, 'lodge', parcel.code)
    await staff.officer.post(`/dossiers/${reference}/acceptance`, { due: '2026-11-27' })
    await staff.officer.post(`/dossiers/${reference}/result`, { kind: 'granted', papers: ['Thẻ căn cước'] })
    references.push(reference)
  }
  await minutes(all, 3)
  mail.mails.splice(0)
  const { body } = await staff.officer.post('/parcels', { purpose: 'result', dossiers: references, weight_g: 60 })
  await scanned(all, staff.clerk, 'hand_back', body.code)
  await minutes(all, 3)
  t.deepEqual(told(mail.mails), ['con@example.vn', 'hoa@example.vn'])
  for (const { raw } of mail.mails) t.notRegex(raw, /h=E1=BB=93 s=C6=A1 kh=C3=A1c/)
})
