import type { ScanLine } from '../../src/custody/scan-lines.ts'
import { fieldsOf } from '../fields.ts'
import { StaffPage } from '../layout.tsx'
import { ButtonLink } from '../parts/button.tsx'
import { TextField } from '../parts/text-field.tsx'
import { ScanForm, type ScanFormProps } from './scan-form.tsx'
import { Verdicts } from './verdicts.tsx'

type Props = Omit<ScanFormProps, 'action' | 'children'> & { sent: readonly ScanLine[] }

/** Steps that stand on paper, typed in with the paper's time. */
export function PaperPage({ sent, ...form }: Props) {
  const field = fieldsOf(form)
  return (
    <StaffPage
      frame={form.frame}
      title="Nhập lại từ giấy"
      caption="Bàn quét"
      errors={form.errors}
      styles={['work.css']}
    >
      <Verdicts sent={sent} />
      <p class="govuk-body">Ghi những việc ông/bà đã làm khi mất điện hoặc máy hỏng, theo giờ trên phiếu giấy.</p>
      <ScanForm {...form} action="/staff/scan/paper">
        <TextField {...field('paper_at')} label="Giờ ghi trên phiếu giấy" hint="Ví dụ: 23/11/2026 14:05" width={20} />
      </ScanForm>
      <ButtonLink look="secondary" href="/staff/scan">
        Về bàn quét
      </ButtonLink>
    </StaffPage>
  )
}
