import type { ComponentChildren } from 'preact'
import { classNames } from './class-names.ts'

/** A column: its heading, what a row shows in it, and whether it holds numbers. */
export type Column<Row> = { head: string; cell: (row: Row) => ComponentChildren; isNumeric?: boolean }

type Props<Row> = {
  caption: string
  captionSize?: 's' | 'm' | 'l'
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  /** What stands there instead of a table without rows. */
  none?: string
  isSmall?: boolean
}

/** Rows of one kind. The first column names the row; each other value knows its column's head, for when a phone hides the heads. */
export function Table<Row>({ caption, captionSize = 'm', columns, rows, none, isSmall }: Props<Row>) {
  if (!rows.length && none) return <p class="govuk-body">{none}</p>
  return (
    <table class={classNames('govuk-table', isSmall && 'govuk-table--small-text-until-tablet')}>
      <caption class={`govuk-table__caption govuk-table__caption--${captionSize}`}>{caption}</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {columns.map(({ head, isNumeric }) => (
            <th scope="col" class={cellClass('header', isNumeric)}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {rows.map(row => (
          <tr class="govuk-table__row">{columns.map((column, i) => cellOf(column, row, i === 0))}</tr>
        ))}
      </tbody>
    </table>
  )
}

function cellOf<Row>({ head, cell, isNumeric }: Column<Row>, row: Row, namesRow: boolean) {
  if (!namesRow) {
    return (
      <td class={cellClass('cell', isNumeric)} data-head={head}>
        {cell(row)}
      </td>
    )
  }
  return (
    <th scope="row" class={cellClass('header', isNumeric)}>
      {cell(row)}
    </th>
  )
}

const cellClass = (part: 'header' | 'cell', isNumeric: boolean | undefined) =>
  classNames(`govuk-table__${part}`, isNumeric && `govuk-table__${part}--numeric`)
