import type { ComponentChildren } from 'preact'

type Props = { href: string; hasFocus?: boolean; children: ComponentChildren }

/** A paper to print. It opens beside the page, which still has what to do next. */
export const PrintLink = ({ href, hasFocus, children }: Props) => (
  <a class="govuk-link" href={href} target="_blank" rel="noreferrer" autofocus={hasFocus}>
    {children}
    <span class="govuk-visually-hidden"> (mở ở thẻ mới)</span>
  </a>
)
