/**
 * Whether a due time was counted in working time by a calendar, or over a holiday, that no source confirmed. A day that
 * an officer named, and hours that run day and night, ask no calendar. SQL, where clocks and promise_policies are joined.
 */
export const dueUnverified = `(
  promise_policies.unit <> 'hours' and clocks.inputs->'target'->>'due_on' is null
  and exists (
    select from calendars
    where calendars.id = promise_policies.calendar
      and (not calendars.is_verified or calendars.keeps_holidays and exists (
        select from holidays
        where not holidays.is_verified
          and holidays.day > (clocks.started_at at time zone 'Asia/Ho_Chi_Minh')::date
          and holidays.day <= (clocks.due_at at time zone 'Asia/Ho_Chi_Minh')::date))))`
