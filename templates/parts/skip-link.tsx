/** For keyboards: past the frame, to what the page is about. */
export const SkipLink = ({ href, children }: { href: string; children: string }) => (
  <a href={href} class="govuk-skip-link" data-module="govuk-skip-link">
    {children}
  </a>
)
