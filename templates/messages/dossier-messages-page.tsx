import { longTime } from '../../src/kit/time.ts'
import type { ToldMessage } from '../../src/messages/dossier-messages.ts'
import { channelNames, messageStates } from '../../src/messages/options.ts'
import type { Frame } from '../../src/people/page.ts'
import { RowTable } from '../control/row-table.tsx'
import { groupedReference } from '../documents/code-groups.ts'
import { StaffPage } from '../layout.tsx'
import { Button } from '../parts/button.tsx'
import { Form } from '../parts/form.tsx'
import { InsetText } from '../parts/inset-text.tsx'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import type { Column } from '../parts/table.tsx'
import { titleOfKind } from './staff-words.ts'

type Props = {
  frame: Frame
  reference: string
  messages: readonly ToldMessage[]
  isStopped: boolean
  mayStop: boolean
  done: string | undefined
}

const news: Record<string, string> = {
  stop: 'Từ nay không gửi tin và không gọi cho những người trong hồ sơ này.',
  allow: 'Từ nay lại báo tin cho những người trong hồ sơ này.',
}

/** What the people of a dossier were told, and the way to hear nothing more. */
export function DossierMessagesPage({ frame, reference, messages, isStopped, mayStop, done }: Props) {
  const said = done ? news[done] : undefined
  return (
    <StaffPage
      frame={frame}
      title="Tin đã báo"
      caption={`Hồ sơ ${groupedReference(reference)}`}
      styles={['work.css']}
      banner={said && <NotificationBanner isSuccess>{said}</NotificationBanner>}
    >
      {isStopped && <InsetText>Người dân không muốn nhận tin. Mọi tin, kể cả cuộc gọi, đều dừng.</InsetText>}
      <RowTable caption="Mới nhất trước" columns={columns} rows={messages} none="Chưa báo tin nào." />
      {mayStop && (
        <Form frame={frame} action={`/staff/dossiers/${reference}/messages/${isStopped ? 'allow' : 'stop'}`}>
          <Button look="secondary">{isStopped ? 'Báo tin trở lại' : 'Dừng báo tin theo yêu cầu của người dân'}</Button>
        </Form>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={`/staff/dossiers/${reference}`}>
          Về hồ sơ
        </a>
      </p>
    </StaffPage>
  )
}

const columns: Column<ToldMessage>[] = [
  { head: 'Việc', cell: ({ kind }) => titleOfKind(kind) },
  { head: 'Kênh', cell: ({ channel }) => channelNames[channel] },
  {
    head: 'Tình trạng',
    cell: ({ state, settled_at }) => <>{`${messageStates[state]}${settled_at ? `, ${longTime(settled_at)}` : ''}`}</>,
  },
  { head: 'Lời', cell: ({ said, note }) => [said, note].filter(Boolean).join(' – ') },
]
