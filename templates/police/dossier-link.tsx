import { grouped } from '../../src/kit/text.ts'

type Props = { reference: string; applicant: string; official_code?: string | null }

/** A dossier by its applicant and numbers; it leads to the page where it is decided. */
export const DossierLink = ({ reference, applicant, official_code }: Props) => (
  <>
    <a class="govuk-link" href={`/staff/dossiers/${reference}`}>
      {applicant}
    </a>
    <br />
    <span class="bt-small bt-code">
      {official_code ?? `${reference.slice(0, 2)} ${grouped(reference.slice(2), 6)}`}
    </span>
  </>
)
