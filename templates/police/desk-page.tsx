import type { Desk } from '../../src/dossiers/desk.ts'
import type { FieldError } from '../../src/kit/errors.ts'
import type { Frame } from '../../src/people/page.ts'
import { Pages } from '../control/pages.tsx'
import { StaffPage } from '../layout.tsx'
import { ButtonGroup, ButtonLink } from '../parts/button.tsx'
import { InWork, Supplement, ToCheck } from './dossier-parts.tsx'
import { Envelopes } from './envelopes.tsx'
import { Coming, ToFetch, ToOpen } from './parcel-parts.tsx'

type Props = {
  frame: Frame
  now: Date
  page: number
  desk: Desk
  errors: readonly FieldError[]
  /** Each form of an envelope has an id of its own. */
  newId: () => string
}

/** What waits for an officer: how much of each, then one by one, the least time left first. */
export function DeskPage({ frame, now, page, desk, errors, newId }: Props) {
  const { coming, open, check, supplement, work, results, papers, fetch, pages } = desk
  return (
    <StaffPage frame={frame} title="Bàn tiếp nhận" errors={errors} styles={['work.css']}>
      <ButtonGroup>
        <ButtonLink href="/staff/scan?step=lodge">Quét nhận hồ sơ</ButtonLink>
        <ButtonLink look="secondary" href="/staff/desk/new">
          Nhập hồ sơ chỉ trả kết quả
        </ButtonLink>
      </ButtonGroup>
      <Jumps desk={desk} />
      <ToOpen part={open} now={now} />
      <ToCheck part={check} now={now} />
      <Envelopes
        id="results"
        title="Kết quả cần gửi trả"
        none="Không có kết quả nào chờ gửi."
        purpose="result"
        envelopes={results}
        frame={frame}
        now={now}
        newId={newId}
      />
      <Envelopes
        id="papers"
        title="Giấy tờ cần gửi trả lại"
        none="Không có giấy tờ nào chờ gửi trả."
        purpose="refused_papers"
        envelopes={papers}
        frame={frame}
        now={now}
        newId={newId}
      />
      <InWork part={work} now={now} />
      <Supplement part={supplement} now={now} />
      <Coming part={coming} now={now} />
      <ToFetch part={fetch} now={now} />
      <Pages page={page} pages={pages} path="/staff/desk" />
    </StaffPage>
  )
}

function Jumps({ desk: { coming, open, check, supplement, work, results, papers, fetch } }: Pick<Props, 'desk'>) {
  const parts = [
    { id: 'open', name: 'Cần mở', n: open.total },
    { id: 'check', name: 'Cần kiểm tra', n: check.total },
    { id: 'results', name: 'Kết quả cần gửi', n: countOf(results) },
    { id: 'papers', name: 'Giấy tờ gửi lại', n: countOf(papers) },
    { id: 'work', name: 'Đang giải quyết', n: work.total },
    { id: 'supplement', name: 'Chờ bổ sung', n: supplement.total },
    { id: 'coming', name: 'Đang đến', n: coming.total },
    { id: 'fetch', name: 'Chờ bưu điện lấy', n: fetch.total },
  ]
  return (
    <nav aria-label="Các phần việc">
      <ul class="bt-jumps">
        {parts.map(({ id, name, n }) => (
          <li>
            <a class="bt-jump" href={`#${id}`}>
              {name} <b>{n}</b>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const countOf = (envelopes: Desk['results']) => envelopes.reduce((sum, { dossiers }) => sum + dossiers.length, 0)
