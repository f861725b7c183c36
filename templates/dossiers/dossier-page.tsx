import type { DossierOnScreen } from '../../src/dossiers/dossier-on-screen.ts'
import type { FieldError } from '../../src/kit/errors.ts'
import type { Frame } from '../../src/people/page.ts'
import { groupedReference } from '../documents/code-groups.ts'
import { StaffPage } from '../layout.tsx'
import { Clocks } from './clocks.tsx'
import { DecisionForms } from './decision-forms.tsx'
import { Done } from './done.tsx'
import { Documents, Parcels, People, Summary } from './facts.tsx'
import { PrintList } from './print-list.tsx'
import { Refund } from './refund.tsx'
import { Timeline } from './timeline.tsx'

export type DossierProps = DossierOnScreen & {
  frame: Frame
  now: Date
  values: Record<string, string>
  errors: readonly FieldError[]
  /** The form that just did its work. */
  done?: string | undefined
}

/** One dossier: what it is, what can be done about it now, where it is, and how it came there. */
export function DossierPage(page: DossierProps) {
  return (
    <StaffPage
      frame={page.frame}
      title={page.procedure.name}
      caption={`Hồ sơ ${groupedReference(page.reference)}`}
      errors={page.errors}
      banner={page.done && <Done {...page} done={page.done} />}
      styles={['counter.css']}
    >
      <div class="bt-columns">
        <div>
          <Summary {...page} />
          <Documents {...page} />
          <People {...page} />
        </div>
        <div>
          <DecisionForms {...page} />
          <PrintList {...page} />
          <Clocks {...page} />
          <Refund {...page} />
          <Parcels {...page} />
          <Timeline {...page} />
          <p class="govuk-body">
            <a class="govuk-link" href={`/staff/dossiers/${page.reference}/messages`}>
              Tin đã báo cho người dân
            </a>
          </p>
        </div>
      </div>
    </StaffPage>
  )
}
