import type { HandoverOnScreen } from '../../src/handovers/handover-on-screen.ts'
import { differenceKinds } from '../../src/handovers/options.ts'
import type { FieldError } from '../../src/kit/errors.ts'
import type { Frame } from '../../src/people/page.ts'
import { ItemCodeText } from '../custody/item-code-text.tsx'
import { State } from '../custody/shape.tsx'
import { Button } from '../parts/button.tsx'
import { Form } from '../parts/form.tsx'
import { SummaryList } from '../parts/summary-list.tsx'
import { TextField } from '../parts/text-field.tsx'

type Shown = HandoverOnScreen['differences'][number]
type Props = {
  frame: Frame
  handover: string
  differences: readonly Shown[]
  /** Which form came back, with what was typed and what is to be corrected. */
  at: string
  reason: string | undefined
  errors: readonly FieldError[]
}

/** What was short and over, what each side says of it, and a field for the side that still owes its word. */
export function DifferenceList({ differences, ...form }: Props) {
  if (!differences.length) return null
  return (
    <section aria-labelledby="differences">
      <h2 class="govuk-heading-m" id="differences">
        Thiếu và thừa
      </h2>
      {differences.map(difference => (
        <Difference difference={difference} {...form} />
      ))}
    </section>
  )
}

function Difference({ difference, ...form }: Omit<Props, 'differences'> & { difference: Shown }) {
  const { id, kind, code, giver_reason, taker_reason, isMine } = difference
  const isClosed = giver_reason !== null && taker_reason !== null
  return (
    <div class="bt-part">
      <SummaryList
        rows={[
          { label: differenceKinds[kind], value: <ItemCodeText code={code} /> },
          {
            label: 'Tình trạng',
            value: isClosed ? <State look="good">Đã đóng</State> : <State look="review">Còn mở</State>,
          },
          { label: 'Bên giao', value: giver_reason ?? 'Chưa nêu lý do' },
          { label: 'Bên nhận', value: taker_reason ?? 'Chưa nêu lý do' },
        ]}
      />
      {isMine && <ReasonForm id={id} code={code} {...form} />}
    </div>
  )
}

type Asking = Omit<Props, 'differences'> & { id: string; code: string }

/** One form a difference: only the one that came back shows what is to be corrected, and where the summary leads. */
function ReasonForm({ id, code, frame, handover, at, reason, errors }: Asking) {
  const isBack = at === id
  const error = isBack ? errors[0]?.detail : undefined
  return (
    <Form frame={frame} action={`/staff/handovers/${handover}/differences/${id}`}>
      <TextField
        id={isBack ? 'reason' : `reason-${id}`}
        name="reason"
        value={isBack ? reason : undefined}
        error={error}
        label={`Lý do của bên ông/bà về ${code}`}
      />
      <Button look="secondary">Ghi lý do</Button>
    </Form>
  )
}
