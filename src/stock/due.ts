// Conditions on parcel_presents joined with parcels: said once for the count and for the list of units.

/** A blank label in its drawer: nobody has handed anything in with it. */
export const isUnusedBlank = `(destination_kind = 'post_office' and next_seq = 1)`

/** It lies with an office or a police unit and is not reported lost. */
export const isHeld = `(holder_kind in ('post_office', 'police_unit') and not is_over and not is_lost)`

/**
 * It should be in the cupboard. At the desk an envelope was bound for it is opened and its papers are filed: it is there no
 * more, and nobody misses it.
 */
export const isDue = `(${isHeld} and ended_at is null
  and not (destination_kind = 'police_unit' and destination_unit = holder_unit))`
