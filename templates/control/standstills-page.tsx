import type { FieldError } from '../../src/kit/errors.ts'
import type { Frame } from '../../src/people/page.ts'
import type { StandstillRow } from '../../src/promises/standstill.ts'
import { fieldsOf } from '../fields.ts'
import { formats } from '../format.ts'
import { StaffPage } from '../layout.tsx'
import { Button } from '../parts/button.tsx'
import { Form } from '../parts/form.tsx'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { Select } from '../parts/select.tsx'
import type { Column } from '../parts/table.tsx'
import { TextField } from '../parts/text-field.tsx'
import { RowTable } from './row-table.tsx'

type Props = {
  frame: Frame
  rows: readonly StandstillRow[]
  offices: readonly { id: string; name: string }[]
  values: Record<string, string>
  errors: readonly FieldError[]
  /** The organisation for which the reader watches; null: they only read. */
  side: StandstillRow['proposed_kind'] | null
  done: string | undefined
}

const doneWords: Record<string, string> = {
  proposed: 'Đã ghi đề nghị. Chờ người giám sát của cơ quan kia xác nhận.',
  confirmed: 'Đã xác nhận. Thời gian này không tính là trễ.',
}
const sides = { post_office: 'bưu điện', police_unit: 'công an' } as const

/** Floods and landslides: when nobody can be blamed, both organisations say so. */
export function StandstillsPage({ frame, rows, offices, values, errors, side, done }: Props) {
  const field = fieldsOf({ values, errors })
  const news = done ? doneWords[done] : undefined
  return (
    <StaffPage frame={frame} title="Bất khả kháng" caption="Giám sát" errors={errors} styles={['work.css']}>
      {news && <NotificationBanner>{news}</NotificationBanner>}
      <p class="govuk-body">Thời gian bất khả kháng chỉ được trừ khi người giám sát của cả hai cơ quan đã xác nhận.</p>
      <RowTable caption="Gần đây" columns={columnsFor(frame, side)} rows={rows} none="Chưa có đề nghị nào." />
      {side && (
        <Form frame={frame} action="/staff/control/standstills">
          <h2 class="govuk-heading-m">Đề nghị mới</h2>
          <Select
            {...field('unit')}
            label="Bưu cục phát"
            choices={offices.map(({ id, name }) => ({ value: id, text: name }))}
            none="Toàn tỉnh"
          />
          <TextField {...field('begins_at')} label="Từ lúc" type="datetime-local" width={20} />
          <TextField {...field('ends_at')} label="Đến lúc" type="datetime-local" width={20} />
          <TextField {...field('reason')} label="Vì sao" hint="Ví dụ: sạt lở quốc lộ 28, không có đường khác." />
          <Button>Đề nghị</Button>
        </Form>
      )}
    </StaffPage>
  )
}

const columnsFor = (frame: Frame, side: Props['side']): Column<StandstillRow>[] => [
  { head: 'Nơi', cell: ({ unit }) => unit ?? 'Toàn tỉnh' },
  { head: 'Từ', cell: ({ begins_at }) => formats.vi.moment(begins_at) },
  { head: 'Đến', cell: ({ ends_at }) => formats.vi.moment(ends_at) },
  { head: 'Vì sao', cell: ({ reason }) => reason },
  { head: 'Đề nghị', cell: ({ proposed_by, proposed_kind }) => `${proposed_by} (${sides[proposed_kind]})` },
  {
    head: 'Xác nhận',
    cell: row => {
      if (row.confirmed_by) return row.confirmed_by
      if (side === null || side === row.proposed_kind) return 'Chờ cơ quan kia'
      return (
        <Form frame={frame} action={`/staff/control/standstills/${row.id}`}>
          <button type="submit" class="bt-link-button">
            Xác nhận<span class="govuk-visually-hidden"> {row.reason}</span>
          </button>
        </Form>
      )
    },
  },
]
