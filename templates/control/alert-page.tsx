import type { FieldError } from '../../src/kit/errors.ts'
import { longTime } from '../../src/kit/time.ts'
import type { Frame } from '../../src/people/page.ts'
import type { AlertRow } from '../../src/promises/open-alerts.ts'
import { ItemCodeText } from '../custody/item-code-text.tsx'
import { State } from '../custody/shape.tsx'
import { fieldsOf } from '../fields.ts'
import { StaffPage } from '../layout.tsx'
import { Button, ButtonGroup, ButtonLink } from '../parts/button.tsx'
import { Form } from '../parts/form.tsx'
import { SummaryList } from '../parts/summary-list.tsx'
import { TextField } from '../parts/text-field.tsx'
import { span } from './time-left.tsx'
import { aboutWords, levelWords } from './words.ts'

type Props = {
  frame: Frame
  alert: AlertRow
  now: Date
  values: Record<string, string>
  errors: readonly FieldError[]
}

/** Taking an alert on: what it is about, and what will be done. */
export function AlertPage({ frame, alert, now, values, errors }: Props) {
  const { id, level, due_at, raised_at, code, reference, unit, courier } = alert
  const { word, look } = levelWords[level]
  const field = fieldsOf({ values, errors })
  return (
    <StaffPage frame={frame} title="Nhận xử lý cảnh báo" caption="Giám sát" errors={errors} styles={['work.css']}>
      <SummaryList
        rows={[
          ...(code ? [{ label: 'Bưu gửi', value: <ItemCodeText code={code} /> }] : []),
          ...(reference ? [{ label: 'Hồ sơ', value: reference }] : []),
          { label: 'Việc', value: aboutWords(alert) },
          ...(unit ? [{ label: 'Nơi giữ', value: courier ? `${courier}, ${unit}` : unit }] : []),
          { label: 'Mức', value: <State look={look}>{word}</State> },
          ...(due_at ? [{ label: 'Hẹn', value: `${longTime(due_at)} (${left(due_at, now)})` }] : []),
          { label: 'Cảnh báo lúc', value: longTime(raised_at) },
        ]}
      />
      <Form frame={frame} action={`/staff/control/alerts/${id}`}>
        <TextField {...field('note')} label="Sẽ làm gì" hint="Ví dụ: đã gọi bưu cục Krông Nô, phát trong chiều nay." />
        <ButtonGroup>
          <Button>Nhận xử lý</Button>
          <ButtonLink look="secondary" href="/staff/control">
            Quay lại
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </StaffPage>
  )
}

function left(due: Date, now: Date) {
  const ms = due.getTime() - now.getTime()
  return ms > 0 ? `còn ${span(ms)}` : `trễ ${span(-ms)}`
}
