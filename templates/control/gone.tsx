type Props = { from: Date; to: Date; held: Date; now: Date }

const width = 112

/** The time of a promise as a bar: what is gone, and of that the part in the present hands. The words beside it say the same. */
export function Gone({ from, to, held, now }: Props) {
  const whole = Math.max(to.getTime(), now.getTime()) - from.getTime()
  const at = (moment: Date) => Math.round((Math.max(0, moment.getTime() - from.getTime()) / whole) * width)
  return (
    <svg class="bt-bar" viewBox={`0 0 ${width} 10`} aria-hidden="true" focusable="false">
      <rect class="bt-bar__whole" width={width} height="10" />
      <rect class="bt-bar__gone" width={at(now)} height="10" />
      <rect class="bt-bar__held" x={at(held)} width={Math.max(2, at(now) - at(held))} height="10" />
      <rect class="bt-bar__due" x={Math.min(at(to), width - 2)} width="2" height="10" />
    </svg>
  )
}
