import test from 'ava'
import { hour } from '../../src/kit/time.ts'
import { atOffice, packed, sealed, told } from '../support/bagged.ts'
import { giaNghia, scan, scenario } from '../support/scenario.ts'
import { deskOf, untouched } from '../support/staff-browser.ts'

test('a bag is made, packed, sealed, opened unseen and explained with forms alone', async t => {
  const all = await scenario(t)
  const { clerk, other, driver, ...staff } = await packed(all, 0)
  const codes = await atOffice(all, { clerk, ...staff }, 3)
  const [missing = '', ...present] = codes
  const [maker, opener] = [await deskOf(all, clerk), await deskOf(all, other)]
  const blank = untouched((await maker.get('/staff/bags')).text, 'making')
  t.is((await maker.post('/staff/bags', blank)).status, 422)
  const filled = { ...blank, to_unit: giaNghia }
  const [made, again] = [await maker.post('/staff/bags', filled), await maker.post('/staff/bags', filled)]
  t.is(made.status, 303, made.text)
  t.is(again.location, made.location, 'sent twice, made once')
  const path = String(made.location).split('?')[0] ?? ''
  const bag = path.split('/').at(-1) ?? ''

  const send = async (form: string, at: string, said: object, desk = maker) =>
    desk.post(`${path}/${at}`, { ...untouched((await desk.get(path)).text, form), ...said })
  const unknown = await send('packing', 'parcels', { codes: 'PA999999990VN' })
  t.is(unknown.status, 422)
  t.regex(unknown.text, /Không có bưu gửi nào mang mã PA999999990VN/)
  t.is((await send('packing', 'parcels', { codes: codes.join('\r\n').toLowerCase() })).status, 303)
  const heavy = await send('seal-form', 'seal', { seal: 'NP 1', weight_g: 'nặng' })
  t.regex(heavy.text, /Xin ghi số gam/)
  t.is((await send('seal-form', 'seal', { seal: 'NP 1', weight_g: '4 200' })).status, 303)
  t.is((await maker.get(`${path}/label.pdf`)).type, 'application/pdf')
  t.is((await opener.get(`${path}/label.pdf`)).status, 404)

  await told(all, driver, scan('depart', bag, all.clock()))
  all.clock.move(hour)
  t.regex((await opener.get('/staff/bags')).text, new RegExp(bag))
  const unseen = (await opener.get(path)).text
  for (const hidden of [...codes, 'NP1', '4200', '3 bưu gửi'])
    t.false(
      unseen.replace(/<[^>]*>|\s/g, '').includes(hidden.replace(/\s/g, '')),
      `${hidden} is not to be seen before the count`,
    )
  const early = await send('opening-form', 'opening', { seal: 'NP 2' }, opener)
  t.is(early.status, 422, 'a form sent too early opens nothing')
  t.is((await all.db('bags').where({ code: bag }).first('state'))?.state, 'sealed')
  const opened = await send('opening-form', 'opening', { seal: 'NP 2', codes: present.join('\n') }, opener)
  t.is(opened.status, 303, opened.text)
  const shown = (await maker.get(path)).text
  t.regex(shown, /Không như lúc niêm phong/)
  t.regex(shown, new RegExp(`Lý do của bên ông/bà về ${missing}`))
  t.regex(shown, /Lý do của bên ông\/bà về số niêm phong khác/)
  for (const id of await all.db('bag_differences').pluck('id')) {
    t.is((await maker.post(`${path}/differences/${id}`, { reason: ' ' })).status, 422)
    for (const desk of [maker, opener])
      t.is((await desk.post(`${path}/differences/${id}`, { reason: 'ghi nhầm' })).status, 303)
  }
  t.false((await maker.get('/staff/bags')).text.includes(bag), 'nothing is left to do')
})

test('an empty bag is opened as such by who says so, and everything in it is missing', async t => {
  const all = await scenario(t)
  const { other, bag, codes } = await sealed(all, 2)
  const desk = await deskOf(all, other)
  const form = untouched((await desk.get(`/staff/bags/${bag}`)).text, 'opening-form')
  t.is((await desk.post(`/staff/bags/${bag}/opening`, { ...form, empty: 'yes', codes: String(codes[0]) })).status, 422)
  t.is((await desk.post(`/staff/bags/${bag}/opening`, { ...form, empty: 'yes' })).status, 303)
  t.is((await all.db('bag_differences').where({ kind: 'short' })).length, 2)
})

test('the pages of a bag are closed to those at neither end', async t => {
  const all = await scenario(t)
  const { bag, codes } = await sealed(all, 1)
  const stranger = await deskOf(all, await all.person('clerk', '641800'))
  for (const path of ['', '/label.pdf']) t.is((await stranger.get(`/staff/bags/${bag}${path}`)).status, 404)
  for (const [path, form] of [
    ['parcels', { codes: String(codes[0]) }],
    ['seal', {}],
    ['opening', { empty: 'yes' }],
  ] as const)
    t.is((await stranger.post(`/staff/bags/${bag}/${path}`, form)).status, 404, path)
})
