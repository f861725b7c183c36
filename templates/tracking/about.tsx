import type { Language } from '../../src/kit/language.ts'
import type { PublicView } from '../../src/tracking/public-view.ts'
import { groupedReference } from '../documents/code-groups.ts'
import { trackingWords } from '../words/tracking.ts'

/** Which dossier this is. Names are masked: the page may be read over a shoulder. */
export function About({ view, language }: { view: PublicView; language: Language }) {
  const words = trackingWords[language].about
  const facts = [
    [words.reference, groupedReference(view.reference)],
    [words.official, view.official_code],
    [words.procedure, view.procedure ?? words.hiddenProcedure],
    [words.applicant, view.applicant],
    [words.receiver, view.receiver === view.applicant ? null : view.receiver],
    [words.desk, view.desk.name],
  ] as const
  return (
    <section>
      <h2>{words.title}</h2>
      <dl>
        {facts.map(
          ([label, value]) =>
            value && (
              <div>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </section>
  )
}
