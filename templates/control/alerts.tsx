import { shortDate } from '../../src/kit/time.ts'
import type { openAlerts } from '../../src/promises/open-alerts.ts'
import { ItemCodeText } from '../custody/item-code-text.tsx'
import { State } from '../custody/shape.tsx'
import { groupedItemCode } from '../documents/code-groups.ts'
import { formats } from '../format.ts'
import type { Column } from '../parts/table.tsx'
import { RowTable } from './row-table.tsx'
import { Section } from './section.tsx'
import { aboutWords, levelWords } from './words.ts'

export type AlertItem = Awaited<ReturnType<typeof openAlerts>>['items'][number]

type Props = { alerts: { items: AlertItem[]; next: string | null }; total: number; mayAcknowledge: boolean }

/** Alerts that are open. One that somebody took on says who, and what they noted. */
export function Alerts({ alerts: { items, next }, total, mayAcknowledge }: Props) {
  return (
    <Section id="alerts" title="Cảnh báo" total={total}>
      <RowTable caption="Đang mở" columns={columnsFor(mayAcknowledge)} rows={items} none="Không có cảnh báo nào." />
      {next && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/staff/control?alerts=${next}#alerts`}>
            Cảnh báo tiếp theo
          </a>
        </p>
      )}
    </Section>
  )
}

const columnsFor = (mayAcknowledge: boolean): Column<AlertItem>[] => [
  { head: 'Việc', cell: row => <Subject alert={row} /> },
  { head: 'Mức', cell: ({ level }) => <State look={levelWords[level].look}>{levelWords[level].word}</State> },
  { head: 'Hẹn', cell: ({ due_at }) => (due_at ? formats.vi.promise(new Date(due_at)) : '') },
  { head: 'Xử lý', cell: row => <Handled alert={row} mayAcknowledge={mayAcknowledge} /> },
]

const Subject = ({ alert }: { alert: AlertItem }) => {
  const { code, reference, unit } = alert
  return (
    <>
      {code && (
        <a class="govuk-link" href={`/staff/control/parcels/${code}`}>
          <ItemCodeText code={code} />
        </a>
      )}
      {reference && (
        <a class="govuk-link bt-code" href={`/staff/dossiers/${reference}`}>
          {reference}
        </a>
      )}
      {(code || reference) && <br />}
      <span class={code || reference ? 'bt-small' : undefined}>
        {aboutWords(alert)}
        {unit && `, ${unit}`}
      </span>
    </>
  )
}

function Handled({ alert, mayAcknowledge }: { alert: AlertItem; mayAcknowledge: boolean }) {
  const { id, acknowledged_at, acknowledged_by, note, code, reference, unit } = alert
  if (acknowledged_at) {
    return (
      <>
        {acknowledged_by}, {shortDate(acknowledged_at.slice(0, 10))}
        <br />
        <span class="bt-small">{note}</span>
      </>
    )
  }
  if (!mayAcknowledge) return <>Chưa ai nhận</>
  return (
    <a class="govuk-link" href={`/staff/control/alerts/${id}`}>
      Nhận xử lý<span class="govuk-visually-hidden"> {code ? groupedItemCode(code) : (reference ?? unit)}</span>
    </a>
  )
}
