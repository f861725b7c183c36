create table departures (
  id integer generated always as identity primary key,
  from_unit text not null references units (id),
  to_unit text references units (id) check (to_unit <> from_unit),
  weekday integer not null check (weekday between 0 and 6),
  leaves integer not null check (leaves between 0 and 1439),
  arrives integer not null check (arrives > leaves and arrives <= leaves + 10080),
  on_holidays boolean not null,
  unique nulls not distinct (from_unit, to_unit, weekday, leaves)
);
comment on table departures is 'The timetable: vans between offices, pick-ups at desks of the police, rounds to receivers. Empty until the post gives it.';
comment on column departures.to_unit is 'Null: a round, from this office to its receivers.';
comment on column departures.weekday is '0 = Sunday.';
comment on column departures.leaves is 'Minute of the local day.';
comment on column departures.arrives is 'Minutes since the beginning of the day on which it leaves; of a round, when its last receiver is reached.';
comment on column departures.on_holidays is 'Whether it leaves on holidays too.';

alter table handovers add column pick_up_at timestamptz(3) check (pick_up_at >= released_at);
comment on column handovers.pick_up_at is 'The first scheduled pick-up at the desk after the police released it, by the timetable of that moment: late fetching counts against the post.';
