import type { FieldError } from '../../src/kit/errors.ts'
import type { Frame } from '../../src/people/page.ts'
import { ItemCodeText } from '../custody/item-code-text.tsx'
import { State } from '../custody/shape.tsx'
import { Button } from '../parts/button.tsx'
import { Form } from '../parts/form.tsx'
import { SummaryList } from '../parts/summary-list.tsx'
import { TextField } from '../parts/text-field.tsx'

type Shown = {
  id: string
  kind: string
  /** The parcel, where it is about one; else what differs, in words. */
  code: string | null
  words?: string
  giver_reason: string | null
  taker_reason: string | null
  isMine: boolean
}
type Props = {
  frame: Frame
  title: string
  /** What each kind is called, and each side. */
  kinds: Record<string, string>
  sides: { giver: string; taker: string }
  /** Where a side's reason goes: this and the difference's id. */
  action: string
  differences: readonly Shown[]
  /** Which form came back, with what was typed and what is to be corrected. */
  at: string
  reason: string | undefined
  errors: readonly FieldError[]
}

/** What was short and over, what each side says of it, and a field for the side that still owes its word. */
export function DifferenceList({ title, differences, ...form }: Props) {
  if (!differences.length) return null
  return (
    <section aria-labelledby="differences">
      <h2 class="govuk-heading-m" id="differences">
        {title}
      </h2>
      {differences.map(difference => (
        <Difference difference={difference} {...form} />
      ))}
    </section>
  )
}

type One = Omit<Props, 'differences' | 'title'>

function Difference({ difference, kinds, sides, ...form }: One & { difference: Shown }) {
  const { id, kind, code, words, giver_reason, taker_reason, isMine } = difference
  const name = kinds[kind] ?? kind
  const isClosed = giver_reason !== null && taker_reason !== null
  return (
    <div class="bt-part">
      <SummaryList
        rows={[
          { label: name, value: code ? <ItemCodeText code={code} /> : words },
          {
            label: 'Tình trạng',
            value: isClosed ? <State look="good">Đã đóng</State> : <State look="review">Còn mở</State>,
          },
          { label: sides.giver, value: giver_reason ?? 'Chưa nêu lý do' },
          { label: sides.taker, value: taker_reason ?? 'Chưa nêu lý do' },
        ]}
      />
      {isMine && <ReasonForm id={id} about={code ?? name.toLowerCase()} {...form} />}
    </div>
  )
}

type Asking = Omit<One, 'kinds' | 'sides'> & { id: string; about: string }

/** One form a difference: only the one that came back shows what is to be corrected, and where the summary leads. */
function ReasonForm({ id, about, frame, action, at, reason, errors }: Asking) {
  const isBack = at === id
  const error = isBack ? errors[0]?.detail : undefined
  return (
    <Form frame={frame} action={`${action}/${id}`}>
      <TextField
        id={isBack ? 'reason' : `reason-${id}`}
        name="reason"
        value={isBack ? reason : undefined}
        error={error}
        label={`Lý do của bên ông/bà về ${about}`}
      />
      <Button look="secondary">Ghi lý do</Button>
    </Form>
  )
}
