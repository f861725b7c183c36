import type { Language } from '../../src/kit/language.ts'
import type { Frame } from '../../src/people/page.ts'
import type { Field } from '../fields.ts'
import { PublicField } from '../parts/public-field.tsx'
import { PublicToken } from '../parts/public-frame.tsx'
import { paths } from '../words/paths.ts'
import { searchWords } from '../words/search.ts'

/** The one field. It is sent in a form, because a lookup code must not stay in addresses and histories. */
export function SearchForm({ frame, language, field }: { frame: Frame; language: Language; field: Field }) {
  const words = searchWords[language]
  return (
    <form method="post" action={paths[language].home} novalidate class="search">
      <PublicToken frame={frame} />
      <PublicField
        {...field}
        language={language}
        label={words.field}
        hint={words.hint}
        size={18}
        autocapitalize="characters"
      />
      <button type="submit">{words.button}</button>
    </form>
  )
}
