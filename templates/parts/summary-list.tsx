import type { ComponentChildren } from 'preact'
import { classNames } from './class-names.ts'

/** What can be done about a fact. `of` is read aloud after the text: what it changes. */
export type SummaryAction = { href: string; text: string; of?: string }
export type SummaryRow = { label: string; value: ComponentChildren; actions?: readonly SummaryAction[] }

/** Facts about one thing: what it is called on the left, what it is on the right. `null` is left out. */
export function SummaryList({ rows }: { rows: readonly (SummaryRow | null)[] }) {
  const shown = rows.filter(row => row !== null)
  const hasActions = shown.some(({ actions }) => actions?.length)
  return (
    <dl class="govuk-summary-list">
      {shown.map(row => (
        <div
          class={classNames(
            'govuk-summary-list__row',
            hasActions && !row.actions?.length && 'govuk-summary-list__row--no-actions',
          )}
        >
          <dt class="govuk-summary-list__key">{row.label}</dt>
          <dd class="govuk-summary-list__value">{row.value}</dd>
          {row.actions?.length ? <Actions actions={row.actions} /> : null}
        </div>
      ))}
    </dl>
  )
}

function Actions({ actions }: { actions: readonly SummaryAction[] }) {
  const [only] = actions
  if (only && actions.length === 1) {
    return (
      <dd class="govuk-summary-list__actions">
        <ActionLink {...only} />
      </dd>
    )
  }
  return (
    <dd class="govuk-summary-list__actions">
      <ul class="govuk-summary-list__actions-list">
        {actions.map(action => (
          <li class="govuk-summary-list__actions-list-item">
            <ActionLink {...action} />
          </li>
        ))}
      </ul>
    </dd>
  )
}

const ActionLink = ({ href, text, of }: SummaryAction) => (
  <a class="govuk-link" href={href}>
    {text}
    {of && <span class="govuk-visually-hidden"> {of}</span>}
  </a>
)
