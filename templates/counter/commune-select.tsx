import type { District } from '../../src/dossiers/intake-choices.ts'
import { outOfProvince } from '../../src/places/options.ts'
import type { Field } from '../fields.ts'
import { classNames } from '../parts/class-names.ts'
import { describedBy, Labelled } from '../parts/labelled.tsx'

/** The communes of the province by district, and what lies beyond it. The name comes first, so that its first letter finds it. */
export function CommuneSelect({ districts, error, value, ...select }: Field & { districts: readonly District[] }) {
  const { id } = select
  return (
    <Labelled id={id} label="Xã, phường, thị trấn" error={error}>
      <select
        class={classNames('govuk-select', error && 'govuk-select--error')}
        {...select}
        aria-describedby={describedBy({ id, error })}
        data-communes
      >
        <option value="">Xin chọn</option>
        <option value={outOfProvince} selected={value === outOfProvince}>
          Ngoài tỉnh (ghi đủ địa chỉ ở ô bên)
        </option>
        {districts.map(({ name, communes }) => (
          <optgroup label={name}>
            {communes.map(commune => (
              <option value={commune.code} selected={commune.code === value}>
                {nameFirst(commune.name)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </Labelled>
  )
}

/** `Xã Đắk Nia` → `Đắk Nia (xã)`: every name begins with the same word otherwise. */
const nameFirst = (name: string) =>
  name.replace(/^(Xã|Phường|Thị trấn) (.+)$/, (_, kind: string, own: string) => `${own} (${kind.toLowerCase()})`)
