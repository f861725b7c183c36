import type { RoundLine } from '../../src/rounds/round-lines.ts'
import { ItemCodeText } from '../custody/item-code-text.tsx'
import type { Field } from '../fields.ts'
import { Hidden } from '../parts/form.tsx'

type Props = { parcels: readonly Pick<RoundLine, 'code'>[]; field: Field }

/** Which parcels a report speaks of: all, unless one is unticked. A single one is not asked about. */
export function StopParcels({ parcels, field }: Props) {
  const [only] = parcels
  if (only && parcels.length === 1) return <Hidden name="codes" value={only.code} />
  const chosen = field.value === undefined ? parcels.map(({ code }) => code) : field.value.split('\n')
  return (
    <fieldset class="govuk-fieldset bt-choices" id={field.id}>
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{`${parcels.length} bưu gửi`}</legend>
      <div class="govuk-checkboxes">
        {parcels.map(({ code }) => (
          <div class="govuk-checkboxes__item">
            <input
              class="govuk-checkboxes__input"
              id={`codes-${code}`}
              name="codes"
              type="checkbox"
              value={code}
              checked={chosen.includes(code)}
            />
            <label class="govuk-label govuk-checkboxes__label" for={`codes-${code}`}>
              <ItemCodeText code={code} />
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  )
}
