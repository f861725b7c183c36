import test from 'ava'
import { day } from '../../src/kit/time.ts'
import { printSurveySlip } from '../../src/messages/print-survey-slip.ts'
import { feedbackFigures } from '../../src/promises/feedback-figures.ts'
import { atKrongNo, takenIn } from '../support/at-krong-no.ts'
import { krongNo, type Scenario, scenario } from '../support/scenario.ts'
import { deskOf } from '../support/staff-browser.ts'

const answer = ({ url }: Scenario, form: Record<string, string>, path = '/khao-sat') =>
  fetch(url + path, { method: 'POST', body: new URLSearchParams(form) })

test('anybody answers three questions, without a name; a code counts once', async t => {
  const all = await scenario(t)
  const { lookup_code: code } = await takenIn(all, await atKrongNo(all))
  t.regex(await (await fetch(`${all.url}/khao-sat`)).text(), /Ông\/bà có hài lòng không/)
  t.is((await answer(all, { rating: '5', had_to_call: 'no', code })).status, 200)
  t.is((await answer(all, { rating: '1', code: code.toLowerCase().replaceAll('-', ' ') })).status, 200)
  t.is((await answer(all, { rating: '2' })).status, 200)
  t.is((await answer(all, { rating: '4', had_to_call: 'yes' }, '/en/survey')).status, 200)
  t.deepEqual(await all.db('survey_answers').orderBy('rating').pluck('rating'), [2, 4, 5])
  t.like(await feedbackFigures(all.db, all.clock()), { answers: 3, average: 3.7, satisfied: 2, had_to_call: 1 })
})

test('a code that opens nothing gets the answer that every code gets', async t => {
  const all = await scenario(t)
  const { lookup_code: code } = await takenIn(all, await atKrongNo(all))
  const [right, wrong, none] = [
    await answer(all, { rating: '5', code }),
    await answer(all, { rating: '5', code: '2222-2222-2222' }),
    await answer(all, { rating: '5', code: 'what is this' }),
  ]
  const pages = await Promise.all(
    [right, wrong, none].map(async reply => [reply.status, (await reply.text()).replace(/nonce="[^"]*"/g, '')]),
  )
  t.deepEqual(pages[1], pages[0])
  t.deepEqual(pages[2], pages[0])
})

test('without a rating the page says so, and keeps what was typed', async t => {
  const all = await scenario(t)
  const reply = await answer(all, { had_to_call: 'yes', code: '7K3M' })
  t.is(reply.status, 422)
  const text = await reply.text()
  t.regex(text, /Xin chọn một mức/)
  t.regex(text, /value="7K3M"/)
  t.is((await answer(all, { rating: '9' })).status, 422)
})

test('who stuffs the box is slowed down', async t => {
  const all = await scenario(t)
  const states = []
  for (let i = 0; i < 22; i++) states.push((await answer(all, { rating: '1' })).status)
  t.deepEqual([states.slice(0, 20).every(status => status === 200), states.at(-1)], [true, 429])
})

test('supervisors read the last thirty days on their board', async t => {
  const all = await scenario(t)
  await answer(all, { rating: '5' })
  await answer(all, { rating: '2', had_to_call: 'yes' })
  const supervisor = await all.person('supervisor', krongNo)
  const { text } = await (await deskOf(all, supervisor)).get('/staff/control')
  t.regex(text, /2 phiếu/)
  t.regex(text, /3,5 trên 5/)
  t.regex(text, /50 % \(1 trên 2\)/)
  all.clock.move(31 * day)
  t.is((await feedbackFigures(all.db, all.clock())).answers, 0)
})

test('the slip is a small page whose code leads to the questions, for who hands out', async t => {
  const all = await scenario(t)
  const pdf = await printSurveySlip(all.house, all.clock())
  t.is(pdf.subarray(0, 5).toString(), '%PDF-')
  const desk = await deskOf(all, await all.person('clerk', krongNo))
  t.is((await desk.get('/staff/survey-slip.pdf')).status, 200)
  t.regex((await desk.get('/staff/rounds')).text, /survey-slip\.pdf/)
})
