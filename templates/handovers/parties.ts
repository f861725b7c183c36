import type { Handover } from '../../src/handovers/queries.ts'

/** A side in words: the unit, and who stands for it where that is known. */
export const partyWords = ({ unit_name, name }: Handover['giver']): string =>
  name ? `${unit_name} – ${name}` : unit_name
