import { z } from 'zod'
import { line, moment } from '../kit/fields.ts'
import { storable } from '../kit/text.ts'
import { latest } from '../kit/time.ts'
import { normaliseItemCode } from '../parcels/item-code.ts'
import type { Actor } from '../people/actor.ts'
import { type Scan, sources } from './scan.ts'

/** What cannot be kept as it is refuses its own scan, not the whole list. */
const said = (max: number) => z.string().max(max).overwrite(storable)

const detail = z.record(z.string().regex(/^[a-z_]{1,30}$/), z.union([said(200), z.number(), z.boolean()]))

/** Random ones: those that follow from another, as of what a bag's scan or a report says, nobody may take beforehand. */
const ownId = z
  .union([z.uuidv4(), z.uuidv7()], 'Mã số của lần quét phải là UUID phiên bản 4 hoặc 7.')
  .overwrite(id => id.toLowerCase())

const scan = z.strictObject({
  id: ownId,
  step: said(40),
  code: said(40),
  occurred_at: moment,
  counter: z.int().min(0).optional(),
  source: z.enum(sources).default('device'),
  detail: detail.default({}),
})

/** A device sends what it has, one scan or five hundred. */
export const scanList = z.strictObject({
  device: said(80).optional(),
  unit: said(40).optional(),
  sent_at: moment,
  scans: z.array(scan).min(1).max(500),
})

/** Taking a scan back: another fact, with an id of its own. */
export const correction = z.strictObject({ id: ownId, reason: line(200), sent_at: moment.optional() })

/** The scans of a sent list, each with what the list says once for all. */
export const scansOf = (list: z.output<typeof scanList>, by: Actor, received_at: Date): Scan[] => {
  const { device = null, unit = null, scans } = list
  // No list was sent before what it tells: a phone whose clock ran back in between would put all of it into one moment.
  const sent_at = latest([list.sent_at, ...scans.map(one => one.occurred_at)])
  return scans.map(({ counter = null, code, ...one }) => ({
    ...one,
    code: normaliseItemCode(code),
    counter,
    device,
    unit,
    sent_at,
    received_at,
    corrects: null,
    bag: null,
    by,
  }))
}
