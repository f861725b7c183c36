import test from 'ava'
import { atKrongNo, onItsWayHome, scanned } from '../support/at-krong-no.ts'
import { pressedAtHome, tickAt } from '../support/promised.ts'
import { krongNo, scenario } from '../support/scenario.ts'
import { deskOf } from '../support/staff-browser.ts'

test('one page says why a parcel is late: both due times, who had it, what excused it, how its receiver was called on', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { home, reference, lookup_code } = await onItsWayHome(all, staff)
  await scanned(all, staff.courier, 'load', home)
  const called_at = all.clock().toISOString()
  await scanned(all, staff.courier, 'attempt', home, { reason: 'nobody_home', measure: 'again', called_at })
  await scanned(all, staff.courier, 'invite', home, { number: 1, left_with: 'door' })
  await pressedAtHome(all, lookup_code)
  await tickAt(all, '2026-11-29T08:00')
  const desk = await deskOf(all, await all.person('supervisor', krongNo))
  const { text } = await desk.get(`/staff/control/parcels/${home}`)
  for (const words of [
    '48 giờ liên tục',
    '25/11/2026, 08 giờ 03',
    'Trễ',
    'Nhận đi phát',
    'không có người nhận, sẽ phát lại',
    'đã gọi điện',
    'Người nhận nói có ở nhà, chờ xem xét',
    'lần 1',
    `/staff/dossiers/${reference}`,
  ])
    t.true(text.includes(words), words)
  t.notRegex(text, /Nguyễn Thị Hoa|0912/, 'names and numbers stand on the page of the dossier')
  t.true((await desk.get('/staff/control')).text.includes(`/staff/control/parcels/${home}`), 'the alert leads there')
  t.true(
    (await desk.get(`/staff/dossiers/${reference}`)).text.includes(`/staff/control/parcels/${home}`),
    'the dossier too',
  )
  const clerk = await deskOf(all, staff.clerk)
  t.false((await clerk.get(`/staff/dossiers/${reference}`)).text.includes('/staff/control/parcels'))
})
