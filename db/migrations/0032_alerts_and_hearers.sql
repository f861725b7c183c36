alter table alerts
  add column watch text not null default 'clock' check (watch in (
    'clock', 'unaccepted', 'silent', 'uncounted', 'count_differs', 'round_open', 'cash_out', 'messages_stuck', 'tick_late')),
  add column subject text,
  add column unit_id text references units (id),
  add column parcel_id uuid references parcels (id),
  alter column clock_id drop not null,
  alter column due_at drop not null,
  drop constraint alerts_level_check,
  add check (level in ('at_risk', 'missed', 'breach', 'breach_day', 'watch')),
  add check ((watch = 'clock') = (clock_id is not null) and (watch = 'clock') = (due_at is not null)),
  add check ((watch = 'clock') = (level <> 'watch') and (watch = 'clock') = (subject is null));
update alerts set unit_id = clocks.unit_id, parcel_id = clocks.parcel_id from clocks where clocks.id = alerts.clock_id;
drop index alerts_open;
create index alerts_open on alerts (raised_at, id) where closed_at is null;
create unique index alerts_watched_once on alerts (watch, subject) where closed_at is null and watch <> 'clock';
comment on column alerts.watch is 'What is watched: the level of a clock, or something beside clocks that somebody forgot.';
comment on column alerts.subject is 'Which of what is watched; open once for each.';
comment on column alerts.unit_id is 'Who had it when the alert was raised.';

create table hearers (
  level text not null check (level in ('at_risk', 'missed', 'breach', 'breach_day', 'watch')),
  hearer text not null check (hearer in ('holder', 'lead', 'desk', 'post_province', 'police_province')),
  primary key (level, hearer)
);
comment on table hearers is 'Who hears of which level: data, to be edited.';

create table alert_hearers (
  alert_id uuid not null references alerts (id),
  unit_id text not null references units (id),
  primary key (alert_id, unit_id)
);
create index alert_hearers_of_unit on alert_hearers (unit_id);

create table watch_settings (
  watch text primary key check (watch in ('unaccepted', 'silent_courier', 'silent_carrier', 'silent_bag', 'uncounted', 'round_open', 'messages_stuck', 'tick_late')),
  amount integer not null check (amount > 0),
  meaning text not null
);
comment on table watch_settings is 'From when on somebody has to hear of what is watched; `meaning` says in which unit.';

create index parcel_presents_with_carrier on parcel_presents (since) where holder_kind = 'carrier' and not is_over;
