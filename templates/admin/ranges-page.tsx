import type { FieldError } from '../../src/kit/errors.ts'
import { longDate } from '../../src/kit/time.ts'
import type { Range } from '../../src/parcels/ranges.ts'
import { RowTable } from '../control/row-table.tsx'
import { ItemCodeText } from '../custody/item-code-text.tsx'
import { State } from '../custody/shape.tsx'
import { StaffPage } from '../layout.tsx'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import type { Column } from '../parts/table.tsx'
import { RangeForm, type RangeFormProps } from './range-form.tsx'

type Props = RangeFormProps & {
  ranges: readonly Range[]
  /** The item code of a serial, with its check digit. */
  codeOf: (prefix: string, serial: number, country: string) => string
  errors: readonly FieldError[]
  done: string | undefined
}

/** Which offices may give out which item codes, and how many are left. */
export function RangesPage({ ranges, codeOf, errors, done, ...form }: Props) {
  return (
    <StaffPage
      frame={form.frame}
      title="Dải mã bưu gửi"
      caption="Quản trị"
      errors={errors}
      styles={['work.css']}
      banner={done === 'granted' && <NotificationBanner isSuccess>Đã cấp dải mã.</NotificationBanner>}
    >
      <RowTable caption="Đã cấp" columns={columnsWith(codeOf)} rows={ranges} none="Chưa cấp dải mã nào." />
      <RangeForm {...form} errors={errors} />
    </StaffPage>
  )
}

const columnsWith = (codeOf: Props['codeOf']): Column<Range>[] => [
  { head: 'Bưu cục', cell: ({ office, office_id }) => `${office_id} ${office}` },
  {
    head: 'Từ mã đến mã',
    cell: ({ prefix, country, first_serial, last_serial }) => (
      <>
        <ItemCodeText code={codeOf(prefix, first_serial, country)} />
        <br />
        <ItemCodeText code={codeOf(prefix, last_serial, country)} />
      </>
    ),
  },
  { head: 'Còn lại', cell: range => <Left range={range} />, isNumeric: true },
  { head: 'Cấp ngày', cell: ({ granted_at, granted_by }) => `${longDate(granted_at)}, ${granted_by}` },
]

const runningOut = 0.1

/** A tenth left is the time to ask for more. */
function Left({ range: { first_serial, last_serial, next_serial } }: { range: Range }) {
  const left = last_serial - next_serial + 1
  const whole = last_serial - first_serial + 1
  const words = `${left.toLocaleString('vi-VN')} mã`
  if (!left) return <State look="bad">Đã hết</State>
  return left <= whole * runningOut ? <State look="review">{`${words}, sắp hết`}</State> : <span>{words}</span>
}
