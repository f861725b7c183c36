import type { Language } from '../../src/kit/language.ts'
import type { PublicView } from '../../src/tracking/public-view.ts'
import { groupedReference } from '../documents/code-groups.ts'
import { PublicMark } from '../parts/public-mark.tsx'
import { trackingWords } from '../words/tracking.ts'

/** Which dossier this is. Names are masked: the page may be read over a shoulder. */
export function About({ view, language }: { view: PublicView; language: Language }) {
  const words = trackingWords[language].about
  const facts: [label: string, value: string | null, member?: string][] = [
    [words.reference, groupedReference(view.reference)],
    [words.official, view.official_code, 'official_code'],
    [words.procedure, view.procedure ?? words.hiddenProcedure],
    [words.applicant, view.applicant],
    [words.receiver, view.receiver === view.applicant ? null : view.receiver],
    [words.desk, view.desk.name],
  ]
  return (
    <section>
      <h2>{words.title}</h2>
      <dl>
        {facts.map(
          ([label, value, member]) =>
            value && (
              <div>
                <dt>{label}</dt>
                <dd>
                  {value}{' '}
                  <PublicMark language={language} isShown={member !== undefined && view.unverified.includes(member)} />
                </dd>
              </div>
            ),
        )}
      </dl>
    </section>
  )
}
