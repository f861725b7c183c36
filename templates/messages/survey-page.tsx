import type { FieldError } from '../../src/kit/errors.ts'
import type { Language } from '../../src/kit/language.ts'
import { ratings } from '../../src/messages/options.ts'
import type { Frame } from '../../src/people/page.ts'
import { fieldsOf } from '../fields.ts'
import { PublicField } from '../parts/public-field.tsx'
import { PublicToken } from '../parts/public-frame.tsx'
import { PublicPage } from '../public-layout.tsx'
import { otherLanguage, surveyPaths } from '../words/paths.ts'
import { surveyWords } from '../words/survey.ts'

type Props = {
  frame: Frame
  language: Language
  isDone: boolean
  values: Record<string, string>
  errors: readonly FieldError[]
}

/** Three questions on one page, with large places to press. */
export function SurveyPage({ frame, language, isDone, values, errors }: Props) {
  const words = surveyWords[language]
  const title = isDone ? words.thanks : words.title
  const elsewhere = { path: surveyPaths[otherLanguage(language)] }
  return (
    <PublicPage frame={frame} language={language} elsewhere={elsewhere} title={title} errors={errors}>
      <h1>{title}</h1>
      {isDone ? (
        <p>{words.thanksText}</p>
      ) : (
        <Questions frame={frame} language={language} values={values} errors={errors} />
      )}
    </PublicPage>
  )
}

function Questions({ frame, language, values, errors }: Omit<Props, 'isDone'>) {
  const words = surveyWords[language]
  const field = fieldsOf({ values, errors })
  const choices = ratings.map(value => ({ value, text: words.ratings[value] }))
  const calls = [
    { value: 'yes', text: words.yes },
    { value: 'no', text: words.no },
  ]
  return (
    <form method="post" action={surveyPaths[language]} novalidate class="survey">
      <PublicToken frame={frame} />
      <p>{words.first}</p>
      <Choices {...field('rating')} legend={words.rating} choices={choices} />
      <Choices {...field('had_to_call')} legend={words.calls} choices={calls} />
      <PublicField
        {...field('code')}
        language={language}
        label={words.code}
        hint={words.codeHint}
        size={18}
        autocapitalize="characters"
      />
      <button type="submit">{words.send}</button>
    </form>
  )
}

type ChoicesProps = {
  id: string
  name: string
  value?: string | undefined
  error?: string | undefined
  legend: string
  choices: readonly { value: string; text: string }[]
}

const Choices = ({ id, name, value, error, legend, choices }: ChoicesProps) => (
  <fieldset class={error ? 'field wrong' : 'field'} aria-describedby={error ? `${id}-error` : undefined}>
    <legend>{legend}</legend>
    {error && (
      <p id={`${id}-error`} class="error">
        {error}
      </p>
    )}
    {choices.map((choice, i) => (
      <label class="choice">
        <input
          type="radio"
          id={i ? `${id}-${i + 1}` : id}
          name={name}
          value={choice.value}
          checked={choice.value === value}
        />
        {choice.text}
      </label>
    ))}
  </fieldset>
)
