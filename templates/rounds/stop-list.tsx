import { dong } from '../../src/kit/money.ts'
import type { Round } from '../../src/rounds/queries.ts'
import type { RoundLine } from '../../src/rounds/round-lines.ts'
import type { Stop } from '../../src/rounds/stops.ts'
import { ParcelStateText } from './parcel-state.tsx'

type Props = { round: Pick<Round, 'id'>; stops: readonly Stop<RoundLine>[] }

/** Stops one below the other, each a target for a thumb. */
export const StopList = ({ round, stops }: Props) => (
  <ol class="bt-stops">
    {stops.map(stop => (
      <li>
        <a class="bt-stop-card" href={`/staff/rounds/${round.id}/stops/${stop.stop}`}>
          <span class="bt-stop-card__name">
            {stop.stop}. {stop.name}
          </span>
          <span class="bt-small">{stop.address}</span>
          <span class="bt-stop-card__state">
            <State stop={stop} />
            <span class="bt-small">{sizeOf(stop)}</span>
          </span>
        </a>
      </li>
    ))}
  </ol>
)

/** What asks for the courier's next deed speaks for the stop. */
function State({ stop: { parcels, left } }: { stop: Stop<RoundLine> }) {
  const one = left[0] ?? parcels[0]
  return one ? <ParcelStateText state={one.state} to={one.moved_to} /> : null
}

const sizeOf = ({ parcels, to_collect, left }: Stop<RoundLine>) =>
  [`${parcels.length} bưu gửi`, left.length > 0 && to_collect !== 0 && `thu ${dong(to_collect)}`]
    .filter(Boolean)
    .join(', ')
