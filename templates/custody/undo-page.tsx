import type { ScanLine } from '../../src/custody/scan-lines.ts'
import { isStep, ruleOf } from '../../src/custody/steps.ts'
import type { FieldError } from '../../src/kit/errors.ts'
import { longTime } from '../../src/kit/time.ts'
import type { Frame } from '../../src/people/page.ts'
import { fieldsOf } from '../fields.ts'
import { StaffPage } from '../layout.tsx'
import { Button, ButtonGroup, ButtonLink } from '../parts/button.tsx'
import { Form } from '../parts/form.tsx'
import { SummaryList } from '../parts/summary-list.tsx'
import { TextField } from '../parts/text-field.tsx'
import { ItemCodeText } from './item-code-text.tsx'
import { State } from './shape.tsx'
import { verdictWords } from './verdict-words.ts'

type Props = { frame: Frame; scan: ScanLine; values: Record<string, string>; errors: readonly FieldError[] }

/** Which scan is taken back, and why: a fact of its own, beside the one it takes away. */
export function UndoPage({ frame, scan, values, errors }: Props) {
  const { word, look } = verdictWords[scan.verdict]
  const field = fieldsOf({ values, errors })
  return (
    <StaffPage frame={frame} title="Hủy lần quét" caption="Bàn quét" errors={errors} styles={['work.css']}>
      <SummaryList
        rows={[
          { label: 'Bưu gửi', value: <ItemCodeText code={scan.code} /> },
          { label: 'Thao tác', value: isStep(scan.step) ? ruleOf(scan.step).label : scan.step },
          { label: 'Lúc', value: longTime(scan.received_at) },
          {
            label: 'Kết quả',
            value: scan.is_corrected ? <State look="again">Đã hủy</State> : <State look={look}>{word}</State>,
          },
        ]}
      />
      <p class="govuk-body">Lần quét vẫn còn trong sổ, kèm lý do hủy. Bưu gửi trở lại như trước đó.</p>
      <Form frame={frame} action={`/staff/scan/${scan.id}/undo`}>
        <TextField {...field('reason')} label="Vì sao hủy" hint="Ví dụ: quét nhầm mã, chọn nhầm thao tác." />
        <ButtonGroup>
          <Button look="warning">Hủy lần quét này</Button>
          <ButtonLink look="secondary" href="/staff/scan">
            Quay lại
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </StaffPage>
  )
}
