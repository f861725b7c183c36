import { sheetWords } from './sheet-words.ts'

/** The two ways of a table: out as CSV, and in again. */
export function SheetLinks({ name }: { name: string }) {
  const title = sheetWords[name]?.title ?? name
  return (
    <p class="govuk-body bt-no-print">
      <a class="govuk-link" href={`/staff/admin/promises/${name}/csv`}>
        Tải CSV <span class="govuk-visually-hidden">của {title}</span>
      </a>{' '}
      ·{' '}
      <a class="govuk-link" href={`/staff/admin/promises/${name}/import`}>
        Nhập CSV <span class="govuk-visually-hidden">của {title}</span>
      </a>
    </p>
  )
}
