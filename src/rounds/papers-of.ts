/** The papers that have to be collected back with a parcel, on whichever round that was said. SQL, where `parcels` is read. */
export const papersOf = `array(
  select distinct paper from round_parcels as planned, unnest(planned.papers) as paper
  where planned.parcel_id = parcels.id order by paper)`
