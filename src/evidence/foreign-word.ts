// Who may say for a side why something differs: told again in SQL, by other words than those that let them.

/**
 * A condition: somebody explained one of these `differences` for a side that they did not stand on at that moment. Who
 * stands on it: clerks and officers for their unit, who carries for themselves, a supervisor for their organisation.
 * `sides`: rows of SQL values, each part (giver, taker), kind, unit and person of a side.
 */
export const foreignWord = (differences: string, sides: string): string => `exists (
  select from (${differences}) d
  cross join lateral (values ('giver', giver_closed_at, giver_closed_by), ('taker', taker_closed_at, taker_closed_by)) as word (part, at, by)
  join (values ${sides}) as side (part, kind, unit, person) using (part)
  where word.by is not null and not exists (
    select from assignments a join units u on u.id = a.unit_id
    where a.person_id = word.by and a.since <= word.at and (a.until is null or a.until > word.at)
      and case
        when a.role = 'supervisor' then (u.kind = 'police_unit') = (side.kind = 'police_unit')
        when side.kind = 'courier' then a.role in ('courier', 'driver') and side.person = a.person_id
        else a.role in ('clerk', 'officer') and a.unit_id = side.unit
      end))`

/** A condition: one person explained one of these `differences` for both sides. */
export const bothWords = (differences: string): string =>
  `exists (select from (${differences}) d where giver_closed_by = taker_closed_by)`
