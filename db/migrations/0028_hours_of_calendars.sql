-- By weekday (0 = Sunday) the minutes of the day between which people work, in pairs: {"1": [450, 690, 810, 1020]}.
create function is_week(hours jsonb) returns boolean language sql immutable as $$
  select jsonb_typeof(hours) = 'object' and hours <> '{}' and not exists (
    select from jsonb_each(hours) as day
    where day.key !~ '^[0-6]$' or jsonb_typeof(day.value) <> 'array' or jsonb_array_length(day.value) not in (2, 4, 6)
      or exists (
        select from jsonb_array_elements_text(day.value) with ordinality as one (minute, place)
        where minute !~ '^[0-9]{1,4}$' or minute::integer > 1440
          or minute::integer <= (day.value ->> (place::integer - 2))::integer and place > 1))
$$;

alter table calendars add column hours jsonb;
update calendars set hours = (
  select jsonb_object_agg(
    day, case id when 'agency' then '[450, 690, 810, 1020]'::jsonb when 'rounds' then '[0, 1440]' else jsonb_build_array(450, closes_at) end)
  from unnest(weekdays) as day);
alter table calendars alter column hours set not null, add check (is_week(hours)), drop column weekdays, drop column closes_at;
comment on table calendars is 'The default of each of the three calendars; a unit may have hours of its own.';
comment on column calendars.hours is 'By weekday (0 = Sunday) minutes of the day in pairs: {"1": [450, 690, 810, 1020]}; 17:00 = 1020.';

create table unit_calendars (
  unit_id text not null references units (id),
  calendar text not null references calendars (id) check (calendar in ('agency', 'counter', 'rounds')),
  hours jsonb not null check (is_week(hours)),
  is_verified boolean not null default false,
  primary key (unit_id, calendar)
);
comment on table unit_calendars is 'Where a unit keeps other hours than the default of a calendar. Clocks that run already keep their due time.';

alter table promise_policies
  drop constraint promise_policies_unit_check,
  add check (unit in ('hours', 'working_hours', 'working_days')),
  add check (calendar in ('agency', 'counter', 'rounds'));
