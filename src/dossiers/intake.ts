import { z } from 'zod'
import { isoDate, line, moment, oneOf, whole } from '../kit/fields.ts'
import { phone } from '../kit/phone.ts'
import { tidy } from '../kit/text.ts'
import { outOfProvince } from '../places/options.ts'
import { channels, idKinds, payers, paymentMethods, paymentTimes, returnPlaces, services } from './options.ts'

/** The people of a dossier; all but the applicant may be absent. */
export const partyParts = ['applicant', 'submitter', 'receiver'] as const
export type PartyPart = (typeof partyParts)[number]

/** Beyond the province the line says all of it. */
const address = z
  .strictObject({
    line: line(200),
    unit_code: z.string().regex(new RegExp(`^(\\d{5}|${outOfProvince})$`), 'Xin chọn xã, phường.'),
  })
  .check(({ value, issues }) => {
    if (value.unit_code === outOfProvince && !/(tỉnh(?!\s+lộ)|thành phố|tp\.?)\s*\S/i.test(value.line))
      issues.push(issue('line', 'Ngoài tỉnh thì xin ghi đủ, ví dụ: 5 Lê Lợi, phường Bến Nghé, thành phố Hồ Chí Minh.'))
  })

/** What each kind of paper's number can be. CCCD has no check digit; it begins with a province 001–096. */
const idShapes = {
  cccd: { shape: /^0(0[1-9]|[1-8]\d|9[0-6])\d{9}$/, detail: 'Số căn cước có 12 chữ số, bắt đầu bằng mã tỉnh 001–096.' },
  cmnd: { shape: /^\d{9}$/, detail: 'Số CMND có 9 chữ số.' },
  passport: { shape: /^[A-Z]{1,2}\d{6,8}$/, detail: 'Số hộ chiếu gồm 1–2 chữ cái và 6–8 chữ số.' },
  other: { shape: /^.{3,30}$/, detail: 'Số giấy tờ có 3–30 ký tự.' },
}

const named = {
  name: line(120),
  phone: phone.optional(),
  id_kind: oneOf(idKinds).optional(),
  id_number: line(30).optional(),
}

type Identified = { id_kind?: keyof typeof idKinds | undefined; id_number?: string | undefined }

function checkIdentity({ value, issues }: { value: Identified; issues: z.core.$ZodRawIssue[] }) {
  const { id_kind, id_number } = value
  if (!id_number && !id_kind) return
  const rule = idShapes[id_kind ?? 'other']
  if (!id_kind) issues.push(issue('id_kind', 'Xin chọn loại giấy tờ.'))
  else if (!id_number || !rule.shape.test(id_number.replace(/\s/g, '').toUpperCase()))
    issues.push(issue('id_number', rule.detail))
}

/** It does not stop the checks after it: the clerk sees everything at once. */
const issue = (member: string, message: string): z.core.$ZodRawIssue => ({
  code: 'custom',
  input: undefined,
  path: [member],
  message,
  continue: true,
})

const email = z
  .string()
  .overwrite(tidy)
  .max(200, 'Nhiều nhất 200 ký tự.')
  .regex(z.regexes.email, 'Địa chỉ thư này không thể có. Ví dụ: hoa@example.vn.')

const applicant = z
  .strictObject({
    kind: z.enum(['person', 'organisation']),
    ...named,
    email: email.optional(),
    tax_code: z
      .string()
      .regex(/^\d{10}(-?\d{3})?$|^\d{12}$/, 'Mã số thuế có 10, 12 hoặc 13 chữ số.')
      .optional(),
    representative: line(120).optional(),
    address,
  })
  .check(checkIdentity)
  .check(({ value, issues }) => {
    if (value.kind !== 'organisation') return
    if (!value.tax_code) issues.push(issue('tax_code', 'Quý đơn vị xin cho biết mã số thuế.'))
    if (!value.representative) issues.push(issue('representative', 'Quý đơn vị xin cho biết người đại diện.'))
  })

const otherParty = z.strictObject({ ...named, address: address.optional() }).check(checkIdentity)

const count = whole('Xin ghi số lượng.').pipe(z.number().min(0, 'Không thể âm.').max(99, 'Nhiều nhất 99.'))

const document = z.strictObject({
  name: line(300),
  originals: count.default(0),
  certified: count.default(0),
  copies: count.default(0),
})

/** An unknown amount is left out: it is never nought. */
const dong = whole('Xin ghi số tiền.').pipe(z.number().min(0, 'Không thể âm.').max(1_000_000_000))

/** An amount the counter knows and the tables do not, with where it is written. */
const typedAmount = z.strictObject({ amount: dong, note: line(200) })

/** What a counter, or a desk for a dossier filed elsewhere, says when it takes a dossier in. */
export const intake = z
  .strictObject({
    procedure: z.string().max(60),
    /** Where it comes in; asked only of who works at several. */
    unit: z.string().max(40).optional(),
    service: oneOf(services),
    applicant,
    submitter: otherParty.optional(),
    receiver: otherParty.optional(),
    documents: z.array(document).max(60).default([]),
    return_to: oneOf(returnPlaces),
    post_office: z
      .string()
      .regex(/^\d{6}$/, 'Mã bưu cục có 6 chữ số.')
      .optional(),
    desk: z.string().max(40).optional(),
    notify: oneOf(channels).default('none'),
    payment: z
      .strictObject({
        payer: oneOf(payers),
        when: oneOf(paymentTimes),
        method: oneOf(paymentMethods),
      })
      .default({ payer: 'sender', when: 'counter', method: 'cash' }),
    fees: z.strictObject({ state: typedAmount.optional(), postage: typedAmount.optional() }).optional(),
    weight_g: whole('Xin ghi số gam.')
      .pipe(z.number().min(1, 'Ít nhất 1 g.').max(50_000, 'Nhiều nhất 50 kg.'))
      .optional(),
    official_code: z.string().max(40).optional(),
    due: isoDate.optional(),
    item_code: z.string().max(30).optional(),
    parcel_code: z.string().max(30).optional(),
    /** The time on the waybill of a blank set that is typed in. */
    paper_at: moment.optional(),
  })
  .check(({ value: { notify, applicant }, issues }) => {
    if (notify === 'email' && !applicant.email)
      issues.push({
        ...issue('email', 'Báo tin bằng thư điện tử thì xin ghi địa chỉ thư.'),
        path: ['applicant', 'email'],
      })
  })
export type Intake = z.output<typeof intake>
export type IntakeParty = Intake['applicant'] | NonNullable<Intake['receiver']>
