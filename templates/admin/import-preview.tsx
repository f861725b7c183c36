import type { Changes } from '../../src/kit/changes-between.ts'
import type { Cells } from '../../src/kit/csv.ts'
import type { Frame } from '../../src/people/page.ts'
import { RowTable } from '../control/row-table.tsx'
import { State } from '../custody/shape.tsx'
import { Button } from '../parts/button.tsx'
import { Form, Hidden } from '../parts/form.tsx'
import type { Column } from '../parts/table.tsx'
import { WarningText } from '../parts/warning-text.tsx'
import { columnHead } from './column-words.ts'

type Props = {
  frame: Frame
  sheet: { name: string; columns: readonly string[] }
  values: Record<string, string>
  preview: Changes<Cells> & { mark: string }
}
type Row = { kind: keyof typeof kinds; before: Cells; after: Cells }

const kinds = {
  added: { word: 'Thêm', look: 'good' },
  changed: { word: 'Sửa', look: 'review' },
  removed: { word: 'Bỏ', look: 'bad' },
} as const

/** What would be added, changed and removed, and the button that does it. */
export function ImportPreview({ frame, sheet, values, preview }: Props) {
  const rows = rowsOf(preview)
  const { added, changed, removed } = preview
  return (
    <section aria-labelledby="preview-heading">
      <h2 class="govuk-heading-m" id="preview-heading">
        Xem trước
      </h2>
      <RowTable
        caption={`Thêm ${added.length}, sửa ${changed.length}, bỏ ${removed.length}`}
        columns={[{ head: 'Thay đổi', cell: ({ kind }) => <Kind of={kind} /> }, ...sheet.columns.map(columnOf)]}
        rows={rows}
        none="Không có gì thay đổi: bản dán giống dữ liệu hiện có."
      />
      {rows.length > 0 && (
        <Form frame={frame} action={`/staff/admin/promises/${sheet.name}/import`}>
          <Hidden name="csv" value={values['csv'] ?? ''} />
          <Hidden name="whole" value={values['whole'] ?? ''} />
          <Hidden name="seen" value={preview.mark} />
          {removed.length > 0 && (
            <WarningText>{`Sẽ bỏ ${removed.length} dòng đang dùng mà bản dán không có.`}</WarningText>
          )}
          {removed.length > 0 ? (
            <Button look="warning">{`Bỏ ${removed.length} dòng và áp dụng`}</Button>
          ) : (
            <Button>Xác nhận và áp dụng</Button>
          )}
        </Form>
      )}
    </section>
  )
}

const rowsOf = ({ added, changed, removed }: Changes<Cells>): Row[] => [
  ...removed.map(row => ({ kind: 'removed' as const, before: row, after: row })),
  ...changed.map(row => ({ kind: 'changed' as const, ...row })),
  ...added.map(row => ({ kind: 'added' as const, before: row, after: row })),
]

const Kind = ({ of }: { of: Row['kind'] }) => <State look={kinds[of].look}>{kinds[of].word}</State>

/** Of what is changed, what it was too. */
const columnOf = (column: string): Column<Row> => ({
  head: columnHead(column),
  cell: ({ before, after }) =>
    before[column] === after[column] ? (
      <Words of={after[column]} />
    ) : (
      <>
        <del>
          <Words of={before[column] || 'trống'} />
        </del>{' '}
        <ins>
          <Words of={after[column] || 'trống'} />
        </ins>
      </>
    ),
})

/** `no_authorised_person` may break behind a dash: nine columns find room side by side. */
const Words = ({ of = '' }: { of: string | undefined }) => (
  <>
    {of.split(/(?<=_)/).map((part, i) => (
      <>
        {i > 0 && <wbr />}
        {part}
      </>
    ))}
  </>
)
