import type { Knex } from 'knex'
import pLimit from 'p-limit'
import { isQuiet } from '../kit/quiet-hours.ts'
import { addMs } from '../kit/time.ts'
import type { House } from '../platform/house.ts'
import { stoppedAmong } from './addresses.ts'
import { mostLeases } from './back-off.ts'
import type { Channels } from './channel.ts'
import { channelsOf, configured } from './channels.ts'
import { endOlder, endOutdated } from './end-outdated.ts'
import type { Channel } from './fallback.ts'
import { leaseMessages } from './lease-messages.ts'
import { type MessageRow, messageRows } from './message-row.ts'
import { letterOf, type Printing } from './print-message.ts'
import { messageSettings } from './settings.ts'
import { endMessage, fallBack, settleTry } from './settle-message.ts'

export type SendingHouse = Pick<House, 'clock' | 'keys' | 'providers' | 'publicUrl' | 'hotline'>

/** A tick ends before the next but one begins; what is left is taken by that. */
const longest = 50_000
const besideEachOther = 8

/**
 * The worker: sends what is due, until nothing is. A message is leased in one short statement, looked at as its cause is
 * now, handed to the provider outside any transaction, and settled. Killed in between it is handed over again under the
 * same key. Answers how many were tried.
 */
export async function sendMessages(db: Knex, _: Date, house: SendingHouse): Promise<number> {
  const { clock, providers } = house
  const [settings, begun] = [await messageSettings(db), clock()]
  const worker: Worker = {
    db,
    house,
    channels: channelsOf(providers),
    printing: await printingOf(db, house),
    resting: new Map(),
  }
  await endOutdated(db, house, begun)
  let tried = 0
  for (let now = begun; now.getTime() - begun.getTime() < longest; now = clock()) {
    const resting = [...worker.resting].flatMap(([channel, until]) => (until > now ? [channel] : []))
    const ids = await leaseMessages(db, { now, isQuiet: isQuiet(settings, now), resting })
    if (!ids.length) break
    tried += ids.length
    await sendBatch(worker, await messageRows(db, ids), now)
  }
  return tried
}

type Worker = {
  db: Knex
  house: SendingHouse
  channels: Channels
  printing: Printing
  /** Providers that asked us to wait, and until when. */
  resting: Map<Channel, Date>
}

async function printingOf(db: Knex, { hotline, publicUrl, keys }: SendingHouse): Promise<Printing> {
  const [{ with_marks }, templates] = [
    await messageSettings(db),
    await db('zalo_templates').select('kind', 'template_id'),
  ]
  return {
    withMarks: with_marks,
    templates: new Map(templates.map(row => [row.kind, row.template_id])),
    hotline,
    publicUrl,
    keys,
  }
}

async function sendBatch(worker: Worker, rows: MessageRow[], now: Date) {
  const { db, house } = worker
  const stopped = await stoppedAmong(
    db,
    house.keys,
    rows.flatMap(row => addressOf(row) ?? []),
  )
  const inTurn = pLimit(besideEachOther)
  await Promise.all(
    rows.map(row =>
      inTurn(async () => {
        const end = endOf(row, stopped, now)
        return end ? endMessage(db, row, end, now) : tryOnce(worker, row, now)
      }),
    ),
  )
}

/** Why it is not to be sent at all, if so. */
function endOf(row: MessageRow, stopped: ReadonlySet<string>, now: Date) {
  const address = addressOf(row)
  if (!row.stands) return 'cancelled'
  if (row.is_overtaken) return 'overtaken'
  if (row.not_after <= now) return 'stale'
  return address && stopped.has(address) ? 'stopped' : null
}

const addressOf = ({ channel, phone, email }: MessageRow) => (channel === 'email' ? email : phone)

async function tryOnce({ db, house, channels, printing, resting }: Worker, row: MessageRow, now: Date) {
  const settling = { now, configured: configured(house.providers), chance: Math.random() }
  const [send, to] = [channels[row.channel], addressOf(row)]
  if (!send) return fallBack(db, row, 'not set up', settling)
  if (!to) return fallBack(db, row, 'no address', settling)
  if (row.leases > mostLeases) return fallBack(db, row, 'worker ended each time', settling)
  const letter = await letterOf(db, row, to, printing, now)
  await endOlder(db, row, now)
  const outcome = await send(letter)
  if (outcome.is === 'limited') resting.set(row.channel, addMs(now, outcome.wait))
  await settleTry(db, row, outcome, letter.said, settling)
}
