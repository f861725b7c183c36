import { payers, paymentMethods, paymentTimes } from '../../src/dossiers/options.ts'
import type { Field } from '../fields.ts'
import { choicesOf } from '../parts/choices.ts'
import { Details } from '../parts/details.tsx'
import { Select } from '../parts/select.tsx'
import { TextField } from '../parts/text-field.tsx'
import { type FormProps, isFilled } from './form-props.ts'

/** Who pays, when and how; and an amount the tables do not know, with where it is written. */
export function FeeFields({ field, isDesk }: FormProps) {
  const typed = ['fees.state.amount', 'fees.state.note', 'fees.postage.amount', 'fees.postage.note'].map(field)
  const { counter: _, ...later } = paymentTimes
  const { sender: __, ...others } = payers
  return (
    <section class="bt-section" aria-labelledby="payment-heading">
      <h2 class="govuk-heading-m" id="payment-heading">
        Cước và lệ phí
      </h2>
      <div class="bt-row">
        <Select {...field('payment.payer')} label="Ai trả" choices={choicesOf(isDesk ? others : payers)} />
        <Select {...field('payment.when')} label="Khi nào" choices={choicesOf(isDesk ? later : paymentTimes)} />
        <Select {...field('payment.method')} label="Bằng gì" choices={choicesOf(paymentMethods)} />
        {!isDesk && (
          <TextField
            {...field('weight_g')}
            label="Khối lượng"
            suffix="g"
            inputmode="numeric"
            width={4}
            autocomplete="off"
          />
        )}
      </div>
      <Details summary="Ghi mức lệ phí hoặc cước khác bảng giá" isOpen={isFilled(typed)}>
        <Amount label="Lệ phí nhà nước" amount={field('fees.state.amount')} note={field('fees.state.note')} />
        <Amount label="Cước bưu điện" amount={field('fees.postage.amount')} note={field('fees.postage.note')} />
      </Details>
    </section>
  )
}

const Amount = ({ label, amount, note }: { label: string; amount: Field; note: Field }) => (
  <div class="bt-pair">
    <TextField {...amount} label={label} suffix="đ" inputmode="numeric" width={10} autocomplete="off" />
    <TextField {...note} label={`Nguồn của mức ${label.toLowerCase()}`} autocomplete="off" />
  </div>
)
