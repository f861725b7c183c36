type Props = { page: number; pages: number; path: string; query?: Record<string, string> }

/** The way through a long list: which page this is, and its neighbours. One page needs no way. */
export function Pages({ page, pages, path, query = {} }: Props) {
  if (pages < 2) return null
  const to = (n: number) => `${path}?${new URLSearchParams({ ...query, page: String(n) })}`
  return (
    <nav class="govuk-pagination govuk-pagination--block" aria-label="Trang">
      {page > 1 && <Step rel="prev" href={to(page - 1)} words="Trang trước" />}
      <p class="govuk-body govuk-!-margin-bottom-1">
        Trang {page} trong {pages}
      </p>
      {page < pages && <Step rel="next" href={to(page + 1)} words="Trang sau" />}
    </nav>
  )
}

const Step = ({ rel, href, words }: { rel: 'prev' | 'next'; href: string; words: string }) => (
  <div class={`govuk-pagination__${rel}`}>
    <a class="govuk-link govuk-pagination__link" href={href} rel={rel}>
      <span class="govuk-pagination__link-title">{words}</span>
    </a>
  </div>
)
