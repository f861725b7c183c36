-- Seven clocks; where an address decides how long, the policy says for which.
alter table promise_policies
  drop constraint promise_policies_clock_check,
  add check (clock in ('delivery', 'hand_back', 'lodging', 'processing', 'papers_back', 'refund', 'holding')),
  add column scope text check (scope in ('in_province', 'out_of_province', 'town', 'rural')),
  add column excuses text[] not null default '{}' check (excuses <@ array[
    'nobody_home', 'moved', 'wrong_address', 'refused', 'asked_other_time', 'no_authorised_person', 'force_majeure', 'supplement']);
comment on column promise_policies.scope is 'For which addresses; null: for all.';
comment on column promise_policies.excuses is 'What pauses its clocks, each only with evidence. A lost parcel is never excused.';
update promise_policies set scope = 'in_province',
  excuses = '{nobody_home,moved,wrong_address,refused,asked_other_time,no_authorised_person,force_majeure}'
where clock = 'delivery';
update promise_policies set excuses = '{supplement}' where clock = 'processing';

alter table parcels add column zone text check (zone in ('town', 'rural', 'out_of_province'));
comment on column parcels.zone is 'Where its receiver lives; null where it goes to the police, or from before this was kept.';

alter table clocks
  add column wall_due_at timestamptz(3),
  add column paused_until timestamptz(3);
update clocks set wall_due_at = due_at;
alter table clocks
  alter column wall_due_at set not null,
  add check (wall_due_at <= due_at),
  add check (paused_until is null or paused_at < paused_until);
comment on column clocks.wall_due_at is 'By the clock on the wall; due_at is the same with excused pauses. Reports show both.';
comment on column clocks.paused_at is 'Since when it stands still, or will; null where it runs.';
comment on column clocks.paused_until is 'Null with paused_at: until something happens.';
drop index clocks_to_alert;
create index clocks_to_alert on clocks (next_alert_at) where stopped_at is null;
comment on column clocks.next_alert_at is 'When the next level is due; null after the last one, and while it stands still for nobody knows how long. The tick looks at nothing else.';
comment on column clocks.at_risk_at is 'Two hours before missed_at where the timetable is known, else three quarters of the time gone.';
comment on column clocks.missed_at is 'When the last departure leaves that can still keep the promise from where the parcel is; else nine tenths of the time gone.';

create table pauses (
  clock_id uuid not null references clocks (id) on delete cascade,
  begins_at timestamptz(3) not null,
  ends_at timestamptz(3) check (ends_at > begins_at),
  reason text not null,
  evidence text not null check (evidence in ('call', 'notice', 'appointment', 'statement', 'supplement', 'supervisors')),
  person_id uuid references people (id),
  event_id uuid references custody_events (id),
  primary key (clock_id, begins_at),
  exclude using gist (clock_id with =, tstzrange(begins_at, ends_at) with &&)
);
create index pauses_of_person on pauses (person_id, begins_at);
comment on table pauses is 'Derived from facts, with what proves them: when a clock stands still, and why. They never overlap.';
comment on column pauses.ends_at is 'Null: until something happens.';
comment on column pauses.event_id is 'The attempt that it follows from.';

create table home_claims (
  event_id uuid primary key references custody_events (id),
  parcel_id uuid not null references parcels (id),
  claimed_at timestamptz(3) not null,
  upheld_at timestamptz(3),
  dismissed_at timestamptz(3),
  settled_by uuid references people (id),
  check (num_nonnulls(upheld_at, dismissed_at) = num_nonnulls(settled_by))
);
create index home_claims_of_parcel on home_claims (parcel_id);
comment on table home_claims is '“Tôi có ở nhà”: the citizen says that nobody came. Upheld, the attempt excuses nothing.';

create table standstills (
  id uuid primary key,
  unit_id text references units (id),
  begins_at timestamptz(3) not null,
  ends_at timestamptz(3) not null check (ends_at > begins_at),
  reason text not null,
  proposed_at timestamptz(3) not null,
  proposed_by uuid not null references people (id),
  proposed_kind text not null check (proposed_kind in ('post_office', 'police_unit')),
  confirmed_at timestamptz(3),
  confirmed_by uuid references people (id),
  check ((confirmed_at is null) = (confirmed_by is null)),
  check (confirmed_by <> proposed_by)
);
create index standstills_confirmed on standstills (begins_at, ends_at) where confirmed_at is not null;
comment on table standstills is 'Force majeure: clocks stand still once supervisors of both organisations have said so.';
comment on column standstills.unit_id is 'The delivery office it is about; null: the whole province.';

alter table reviews drop constraint reviews_kind_check;
alter table reviews add constraint reviews_kind_check
  check (kind in ('contradiction', 'jump', 'misrouted', 'wrong_hands', 'lost', 'damaged', 'opening', 'stock_short', 'stock_over', 'signed_sheet', 'out_of_bag',
    'was_at_home'));

update parcels set zone = case when place.kind in ('phuong', 'thi_tran') then 'town' else 'rural' end
from parcel_contents
join parties on parties.dossier_id = parcel_contents.dossier_id
join admin_units place on place.id = parties.admin_unit_id
where parcel_contents.parcel_id = parcels.id and parcels.destination_kind = 'recipient'
  and parties.part = (
    select max(other.part) from parties other where other.dossier_id = parties.dossier_id and other.part in ('applicant', 'receiver'));

-- Waits for supplements are pauses now.
update clocks set inputs = inputs #- '{target,waits}' where inputs->'target'->'waits' = '[]';
