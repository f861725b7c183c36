import type { ReviewRow } from '../../src/custody/queries.ts'
import type { FieldError } from '../../src/kit/errors.ts'
import { longTime } from '../../src/kit/time.ts'
import type { Frame } from '../../src/people/page.ts'
import { ItemCodeText } from '../custody/item-code-text.tsx'
import { fieldsOf } from '../fields.ts'
import { StaffPage } from '../layout.tsx'
import { Button, ButtonGroup, ButtonLink } from '../parts/button.tsx'
import { Form } from '../parts/form.tsx'
import { Radios } from '../parts/radios.tsx'
import { SummaryList } from '../parts/summary-list.tsx'
import { TextField } from '../parts/text-field.tsx'
import { MissedAgain } from './missed-again.tsx'
import { reviewWords, stepWords } from './words.ts'

type Props = { frame: Frame; review: ReviewRow; values: Record<string, string>; errors: readonly FieldError[] }

/** Closing a review: what was strange, and what was found. Both sides can read the reason afterwards. */
export function ReviewPage({ frame, review, values, errors }: Props) {
  const { id, kind, code, step, by, unit, opened_at, times, seen_at } = review
  const field = fieldsOf({ values, errors })
  return (
    <StaffPage frame={frame} title="Đóng mục xem xét" caption="Giám sát" errors={errors} styles={['work.css']}>
      <SummaryList
        rows={[
          {
            label: 'Bưu gửi',
            value: (
              <a class="govuk-link" href={`/staff/control/parcels/${code}`}>
                <ItemCodeText code={code} />
              </a>
            ),
          },
          { label: 'Điều lạ', value: reviewWords[kind] ?? kind },
          { label: step ? 'Lần quét' : 'Nguồn', value: stepWords(step) },
          times !== null && times > 1 ? { label: 'Mức gấp', value: <MissedAgain times={times} /> } : null,
          { label: step ? 'Ai quét' : 'Ai kiểm kê', value: unit ? `${by}, ${unit}` : by },
          seen_at ? { label: 'Kiểm kê thấy ở', value: seen_at } : null,
          { label: 'Mở lúc', value: longTime(opened_at) },
        ]}
      />
      <Form frame={frame} action={`/staff/control/reviews/${id}`}>
        {kind === 'was_at_home' && (
          <Radios
            {...field('upheld')}
            legend="Người nhận có ở nhà không"
            legendSize="m"
            choices={[
              { value: 'yes', text: 'Có. Lần phát đó không được trừ thời gian' },
              { value: 'no', text: 'Không, bưu tá nói đúng' },
            ]}
          />
        )}
        <TextField
          {...field('reason')}
          label="Đã tìm hiểu được gì"
          hint={`Ví dụ: ${kind === 'was_at_home' ? 'đã gọi người nhận và hỏi hàng xóm' : 'bưu tá quên quét khi nhận. Đã nhắc'}.`}
        />
        <ButtonGroup>
          <Button>Đóng mục này</Button>
          <ButtonLink look="secondary" href="/staff/control">
            Quay lại
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </StaffPage>
  )
}
