import { sheetWords } from './sheet-words.ts'

/** The two ways of a table: out as CSV, and in again. */
export function SheetLinks({ name }: { name: string }) {
  const title = sheetWords[name]?.title ?? name
  return (
    <p class="govuk-body bt-no-print">
      {title}: <Way href={`/staff/admin/promises/${name}/csv`} text="Tải CSV" of={title} /> ·{' '}
      <Way href={`/staff/admin/promises/${name}/import`} text="Nhập CSV" of={title} />
    </p>
  )
}

const Way = ({ href, text, of }: { href: string; text: string; of: string }) => (
  <a class="govuk-link" href={href}>
    {text}
    <span class="govuk-visually-hidden"> của {of}</span>
  </a>
)
