import { minute } from '../../src/kit/time.ts'
import { sendMessages } from '../../src/messages/send-messages.ts'
import { writeMessages } from '../../src/messages/write-messages.ts'
import type { Scenario } from './scenario.ts'

/** One minute of the timetable: what has to be told is written down, what is due is sent. */
export async function tick({ house, clock }: Scenario): Promise<void> {
  await writeMessages(house.db, clock(), house)
  await sendMessages(house.db, clock(), house)
}

/** So many minutes go by, each with its tick. */
export async function minutes(all: Scenario, count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    all.clock.move(minute)
    await tick(all)
  }
}

/** Every message so far, in the order of their causes: what, how, and what became of it. */
export const outbox = ({ db }: Scenario): Promise<{ kind: string; channel: string; state: string }[]> =>
  db('messages').orderBy('caused_at').orderBy('id').select('kind', 'channel', 'state')

/** The same in short words: `delivered sms cancelled`. */
export const inShort = async (all: Scenario): Promise<string[]> =>
  (await outbox(all)).map(({ kind, channel, state }) => `${kind} ${channel} ${state}`)
