import type { FieldError } from '../../src/kit/errors.ts'
import { longTime } from '../../src/kit/time.ts'
import type { Frame } from '../../src/people/page.ts'
import type { DueParcel } from '../../src/rounds/due-parcels.ts'
import type { Round } from '../../src/rounds/queries.ts'
import { RowTable } from '../control/row-table.tsx'
import { Section } from '../control/section.tsx'
import { State } from '../custody/shape.tsx'
import { fieldsOf } from '../fields.ts'
import { StaffPage } from '../layout.tsx'
import { Button } from '../parts/button.tsx'
import { Details } from '../parts/details.tsx'
import { Form, SearchForm } from '../parts/form.tsx'
import { Select } from '../parts/select.tsx'
import type { Column } from '../parts/table.tsx'
import { TextField } from '../parts/text-field.tsx'
import { DueTable } from './due-table.tsx'
import { PlanFields } from './plan-fields.tsx'

type Props = {
  frame: Frame
  rounds: readonly Round[]
  due: readonly DueParcel[]
  couriers: readonly { id: string; name: string }[]
  isClerk: boolean
  values: Record<string, string>
  errors: readonly FieldError[]
}

/** The rounds of an office: what is due first, then who is out, and where the next is planned. */
export function RoundsPage({ frame, rounds, due, couriers, isClerk, values, errors }: Props) {
  const field = fieldsOf({ values, errors })
  return (
    <StaffPage frame={frame} title="Các chuyến phát" errors={errors} styles={['work.css']}>
      {isClerk && (
        <SearchForm action="/staff/collections">
          <div class="bt-search">
            <TextField
              id="code"
              name="code"
              label="Người nhận đến quầy: quét mã bưu gửi"
              width={20}
              autocomplete="off"
            />
            <Button look="secondary">Giao tại quầy</Button>
          </div>
        </SearchForm>
      )}
      <DueTable due={due} isClerk={isClerk} />
      <p class="govuk-body">
        <a class="govuk-link" href="/staff/survey-slip.pdf">
          In phiếu hỏi ý kiến để lại khi phát
        </a>
      </p>
      <Section id="rounds" title="Chuyến phát">
        <RowTable caption="Mới nhất trước" columns={columns} rows={rounds} none="Chưa có chuyến phát nào." />
      </Section>
      {isClerk && (
        <Details summary="Lập chuyến phát" isOpen={errors.length > 0}>
          <Form frame={frame} action="/staff/rounds" id="plan">
            <Select
              {...field('courier')}
              label="Bưu tá"
              choices={couriers.map(({ id, name }) => ({ value: id, text: name }))}
              none="Chọn bưu tá"
            />
            <PlanFields field={field} />
            <Button>Lập chuyến phát</Button>
          </Form>
        </Details>
      )}
    </StaffPage>
  )
}

const columns: Column<Round>[] = [
  {
    head: 'Số chuyến',
    cell: ({ id, number }) => (
      <a class="govuk-link bt-code" href={`/staff/rounds/${id}`}>
        {number}
      </a>
    ),
  },
  { head: 'Bưu tá', cell: ({ courier }) => courier },
  { head: 'Bưu cục', cell: ({ unit_name }) => unit_name },
  { head: 'Bưu gửi', cell: ({ parcels }) => parcels },
  { head: 'Mở lúc', cell: ({ opened_at }) => longTime(opened_at) },
  { head: 'Tình trạng', cell: ({ cash }) => <RoundState cash={cash} /> },
]

/** A closing that does not balance is seen from afar. */
function RoundState({ cash }: Pick<Round, 'cash'>) {
  if (!cash) return <State look="late">Đang đi phát</State>
  const isEven = cash.to_collect === cash.collected && cash.collected === cash.handed_in
  return isEven ? <State look="good">Đã chốt</State> : <State look="bad">Đã chốt, lệch tiền</State>
}
