import type { IntakeChoices } from '../../src/dossiers/intake-choices.ts'
import type { IntakePlan } from '../../src/dossiers/plan-intake.ts'
import { dong } from '../../src/kit/money.ts'
import { SummaryList } from '../parts/summary-list.tsx'
import { Unverified } from './unverified.tsx'

type Props = Pick<IntakeChoices, 'procedure' | 'services'> & {
  plan: IntakePlan | undefined
  usual: IntakeChoices['usualFees']
}

/** What it costs and by which rule: for what is typed once that was worked out, else for somebody of this district. */
export function Quote({ plan, usual, procedure }: Props) {
  const { state, postage } = plan?.fees ?? usual
  const unverified = [...procedure.unverified, ...(plan?.unverified ?? []), ...(postage.is_verified ? [] : ['postage'])]
  return (
    <section class="bt-quote" aria-labelledby="quote-heading">
      <h2 class="govuk-heading-s" id="quote-heading">
        {plan ? 'Cho hồ sơ này' : 'Thường là, cho người ở huyện này'}
      </h2>
      <SummaryList
        rows={[
          plan ? { label: 'Nơi tiếp nhận', value: plan.desk.name } : null,
          plan?.returnOffice
            ? { label: 'Bưu cục phát', value: <Office name={plan.returnOffice.name} unverified={unverified} /> }
            : null,
          { label: 'Lệ phí nhà nước', value: <Amount {...state} of="fee" unverified={unverified} /> },
          { label: 'Cước bưu điện', value: <Amount {...postage} of="postage" unverified={unverified} /> },
        ]}
      />
    </section>
  )
}

const Office = ({ name, unverified }: { name: string; unverified: readonly string[] }) => (
  <>
    {name} <Unverified of="return_office" among={unverified} />
  </>
)

type AmountProps = { amount: number | null; note: string; of: string; unverified: readonly string[] }

const Amount = ({ amount, note, of, unverified }: AmountProps) => (
  <>
    <strong>{dong(amount)}</strong> <Unverified of={of} among={unverified} />
    <span class="bt-quote__rule">{note}</span>
  </>
)
