import type { DeskDossier } from '../../src/dossiers/desk-dossiers.ts'
import type { Part } from '../../src/dossiers/desk-parcels.ts'
import type { TimedDossier } from '../../src/dossiers/desk-times.ts'
import { localDate, shortDate } from '../../src/kit/time.ts'
import { RowTable } from '../control/row-table.tsx'
import { Section } from '../control/section.tsx'
import { span, TimeLeft } from '../control/time-left.tsx'
import { Unverified } from '../counter/unverified.tsx'
import type { Column } from '../parts/table.tsx'
import { DossierLink } from './dossier-link.tsx'

type Props = { part: Part<DeskDossier>; now: Date }
type TimedProps = { part: Part<TimedDossier>; now: Date }

const dossier: Column<DeskDossier> = { head: 'Hồ sơ', cell: row => <DossierLink {...row} /> }
const procedure: Column<DeskDossier> = { head: 'Thủ tục', cell: row => row.procedure }

/** Here, and not looked at yet. */
export function ToCheck({ part: { rows, total }, now }: Props) {
  const waits = { head: 'Đã chờ', cell: ({ since, created_at }: DeskDossier) => ago(since ?? created_at, now) }
  return (
    <Section id="check" title="Cần kiểm tra" total={total}>
      <RowTable
        caption="Lâu nhất trước"
        columns={[dossier, procedure, waits]}
        rows={rows}
        none="Không có hồ sơ nào chờ kiểm tra."
      />
    </Section>
  )
}

/** Accepted, by the time that is left. */
export function InWork({ part: { rows, total }, now }: TimedProps) {
  const left = { head: 'Thời gian còn lại', cell: (row: TimedDossier) => <Left row={row} now={now} /> }
  return (
    <Section id="work" title="Đang giải quyết" total={total}>
      <RowTable
        caption="Gấp nhất trước"
        columns={[dossier, procedure, left]}
        rows={rows}
        none="Không có hồ sơ nào đang giải quyết."
      />
    </Section>
  )
}

function Left({ row: { time, due_on, is_unverified }, now }: { row: TimedDossier; now: Date }) {
  if (!time) return <>{due_on ? `Hẹn trả ${shortDate(due_on)}` : 'Chưa có hạn'}</>
  return (
    <>
      <TimeLeft promise={time} now={now} />
      <span class="bt-small"> Hẹn trả {shortDate(due_on ?? localDate(time.due_at))}</span>{' '}
      <Unverified of="due_at" among={is_unverified ? ['due_at'] : []} />
    </>
  )
}

/** Waiting for papers, by the date until which they may come. */
export function Supplement({ part: { rows, total }, now }: TimedProps) {
  const until = { head: 'Hạn bổ sung', cell: (row: TimedDossier) => <Until row={row} now={now} /> }
  return (
    <Section id="supplement" title="Chờ bổ sung" total={total}>
      <RowTable
        caption="Sắp hết hạn trước"
        columns={[dossier, procedure, until]}
        rows={rows}
        none="Không có hồ sơ nào chờ bổ sung."
      />
    </Section>
  )
}

const Until = ({ row: { time, until }, now }: { row: TimedDossier; now: Date }) =>
  time && until ? (
    <>
      <TimeLeft promise={time} now={now} />
      <span class="bt-small"> đến hết {shortDate(until)}</span>
    </>
  ) : null

const ago = (since: Date, now: Date) => span(now.getTime() - since.getTime())
