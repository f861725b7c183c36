import { dong } from '../../src/kit/money.ts'
import { nationalPhone } from '../../src/kit/phone.ts'
import { collectables } from '../../src/rounds/options.ts'
import type { RoundLine } from '../../src/rounds/round-lines.ts'
import type { Stop } from '../../src/rounds/stops.ts'
import { SummaryList } from '../parts/summary-list.tsx'

/** What one must know at a door: whom to call first, where, how much, what to bring back. */
export function StopHead({ stop }: { stop: Stop<RoundLine> }) {
  const { phone, address, to_collect, papers } = stop
  return (
    <>
      {phone && (
        <a class="govuk-button govuk-button--secondary bt-call" href={`tel:${phone}`}>
          Gọi {nationalPhone(phone)}
        </a>
      )}
      <SummaryList
        rows={[
          { label: 'Địa chỉ', value: address },
          { label: 'Phải thu', value: dong(to_collect) },
          papers.length ? { label: 'Thu lại', value: papers.map(paper => collectables[paper]).join(', ') } : null,
        ]}
      />
    </>
  )
}
