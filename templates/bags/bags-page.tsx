import type { ListedBag } from '../../src/bags/list-bags.ts'
import type { FieldError } from '../../src/kit/errors.ts'
import type { Frame } from '../../src/people/page.ts'
import { RowTable } from '../control/row-table.tsx'
import { Section } from '../control/section.tsx'
import { span } from '../control/time-left.tsx'
import { fieldsOf } from '../fields.ts'
import { StaffPage } from '../layout.tsx'
import { Button } from '../parts/button.tsx'
import { Form, Hidden } from '../parts/form.tsx'
import { Select } from '../parts/select.tsx'
import type { Column } from '../parts/table.tsx'

type Props = {
  frame: Frame
  items: readonly ListedBag[]
  now: Date
  /** The units of who reads this. */
  own: readonly (string | null)[]
  /** To where a bag may be made; none for those who make none. */
  destinations: readonly { value: string; text: string }[]
  requestId: string
  values: Record<string, string>
  errors: readonly FieldError[]
}

type Part = { id: string; title: string; none: string; has: (bag: ListedBag, own: Props['own']) => boolean }

/** Bound here, or come here by mistake; what still lies where it was sealed has not left. */
const isComing = ({ state, made_unit, to_unit, held_by }: ListedBag, own: Props['own']) =>
  state === 'sealed' && [to_unit, ...held_by].some(unit => unit !== made_unit && own.includes(unit))

const parts: readonly Part[] = [
  { id: 'coming', title: 'Chờ mở ở đây', none: 'Không có túi nào chờ mở ở đây.', has: isComing },
  { id: 'open', title: 'Đang đóng', none: 'Không có túi nào đang đóng.', has: ({ state }) => state === 'open' },
  {
    id: 'underway',
    title: 'Đã niêm phong, đang đi',
    none: 'Không có túi nào đang đi.',
    has: (bag, own) => bag.state === 'sealed' && !isComing(bag, own),
  },
  {
    id: 'differences',
    title: 'Chênh lệch cần nêu lý do',
    none: 'Không có chênh lệch nào còn mở.',
    has: ({ state }) => state === 'opened',
  },
]

/** Which bags are not finished: here, on the road, and those that were not as they were sealed. */
export function BagsPage({ frame, items, now, own, destinations, requestId, values, errors }: Props) {
  const field = fieldsOf({ values, errors })
  return (
    <StaffPage frame={frame} title="Túi thư" errors={errors} styles={['work.css']}>
      {destinations.length > 0 && (
        <Form frame={frame} action="/staff/bags" id="making">
          <Hidden name="request_id" value={requestId} />
          <Select {...field('to_unit')} label="Lập túi gửi đến" choices={destinations} none="Chọn nơi nhận" />
          <Button>Lập túi</Button>
        </Form>
      )}
      {parts.map(({ id, title, none, has }) => {
        const rows = items.filter(bag => has(bag, own))
        return (
          <Section id={id} title={title} total={rows.length}>
            <RowTable caption="Lâu nhất trước" columns={columns(now)} rows={rows} none={none} />
          </Section>
        )
      })}
    </StaffPage>
  )
}

const columns = (now: Date): Column<ListedBag>[] => [
  {
    head: 'Mã túi',
    cell: ({ code }) => (
      <a class="govuk-link bt-code" href={`/staff/bags/${code}`}>
        {code}
      </a>
    ),
  },
  { head: 'Từ', cell: ({ made_name }) => made_name },
  { head: 'Đến', cell: ({ to_name }) => to_name },
  { head: 'Đã chờ', cell: bag => span(now.getTime() - since(bag).getTime()) },
]

const since = ({ opened_at, sealed_at, made_at }: ListedBag) => opened_at ?? sealed_at ?? made_at
