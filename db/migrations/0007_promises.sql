create table calendars (
  id text primary key check (id in ('agency', 'counter', 'rounds')),
  name text not null,
  weekdays integer[] not null check (weekdays <@ array[0, 1, 2, 3, 4, 5, 6] and weekdays <> '{}'),
  keeps_holidays boolean not null,
  closes_at integer not null check (closes_at between 1 and 1440),
  is_verified boolean not null
);
comment on table calendars is 'Default working days (0 = Sunday) and the minute of closing; 17:00 = 1020.';

create table promise_policies (
  id integer generated always as identity primary key,
  clock text not null check (clock in ('delivery', 'processing')),
  reading text not null,
  amount integer check (amount > 0),
  unit text not null check (unit in ('hours', 'working_days')),
  calendar text not null references calendars (id),
  is_binding boolean not null,
  valid_from timestamptz not null,
  valid_to timestamptz,
  source text not null,
  unique (clock, reading, valid_from)
);
comment on column promise_policies.amount is 'Null where the subject brings its own, as a procedure its working days.';

create table clocks (
  id uuid primary key,
  policy_id integer not null references promise_policies (id),
  parcel_id uuid references parcels (id),
  dossier_id uuid,
  unit_id text not null references units (id),
  started_at timestamptz(3) not null,
  at_risk_at timestamptz(3) not null,
  missed_at timestamptz(3) not null,
  due_at timestamptz(3) not null,
  next_alert_at timestamptz(3),
  stopped_at timestamptz(3),
  paused_at timestamptz(3),
  inputs jsonb not null,
  unique (policy_id, parcel_id),
  unique (policy_id, dossier_id),
  check ((parcel_id is null) <> (dossier_id is null)),
  check (started_at <= at_risk_at and at_risk_at <= missed_at and missed_at <= due_at)
);
create index clocks_to_alert on clocks (next_alert_at) where stopped_at is null and paused_at is null;
create index clocks_running on clocks (due_at) where stopped_at is null;
comment on table clocks is 'Projection of facts, policy and calendar; inputs re-derive due_at.';
comment on column clocks.next_alert_at is 'When the next level is due; null after the last one. The tick looks at nothing else.';
comment on column clocks.at_risk_at is 'Until timetables are known: three quarters of the time gone; missed_at: nine tenths.';

create table alerts (
  id uuid primary key,
  clock_id uuid not null references clocks (id),
  level text not null check (level in ('at_risk', 'missed', 'breach')),
  raised_at timestamptz not null,
  acknowledged_at timestamptz,
  acknowledged_by uuid references people (id),
  note text,
  closed_at timestamptz,
  unique (clock_id, level),
  check ((acknowledged_at is null) = (acknowledged_by is null))
);
create index alerts_open on alerts (raised_at) where closed_at is null;
comment on column alerts.closed_at is 'Set by the tick when the cause is gone, whoever acknowledged.';

create table job_runs (
  job text not null,
  slot timestamptz not null,
  started_at timestamptz not null,
  lease_until timestamptz not null,
  finished_at timestamptz,
  last_error text,
  primary key (job, slot)
);
comment on table job_runs is 'The row decides which process runs a slot of the timetable; cron only wakes.';
