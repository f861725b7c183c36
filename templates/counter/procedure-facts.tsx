import type { IntakeChoices } from '../../src/dossiers/intake-choices.ts'
import { dong } from '../../src/kit/money.ts'
import { levels } from './procedure-links.tsx'
import { Unverified } from './unverified.tsx'

type Props = Pick<IntakeChoices, 'procedure' | 'usualFees'> & { base: string }

/** What the counter tells about the procedure before anything is written, in one line each. */
export function ProcedureFacts({ procedure, usualFees: { state }, base }: Props) {
  const { field_name, level, working_days, unverified } = procedure
  return (
    <ul class="bt-facts">
      <li>
        {field_name}, {levels[level]} <Unverified of="level" among={unverified} />
      </li>
      <li>
        Giải quyết: {working_days === null ? 'chưa rõ thời hạn' : `${working_days} ngày làm việc`}{' '}
        <Unverified of="working_days" among={unverified} />
      </li>
      <li>
        Lệ phí: {dong(state.amount)} <Unverified of="fee" among={unverified} />
      </li>
      <li>
        <a class="govuk-link" href={base === '/staff/desk' ? '/staff/desk/new' : base}>
          Chọn thủ tục khác
        </a>
      </li>
    </ul>
  )
}
