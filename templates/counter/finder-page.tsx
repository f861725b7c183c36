import type { FoundProcedures } from '../../src/dossiers/find-procedure.ts'
import { groupBy } from '../../src/kit/group-by.ts'
import type { Frame } from '../../src/people/page.ts'
import type { ProcedureRow } from '../../src/procedures/queries.ts'
import { StaffPage } from '../layout.tsx'
import { Button } from '../parts/button.tsx'
import { Details } from '../parts/details.tsx'
import { Hidden, SearchForm } from '../parts/form.tsx'
import { InsetText } from '../parts/inset-text.tsx'
import { TextField } from '../parts/text-field.tsx'
import { type Place, ProcedureLinks } from './procedure-links.tsx'

type Props = FoundProcedures & Place & { frame: Frame }

/** Which procedure is it? Typed without marks, Enter, and the first that was found has the focus: Enter again opens its form. */
export function FinderPage({ frame, q, total, oftenHere, found, ...place }: Props) {
  const isAsked = q.trim() !== ''
  return (
    <StaffPage frame={frame} title="Nhận hồ sơ" styles={['counter.css']}>
      {place.next_to && (
        <InsetText>Hồ sơ tiếp theo đi chung bưu gửi và địa chỉ với hồ sơ {place.next_to}. Xin chọn thủ tục.</InsetText>
      )}
      <SearchForm action={place.base === '/staff/desk' ? '/staff/desk/new' : place.base}>
        {place.next_to && <Hidden name="next_to" value={place.next_to} />}
        <div class="bt-finder">
          <TextField
            id="q"
            name="q"
            type="search"
            value={q}
            label="Thủ tục gì?"
            labelSize="m"
            hint={`Gõ vài chữ của tên, lĩnh vực hoặc mã, không cần dấu. Ví dụ: ho chieu. Có ${total} thủ tục.`}
            autocomplete="off"
            spellcheck={false}
            autofocus={!isAsked || !found.length}
          />
          <Button>Tìm</Button>
        </div>
      </SearchForm>
      {isAsked ? <Found found={found} {...place} /> : <Catalogue oftenHere={oftenHere} all={found} {...place} />}
      <p class="govuk-body">
        <a class="govuk-link" href="/staff/dossiers">
          Xem các hồ sơ đã nhận
        </a>
      </p>
    </StaffPage>
  )
}

function Found({ found, ...place }: Place & { found: readonly ProcedureRow[] }) {
  if (!found.length)
    return <p class="govuk-body">Không có thủ tục nào khớp. Xin thử ít chữ hơn, ví dụ chỉ “can cuoc”.</p>
  return (
    <>
      <h2 class="govuk-heading-m">{found.length} thủ tục khớp</h2>
      <ProcedureLinks procedures={found} {...place} focusesFirst />
    </>
  )
}

function Catalogue({ oftenHere, all, ...place }: Place & Record<'oftenHere' | 'all', readonly ProcedureRow[]>) {
  return (
    <>
      {oftenHere.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Hay nhận ở đây</h2>
          <ProcedureLinks procedures={oftenHere} {...place} />
        </>
      )}
      <h2 class="govuk-heading-m">Tất cả, theo lĩnh vực</h2>
      {[...groupBy(all, ({ field_name }) => field_name)].map(([field, procedures]) => (
        <Details summary={`${field} (${procedures.length})`}>
          <ProcedureLinks procedures={procedures} {...place} />
        </Details>
      ))}
    </>
  )
}
