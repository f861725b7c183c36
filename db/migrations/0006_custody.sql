create table custody_events (
  id uuid primary key,
  parcel_id uuid not null references parcels (id),
  seq integer not null check (seq > 0),
  step text not null,
  person_id uuid not null references people (id),
  role text not null,
  unit_id text references units (id),
  device text,
  counter bigint,
  source text not null check (source in ('device', 'paper', 'import')),
  occurred_at timestamptz(3) not null,
  recorded_at timestamptz(3) not null,
  effective_at timestamptz(3) not null check (effective_at <= recorded_at),
  corrects uuid references custody_events (id),
  detail jsonb not null default '{}',
  unique (parcel_id, seq),
  check ((step = 'correct') = (corrects is not null))
);
comment on table custody_events is 'append-only: the facts. The present is a function of their set; no personal data in detail.';
comment on column custody_events.effective_at is 'min(recorded_at, occurred_at + (received_at - sent_at)), set once.';

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = '42501';
end $$;
create trigger custody_events_are_facts before update or delete on custody_events for each row execute function refuse_change();
create trigger custody_events_stay before truncate on custody_events for each statement execute function refuse_change();
create trigger audit_log_is_fact before update or delete on audit_log for each row execute function refuse_change();
create trigger audit_log_stays before truncate on audit_log for each statement execute function refuse_change();

create table event_standings (
  event_id uuid primary key references custody_events (id),
  parcel_id uuid not null references parcels (id),
  standing text not null check (standing in ('applied', 'contradicting', 'corrected')),
  flags text[] not null
);
create index event_standings_of_parcel on event_standings (parcel_id);
comment on table event_standings is 'Projection: what became of each fact under the fold of all facts.';

create table parcel_presents (
  parcel_id uuid primary key references parcels (id),
  holder_kind text not null check (holder_kind in ('applicant', 'post_office', 'police_unit', 'courier', 'carrier', 'recipient')),
  holder_unit text references units (id),
  holder_person uuid references people (id),
  since timestamptz(3) not null,
  last_step text,
  last_event uuid references custody_events (id),
  next_seq integer not null,
  is_over boolean not null,
  is_lost boolean not null,
  is_misrouted boolean not null,
  is_sent_back boolean not null,
  attempts integer not null,
  held_until date,
  bag text,
  redirected_to text references units (id),
  handed_back_at timestamptz(3),
  collectable_at timestamptz(3),
  ended_at timestamptz(3),
  check ((holder_kind = 'courier') = (holder_person is not null)),
  check ((holder_kind in ('post_office', 'police_unit')) <= (holder_unit is not null))
);
create index parcel_presents_by_unit on parcel_presents (holder_unit, holder_kind) where not is_over;
create index parcel_presents_by_person on parcel_presents (holder_person) where not is_over;
comment on table parcel_presents is 'Projection: who holds each parcel now. Exactly one holder.';
comment on column parcel_presents.bag is 'What it is packed in: containment is not custody.';

create table scans (
  id uuid primary key,
  person_id uuid not null references people (id),
  fingerprint text not null,
  body jsonb not null,
  received_at timestamptz(3) not null,
  verdict text check (verdict in ('recorded', 'recorded_late', 'already_recorded', 'for_review', 'refused')),
  answer jsonb,
  event_id uuid references custody_events (id)
);
comment on table scans is 'Everything that was ever sent, with the verdict it got; a resend gets the same answer.';

create table reviews (
  id uuid primary key,
  kind text not null check (kind in ('contradiction', 'jump', 'misrouted', 'wrong_hands', 'lost', 'damaged')),
  parcel_id uuid not null references parcels (id),
  event_id uuid not null references custody_events (id),
  opened_at timestamptz not null,
  withdrawn_at timestamptz,
  closed_at timestamptz,
  closed_by uuid references people (id),
  reason text,
  unique (event_id, kind),
  check ((closed_at is null) = (closed_by is null) and (closed_at is null) = (reason is null))
);
create index reviews_open on reviews (opened_at) where closed_at is null and withdrawn_at is null;
