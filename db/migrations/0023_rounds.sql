-- Papers collected back at a door begin in the hands of a result's receiver.
alter table parcels drop constraint parcels_origin_kind_check;
alter table parcels add constraint parcels_origin_kind_check check (origin_kind in ('applicant', 'police_unit', 'recipient'));
alter table parcels drop constraint parcels_check;
alter table parcels add constraint parcels_begin_at_a_desk_or_with_people check ((origin_kind = 'police_unit') = (origin_unit is not null));
alter table parcels add constraint parcels_collected_back check ((origin_kind = 'recipient') <= (purpose = 'collected_papers'));

create table rounds (
  id uuid primary key,
  number text not null unique check (number ~ '^CP[0-9]{16}$'),
  unit_id text not null references units (id),
  courier_id uuid not null references people (id),
  opened_at timestamptz(3) not null,
  opened_by uuid not null references people (id),
  closed_at timestamptz(3),
  closed_by uuid references people (id),
  record jsonb,
  check ((closed_at is null) = (closed_by is null) and (closed_at is null) = (record is null)),
  check (opened_at <= closed_at)
);
create unique index rounds_open on rounds (courier_id) where closed_at is null;
create index rounds_of_unit on rounds (unit_id, id desc);
comment on table rounds is 'Chuyến phát: the stops of one courier on one way out. Once closed nothing of it changes.';
comment on column rounds.record is 'Every word of the closing as it was then: parcels, papers and cash, without names of receivers.';

create table round_parcels (
  round_id uuid not null references rounds (id),
  parcel_id uuid not null references parcels (id),
  stop integer not null check (stop > 0),
  papers text[] not null default '{}',
  added_at timestamptz(3) not null,
  added_by uuid not null references people (id),
  left_at timestamptz(3),
  moved_to uuid references rounds (id) check (moved_to <> round_id),
  primary key (round_id, parcel_id),
  check (moved_to is null or left_at is not null)
);
create unique index round_parcels_under_way on round_parcels (parcel_id) where left_at is null;
create index round_parcels_of_parcel on round_parcels (parcel_id);
comment on column round_parcels.stop is 'One receiver at one address: all their parcels have one number.';
comment on column round_parcels.papers is 'What has to be collected back at the door.';
comment on column round_parcels.left_at is 'When the round was closed, or another courier took the parcel over.';

create table delivery_proofs (
  digest text primary key check (digest ~ '^[0-9a-f]{64}$'),
  salt bytea not null check (octet_length(salt) = 32),
  said jsonb not null,
  signature bytea check (octet_length(signature) <= 51200),
  made_at timestamptz(3) not null
);
comment on table delivery_proofs is 'Who took it and by what they proved it: personal data, erased whole. Facts carry the digest, salted SHA-256, alone.';

create table delivery_reports (
  id uuid primary key,
  fingerprint bytea not null,
  round_id uuid references rounds (id),
  stop integer,
  unit_id text not null references units (id),
  person_id uuid not null references people (id),
  outcome text not null check (outcome in ('delivered', 'attempted')),
  occurred_at timestamptz(3) not null,
  recorded_at timestamptz(3) not null,
  proof text check (proof ~ '^[0-9a-f]{64}$'),
  to_collect integer check (to_collect >= 0),
  collected integer check (collected >= 0),
  papers text[] not null,
  envelope uuid references parcels (id),
  scans uuid[] not null,
  check ((round_id is null) = (stop is null)),
  check ((outcome = 'delivered') = (proof is not null) and (outcome = 'delivered') = (collected is not null)),
  check ((envelope is null) = (papers = '{}'))
);
create index delivery_reports_of_round on delivery_reports (round_id, recorded_at);
create index delivery_reports_of_proof on delivery_reports (proof);
comment on table delivery_reports is 'append-only: what a courier said of a stop, or a clerk of a counter, once for all its parcels.';
comment on column delivery_reports.round_id is 'Null: handed out at a counter.';
comment on column delivery_reports.to_collect is 'What the parcels said then; null where one did not know.';
comment on column delivery_reports.envelope is 'The return envelope of the papers collected back.';
comment on column delivery_reports.scans is 'The facts that this report made; what became of them custody knows.';

create function refuse_closed_round() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.closed_at is null
    and (old.id, old.number, old.unit_id, old.courier_id, old.opened_at, old.opened_by)
      = (new.id, new.number, new.unit_id, new.courier_id, new.opened_at, new.opened_by)
  then return new; end if;
  raise exception 'a round is never deleted, and closed once' using errcode = '42501';
end $$;
create trigger rounds_are_closed_once before update or delete on rounds for each row execute function refuse_closed_round();
create trigger rounds_stay before truncate on rounds for each statement execute function refuse_change();

create function refuse_after_round() returns trigger language plpgsql as $$
begin
  if tg_op <> 'DELETE' and (select closed_at from rounds where id = new.round_id) is null
    and (tg_op = 'INSERT' or (old.round_id, old.parcel_id, old.added_at, old.added_by) = (new.round_id, new.parcel_id, new.added_at, new.added_by))
  then return new; end if;
  raise exception 'what was on a round stays, and a closed round never changes' using errcode = '42501';
end $$;
create trigger round_parcels_come_in_time before insert or update or delete on round_parcels for each row execute function refuse_after_round();
create trigger round_parcels_stay before truncate on round_parcels for each statement execute function refuse_change();
create trigger delivery_proofs_never_change before update on delivery_proofs for each row execute function refuse_change();
create trigger delivery_reports_are_facts before update or delete on delivery_reports for each row execute function refuse_change();
create trigger delivery_reports_stay before truncate on delivery_reports for each statement execute function refuse_change();
