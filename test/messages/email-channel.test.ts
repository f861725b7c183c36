import test from 'ava'
import { emailChannel } from '../../src/messages/email-channel.ts'
import { tarpit } from '../support/providers.ts'

const letter = {
  id: '019ab000-0000-7000-8000-000000000001',
  to: 'hoa@example.vn',
  kind: 'accepted',
  text: 'Công an đã tiếp nhận hồ sơ.',
  subject: 'Công an đã tiếp nhận hồ sơ',
  html: '<p>Công an đã tiếp nhận hồ sơ.</p>',
  stopAt: null,
  zalo: null,
}

for (const [when, replies] of [
  ['greeting us', 0],
  ['saying what it can', 1],
  ['taking the sender', 2],
  ['taking the mailbox', 3],
] as const)
  test(`a mail server that goes on and on ${when} is left when our patience ends`, async t => {
    const { url, left } = await tarpit(t, replies)
    const send = emailChannel({ url, from: 'Bưu Trạm <no-reply@buutram.example>', patience: 400 })
    t.deepEqual(await send(letter), { is: 'temporary', trouble: 'timeout' })
    await left
  })
