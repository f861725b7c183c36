import type { unlistedParcels } from '../../src/handovers/unlisted-parcels.ts'
import type { FieldError } from '../../src/kit/errors.ts'
import { clockTime, shortDate } from '../../src/kit/time.ts'
import type { Frame } from '../../src/people/page.ts'
import { RowTable } from '../control/row-table.tsx'
import { ItemCodeText } from '../custody/item-code-text.tsx'
import { StaffPage } from '../layout.tsx'
import { Button } from '../parts/button.tsx'
import { Form, Hidden } from '../parts/form.tsx'
import { SummaryList } from '../parts/summary-list.tsx'
import type { Column } from '../parts/table.tsx'
import { partyWords } from './parties.ts'

type Shown = Awaited<ReturnType<typeof unlistedParcels>>
type Props = {
  frame: Frame
  unlisted: Shown
  maySign: boolean
  id: string
  requestId: string
  errors: readonly FieldError[]
}

/** What was scanned from one side to another on one day without a list, and the taker's signature for it. */
export function UnlistedPage({ frame, unlisted, maySign, id, requestId, errors }: Props) {
  const { giver, taker, day, parcels } = unlisted
  return (
    <StaffPage frame={frame} title="Không có bảng giao" caption="Bàn giao" errors={errors} styles={['work.css']}>
      <SummaryList
        rows={[
          { label: 'Bên giao', value: partyWords(giver) },
          { label: 'Bên nhận', value: partyWords(taker) },
          { label: 'Ngày', value: shortDate(day) },
        ]}
      />
      <RowTable caption={`${parcels.length} bưu gửi`} columns={columns} rows={parcels} none="Không có bưu gửi." />
      {maySign && (
        <Form frame={frame} action={`/staff/handovers/unlisted/${id}`} id="acceptance">
          <Hidden name="request_id" value={requestId} />
          <Hidden name="events" value={parcels.map(({ event_id }) => event_id).join()} />
          <Button id="events">{`Ký nhận ${parcels.length} bưu gửi`}</Button>
        </Form>
      )}
    </StaffPage>
  )
}

const columns: Column<Shown['parcels'][number]>[] = [
  { head: 'Bưu gửi', cell: ({ code }) => <ItemCodeText code={code} /> },
  { head: 'Quét lúc', cell: ({ at }) => clockTime(at) },
]
