import type { DossierFilter, DossierListItem } from '../../src/dossiers/list.ts'
import { statuses } from '../../src/dossiers/status.ts'
import { localDate, shortDate } from '../../src/kit/time.ts'
import type { Frame } from '../../src/people/page.ts'
import { StaffPage } from '../layout.tsx'
import { Button } from '../parts/button.tsx'
import { choicesOf } from '../parts/choices.ts'
import { SearchForm } from '../parts/form.tsx'
import { Select } from '../parts/select.tsx'
import { type Column, Table } from '../parts/table.tsx'
import { TextField } from '../parts/text-field.tsx'
import { StatusTag } from './status-tag.tsx'

type Props = { frame: Frame; filter: DossierFilter; items: readonly DossierListItem[]; next: string | null }

/** The dossiers of one's units. A sensitive procedure is not named on a list that others can see over one's shoulder. */
export function ListPage({ frame, filter, items, next }: Props) {
  return (
    <StaffPage frame={frame} title="Hồ sơ" styles={['counter.css']}>
      <Filter {...filter} />
      <div class="bt-wide">
        <Table
          caption={filter.q || filter.status ? 'Hồ sơ khớp' : 'Hồ sơ mới nhất'}
          columns={columns}
          rows={items}
          none="Không có hồ sơ nào khớp. Xin thử một phần của tên, hoặc bỏ bớt điều kiện."
          isSmall
        />
      </div>
      {next && (
        <p class="govuk-body">
          <a class="govuk-link" rel="next" href={`/staff/dossiers?${query({ ...filter, after: next })}`}>
            Xem tiếp các hồ sơ cũ hơn
          </a>
        </p>
      )}
    </StaffPage>
  )
}

const Filter = ({ q, status }: DossierFilter) => (
  <SearchForm action="/staff/dossiers">
    <div class="bt-finder">
      <TextField
        id="q"
        name="q"
        type="search"
        value={q}
        label="Mã hoặc tên chủ hồ sơ"
        autocomplete="off"
        spellcheck={false}
        autofocus
      />
      <Select id="status" name="status" value={status} label="Trạng thái" none="Tất cả" choices={choicesOf(statuses)} />
      <Button>Tìm</Button>
    </div>
  </SearchForm>
)

const query = ({ q, status, after }: DossierFilter) =>
  new URLSearchParams(Object.entries({ q, status, after }).flatMap(([name, value]) => (value ? [[name, value]] : [])))

const columns: Column<DossierListItem>[] = [
  {
    head: 'Mã tham chiếu',
    cell: ({ reference }) => (
      <a class="govuk-link bt-code" href={`/staff/dossiers/${reference}`}>
        {reference}
      </a>
    ),
  },
  { head: 'Chủ hồ sơ', cell: ({ applicant_name }) => applicant_name },
  { head: 'Thủ tục', cell: ({ is_sensitive, procedure_name }) => (is_sensitive ? '(không nêu tên)' : procedure_name) },
  { head: 'Trạng thái', cell: item => <StatusTag status={item.returned_at ? 'returned' : item.status} /> },
  { head: 'Nhận ngày', cell: ({ created_at }) => shortDate(localDate(created_at)) },
  { head: 'Hẹn trả', cell: ({ due_on }) => (due_on ? shortDate(due_on) : 'chưa có') },
]
