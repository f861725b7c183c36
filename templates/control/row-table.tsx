import type { Column } from '../parts/table.tsx'
import { Table } from '../parts/table.tsx'

type Props<Row> = { caption: string; columns: readonly Column<Row>[]; rows: readonly Row[]; none: string }

/** A table beneath a heading that already says what it is; on a phone each row is a card. */
export const RowTable = <Row,>({ caption, columns, rows, none }: Props<Row>) => (
  <div class="bt-wide">
    <Table caption={caption} captionSize="s" columns={columns} rows={rows} none={none} />
  </div>
)
