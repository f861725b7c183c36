import { dong } from '../../src/kit/money.ts'
import { longTime } from '../../src/kit/time.ts'
import { SummaryList } from '../parts/summary-list.tsx'
import { TextArea } from '../parts/text-area.tsx'
import { TextField } from '../parts/text-field.tsx'
import type { FormProps } from './decision-fields.tsx'
import type { DossierProps } from './dossier-page.tsx'

/** What the counter owes back: the state's money and the post's, each for itself. How long it may take says its clock. */
export function Refund({ refund }: DossierProps) {
  if (!refund) return null
  const { state_amount, postage_amount, reason, due_since, refunded_at, refunded_by, receipt } = refund
  return (
    <>
      <h2 class="govuk-heading-m">Hoàn tiền</h2>
      <SummaryList
        rows={[
          ...(state_amount ? [{ label: 'Lệ phí nhà nước', value: dong(state_amount) }] : []),
          ...(postage_amount ? [{ label: 'Cước bưu điện', value: dong(postage_amount) }] : []),
          { label: 'Lý do', value: reason },
          { label: 'Cần hoàn từ', value: longTime(due_since) },
          {
            label: 'Đã hoàn',
            value: refunded_at
              ? `${longTime(refunded_at)}, ${refunded_by}, biên nhận ${receipt}`
              : 'chưa, chờ người nộp đến nhận',
          },
        ]}
      />
    </>
  )
}

/** What is owed already is not asked for again. */
export const RefundFields = ({ field, refund }: FormProps) => (
  <>
    {!refund?.state_amount && (
      <TextField {...field('refund.state_amount')} label="Lệ phí nhà nước" suffix="đ" width={10} inputmode="numeric" />
    )}
    {!refund?.postage_amount && (
      <TextField {...field('refund.postage_amount')} label="Cước bưu điện" suffix="đ" width={10} inputmode="numeric" />
    )}
    <TextArea {...field('refund.reason')} label="Lý do" rows={2} />
  </>
)

export const RefundPaymentFields = ({ field, refund }: FormProps) => (
  <>
    <p class="govuk-body">
      {[
        refund?.state_amount && `Lệ phí ${dong(refund.state_amount)}`,
        refund?.postage_amount && `cước ${dong(refund.postage_amount)}`,
      ]
        .filter(Boolean)
        .join(', ')}
    </p>
    <TextField
      {...field('refund_payment.receipt')}
      label="Số biên nhận người nộp đã ký"
      width={20}
      autocomplete="off"
    />
  </>
)
