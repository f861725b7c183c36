import type { Language } from '../../src/kit/language.ts'
import { paths } from '../words/paths.ts'
import { procedureWords } from '../words/procedures.ts'

export type FiltersProps = {
  language: Language
  fields: readonly { id: string; name: string }[]
  filter: { q: string; field: string; level: string }
}

/** Name, field and level. They stand in the address: a filtered list can be kept and sent to somebody. */
export function Filters({ language, fields, filter }: FiltersProps) {
  const words = procedureWords[language]
  const { procedures } = paths[language]
  const levels = Object.entries(words.levels).map(([id, name]) => ({ id, name }))
  return (
    <search>
      <form method="get" action={procedures} class="filters">
        <label for="q">{words.search}</label>
        <p id="q-hint" class="hint">
          {words.lead} {words.searchHint}
        </p>
        <input type="text" id="q" name="q" value={filter.q} autocomplete="off" aria-describedby="q-hint" />
        <div class="two">
          <Choice
            name="field"
            label={words.field}
            all={words.allFields}
            options={fields}
            chosen={filter.field}
            lang="vi"
          />
          <Choice name="level" label={words.level} all={words.allLevels} options={levels} chosen={filter.level} />
        </div>
        <button type="submit">{words.find}</button>
        {(filter.q || filter.field || filter.level) && <a href={procedures}>{words.clear}</a>}
      </form>
    </search>
  )
}

type ChoiceProps = {
  name: string
  label: string
  all: string
  options: readonly { id: string; name: string }[]
  chosen: string
  lang?: string
}

const Choice = ({ name, label, all, options, chosen, lang }: ChoiceProps) => (
  <div>
    <label for={name}>{label}</label>
    <select id={name} name={name}>
      <option value="">{all}</option>
      {options.map(option => (
        <option value={option.id} selected={option.id === chosen} lang={lang}>
          {option.name}
        </option>
      ))}
    </select>
  </div>
)
