import { State } from '../custody/shape.tsx'

/** A parcel that was short in more than one count running is more likely lost than mislaid. */
export const MissedAgain = ({ times }: { times: number }) => (
  <State look="bad">{`Kiểm kê thiếu ${times} lần liền`}</State>
)
