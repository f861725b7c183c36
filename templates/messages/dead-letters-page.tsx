import { longTime } from '../../src/kit/time.ts'
import type { DeadLetter } from '../../src/messages/dead-letters.ts'
import { channelNames } from '../../src/messages/options.ts'
import type { Frame } from '../../src/people/page.ts'
import { RowTable } from '../control/row-table.tsx'
import { StaffPage } from '../layout.tsx'
import { Button } from '../parts/button.tsx'
import { Form } from '../parts/form.tsx'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import type { Column } from '../parts/table.tsx'
import { titleOfKind, troubleWords } from './staff-words.ts'

type Props = {
  frame: Frame
  items: readonly DeadLetter[]
  next: string | null
  mayResend: boolean
  done: string | undefined
}

const news: Record<string, string> = {
  again: 'Tin sẽ được gửi lại trong phút tới.',
  gone: 'Tin này đã được gửi lại hoặc đã bỏ.',
}

/** Messages that nobody got and nothing replaces. */
export function DeadLettersPage({ frame, items, next, mayResend, done }: Props) {
  const said = done ? news[done] : undefined
  return (
    <StaffPage
      frame={frame}
      title="Tin không báo được"
      caption="Giám sát"
      styles={['work.css']}
      banner={said && <NotificationBanner isSuccess={done === 'again'}>{said}</NotificationBanner>}
    >
      <RowTable
        caption="Đã thử hết các kênh"
        columns={mayResend ? [...columns, again(frame)] : columns}
        rows={items}
        none="Không có tin nào không báo được."
      />
      {next && (
        <p class="govuk-body">
          <a class="govuk-link" rel="next" href={`/staff/messages?after=${next}`}>
            Xem tiếp
          </a>
        </p>
      )}
    </StaffPage>
  )
}

const columns: Column<DeadLetter>[] = [
  { head: 'Báo cho', cell: letter => <Subject letter={letter} /> },
  { head: 'Tin', cell: ({ kind }) => titleOfKind(kind) },
  { head: 'Kênh cuối', cell: ({ channel }) => channelNames[channel] },
  {
    head: 'Vì sao',
    cell: ({ trouble, note, settled_at }) => (
      <>
        {troubleWords(trouble)}
        {note && `: ${note}`}
        <br />
        <span class="bt-small">{longTime(settled_at)}</span>
      </>
    ),
  },
]

function Subject({ letter: { reference, unit } }: { letter: DeadLetter }) {
  if (!reference) return <>{unit}</>
  return (
    <a class="govuk-link bt-code" href={`/staff/dossiers/${reference}/messages`}>
      {reference}
    </a>
  )
}

const again = (frame: Frame): Column<DeadLetter> => ({
  head: 'Gửi lại',
  cell: ({ id, reference, unit }) => (
    <Form frame={frame} action={`/staff/messages/${id}/sending`}>
      <Button look="secondary">
        Gửi lại<span class="govuk-visually-hidden"> {reference ?? unit}</span>
      </Button>
    </Form>
  ),
})
