alter table parties add column email text check (email ~ '^[^@[:space:]]+@[^@[:space:]]+$');
alter table units add column email text check (email ~ '^[^@[:space:]]+@[^@[:space:]]+$');
comment on column units.email is 'The mailbox that hears of its alerts, and gets the digest of the day; null: nobody is written to.';
create index dossier_events_in_time on dossier_events (at);

create table message_settings (
  id boolean primary key default true check (id),
  quiet_from integer not null default 1260 check (quiet_from between 0 and 1439),
  quiet_until integer not null default 420 check (quiet_until between 0 and 1439),
  with_marks boolean not null default false,
  keep_days integer not null default 365 check (keep_days between 30 and 3650)
);
insert into message_settings default values;
comment on table message_settings is 'One row. Between quiet_from and quiet_until (minutes of the local day) no citizen is written to or called.';
comment on column message_settings.with_marks is 'SMS with Vietnamese marks have 70 characters, without 160.';
comment on column message_settings.keep_days is 'For how long the words of a message are kept, for disputes.';

create table zalo_templates (
  kind text primary key check (kind in ('received', 'accepted', 'supplement', 'on_its_way', 'courier_today', 'not_delivered', 'waiting', 'delivered', 'late')),
  template_id text check (template_id ~ '^[0-9]{1,20}$')
);
comment on table zalo_templates is 'Which template Zalo has approved for each kind of message; null: none yet, and the next channel is taken.';

create table messages (
  id uuid primary key,
  kind text not null check (kind in ('received', 'accepted', 'supplement', 'on_its_way', 'courier_today', 'not_delivered', 'waiting', 'delivered', 'late', 'alerts', 'digest')),
  channel text not null check (channel in ('zalo', 'sms', 'email', 'call')),
  dossier_id uuid references dossiers (id),
  part text check (part in ('applicant', 'receiver')),
  parcel_id uuid references parcels (id),
  event_id uuid references custody_events (id),
  decision_id uuid references dossier_events (id),
  alert_id uuid references alerts (id),
  unit_id text references units (id),
  level text check (level in ('at_risk', 'missed', 'breach', 'breach_day', 'watch')),
  day date,
  instead_of uuid unique references messages (id),
  caused_at timestamptz(3) not null,
  not_before timestamptz(3) not null,
  not_after timestamptz(3) not null,
  state text not null check (state in ('waiting', 'sent', 'failed', 'dead', 'cancelled', 'overtaken', 'stale', 'stopped', 'skipped')),
  attempts integer not null default 0,
  leases integer not null default 0,
  lease_until timestamptz(3),
  trouble text,
  said text,
  note text,
  settled_at timestamptz(3),
  settled_by uuid references people (id),
  check ((dossier_id is null) = (part is null) and (dossier_id is null) <> (unit_id is null)),
  check (num_nonnulls(event_id, decision_id, alert_id) = (dossier_id is not null)::integer),
  check ((kind = 'alerts') = (level is not null) and (kind = 'digest') = (day is not null)),
  check ((state = 'waiting') = (settled_at is null))
);
create unique index messages_of_fact on messages (event_id, dossier_id) where instead_of is null and event_id is not null;
create unique index messages_of_decision on messages (decision_id, dossier_id) where instead_of is null and decision_id is not null;
create unique index messages_of_alert on messages (alert_id, dossier_id) where instead_of is null and alert_id is not null;
create unique index messages_of_day on messages (unit_id, day) where day is not null;
create index messages_due on messages (not_before) where state = 'waiting' and channel <> 'call';
create index messages_to_end on messages (not_after) where state = 'waiting';
create index messages_dead on messages (settled_at) where state = 'dead';
create index messages_to_forget on messages (settled_at) where said is not null or note is not null;
create index messages_of_dossier on messages (dossier_id, caused_at);
create index messages_of_parcel on messages (parcel_id, kind);
comment on table messages is 'The outbox: what people are told, once for each cause. Who they are is read when it is sent, and never kept here.';
comment on column messages.instead_of is 'The message on another channel that could not be sent, and that this one replaces.';
comment on column messages.caused_at is 'Of several waiting for one person and dossier only the newest is sent.';
comment on column messages.not_after is 'When it is no news any more.';
comment on column messages.state is 'failed: another replaces it; dead: nothing does; overtaken: a newer one was sent; skipped: no channel is set up, and it is not worth a call.';
comment on column messages.leases is 'How often a worker took it and said nothing of it any more; what kills its workers ends by this.';
comment on column messages.said is 'Its words as they were sent, without the name.';

create table told_alerts (
  alert_id uuid not null references alerts (id),
  unit_id text not null references units (id),
  message_id uuid not null references messages (id),
  primary key (alert_id, unit_id)
);
create index told_alerts_of_message on told_alerts (message_id);
comment on table told_alerts is 'Which alerts a message to an office lists: each office that hears of it is told once.';

create table message_stops (
  address_index bytea primary key check (octet_length(address_index) = 32),
  stopped_at timestamptz(3) not null,
  stopped_by uuid references people (id)
);
comment on table message_stops is 'Phone numbers and mailboxes, as keyed hashes, to which nothing is sent any more; stopped_by is null where they said so themselves.';

create table survey_answers (
  id uuid primary key,
  answered_at timestamptz(3) not null,
  rating integer not null check (rating between 1 and 5),
  had_to_call boolean,
  dossier_id uuid unique references dossiers (id)
);
create index survey_answers_in_time on survey_answers (answered_at);
comment on table survey_answers is 'From the slip left at delivery. With a lookup code one answer a dossier, else nobody knows whose it is.';
