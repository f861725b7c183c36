import type { DeskParcel, Part } from '../../src/dossiers/desk-parcels.ts'
import { RowTable } from '../control/row-table.tsx'
import { Section } from '../control/section.tsx'
import { span } from '../control/time-left.tsx'
import { holderWords } from '../custody/holder-words.ts'
import { ItemCodeText } from '../custody/item-code-text.tsx'
import { purposeWords } from '../custody/purpose-words.ts'
import { State } from '../custody/shape.tsx'
import { groupedItemCode } from '../documents/code-groups.ts'
import type { Column } from '../parts/table.tsx'

type Props = { part: Part<DeskParcel>; now: Date }

const code: Column<DeskParcel> = { head: 'Bưu gửi', cell: row => <ItemCodeText code={row.code} /> }
const contents: Column<DeskParcel> = {
  head: 'Bên trong',
  cell: ({ purpose, dossiers }) =>
    purpose === 'filing' ? `${dossiers} hồ sơ` : `${purposeWords[purpose]} của ${dossiers} hồ sơ`,
}
const held = (now: Date): Column<DeskParcel> => ({
  head: 'Đã giữ',
  cell: ({ since }) => span(now.getTime() - since.getTime()),
})

/** On the way here. */
export function Coming({ part: { rows, total }, now }: Props) {
  const holder: Column<DeskParcel> = {
    head: 'Đang ở',
    cell: row => (row.is_lost ? <State look="bad">Báo mất</State> : holderWords(row)),
  }
  return (
    <Section id="coming" title="Đang đến" total={total}>
      <RowTable
        caption="Gửi sớm nhất trước"
        columns={[code, contents, holder, held(now)]}
        rows={rows}
        none="Không có bưu gửi nào đang đến."
      />
    </Section>
  )
}

/** Here, and not compared with the list yet. */
export function ToOpen({ part: { rows, total }, now }: Props) {
  const open: Column<DeskParcel> = {
    head: 'Biên bản',
    cell: row => (
      <a class="govuk-link" href={`/staff/desk/openings/${row.code}`}>
        Mở<span class="govuk-visually-hidden"> {groupedItemCode(row.code)}</span>
      </a>
    ),
  }
  return (
    <Section id="open" title="Cần mở và đối chiếu" total={total}>
      <RowTable
        caption="Nhận sớm nhất trước"
        columns={[code, contents, held(now), open]}
        rows={rows}
        none="Không có bưu gửi nào cần mở."
      />
    </Section>
  )
}

/** Packed here; the post has not come yet. */
export function ToFetch({ part: { rows, total }, now }: Props) {
  const label: Column<DeskParcel> = {
    head: 'Nhãn',
    cell: row => (
      <a class="govuk-link" href={`/staff/parcels/${row.code}/label.pdf`}>
        In nhãn<span class="govuk-visually-hidden"> {groupedItemCode(row.code)}</span>
      </a>
    ),
  }
  return (
    <Section id="fetch" title="Chờ bưu điện đến lấy" total={total}>
      <RowTable
        caption="Làm sớm nhất trước"
        columns={[code, contents, held(now), label]}
        rows={rows}
        none="Không có bưu gửi nào chờ lấy."
      />
    </Section>
  )
}
