import type { Knex } from 'knex'

/**
 * Writes down which units hear of new alerts, by the table `hearers`: who has it, with who should have accepted it, whoever leads them (the office of the
 * district, else of the province; of police units the district's), the desk that the papers come from or go to, and both
 * provincial sides.
 */
export async function tellHearers(trx: Knex, alerts: readonly string[]): Promise<void> {
  if (!alerts.length) return
  await trx.raw(
    `insert into alert_hearers (alert_id, unit_id)
     select distinct told.id, heard.unit_id
     from (
       select alerts.id, alerts.level, alerts.unit_id as holder, unaccepted.taker_unit as taker, units.kind, units.district_code, units.level as of_level,
         coalesce(dossiers.desk_id, parcels.origin_unit, case when parcels.destination_kind = 'police_unit' then parcels.destination_unit end) as desk
       from alerts
       left join units on units.id = alerts.unit_id
       left join clocks on clocks.id = alerts.clock_id
       left join dossiers on dossiers.id = clocks.dossier_id
       left join parcels on parcels.id = alerts.parcel_id
       left join handovers as unaccepted on unaccepted.id = case alerts.watch when 'unaccepted' then alerts.subject::uuid end
       where alerts.id = any(:alerts)
     ) as told
     join hearers on hearers.level = told.level
     cross join lateral (
       select told.holder as unit_id where hearers.hearer = 'holder'
       union all select told.taker where hearers.hearer = 'holder'
       union all select told.desk where hearers.hearer = 'desk'
       union all select id from units where hearers.hearer = 'lead' and units.kind = told.kind and units.closed_on is null
         and (units.level = 'district' and told.of_level in ('local', 'commune') and units.district_code = told.district_code
           or units.level = 'province' and told.kind = 'post_office' and (told.of_level = 'district'
             or told.of_level = 'local' and not exists (
               select from units as near where near.kind = 'post_office' and near.level = 'district'
                 and near.district_code = told.district_code and near.closed_on is null)))
       union all select id from units where hearers.hearer = 'post_province' and units.kind = 'post_office' and units.level = 'province'
       union all select id from units where hearers.hearer = 'police_province' and units.kind = 'police_unit' and units.level = 'province'
     ) as heard
     where heard.unit_id is not null
     on conflict do nothing`,
    { alerts },
  )
}
