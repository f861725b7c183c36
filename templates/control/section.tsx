import type { ComponentChildren } from 'preact'

type Props = { id: string; title: string; total?: number | undefined; children: ComponentChildren }

/** A part of a working page, with how much there is of it. */
export const Section = ({ id, title, total, children }: Props) => (
  <section class="bt-part" id={id} aria-labelledby={`${id}-title`}>
    <h2 class="govuk-heading-m" id={`${id}-title`}>
      {title}
      {total !== undefined && ` (${total})`}
    </h2>
    {children}
  </section>
)
