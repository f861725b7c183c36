create table crossings (
  event_id uuid primary key references custody_events (id),
  parcel_id uuid not null references parcels (id),
  giver_kind text not null check (giver_kind in ('post_office', 'police_unit', 'courier')),
  giver_unit text not null references units (id),
  giver_person uuid references people (id),
  taker_kind text not null check (taker_kind in ('post_office', 'police_unit', 'courier')),
  taker_unit text not null references units (id),
  taker_person uuid references people (id),
  at timestamptz(3) not null,
  day date not null,
  check ((giver_kind = 'courier') = (giver_person is not null)),
  check ((taker_kind = 'courier') = (taker_person is not null)),
  check ((giver_kind, coalesce(giver_person::text, giver_unit)) <> (taker_kind, coalesce(taker_person::text, taker_unit)))
);
create index crossings_of_parcel on crossings (parcel_id);
create index crossings_of_giver on crossings (giver_unit, day);
create index crossings_of_taker on crossings (taker_unit, day);
comment on table crossings is 'Derived: each fact that stands and took its parcel from one side to another. Every scan reconciles it.';
comment on column crossings.day is 'The day in Vietnam: what crossed without a list stands on one sheet for giver, taker and day.';

-- What crossed before there were hand-overs.
insert into crossings
with held as (
  select e.id as event_id, e.parcel_id, e.step, e.effective_at,
    case
      when e.step in ('withdraw', 'deliver', 'return_in_person') then null
      when e.step in ('collect', 'load') or (e.step in ('hand_back', 'take_over', 'depart') and e.role <> 'clerk') then 'courier'
      when e.step = 'depart' then 'carrier'
      else u.kind
    end as kind, e.unit_id as unit, e.person_id as person,
    row_number() over (partition by e.parcel_id order by e.effective_at, coalesce(e.device, '') collate "C", coalesce(e.counter, 0), e.id) as place
  from custody_events e
  join event_standings s on s.event_id = e.id and s.standing = 'applied'
  left join units u on u.id = e.unit_id
  where e.step in ('accept', 'collect', 'withdraw', 'depart', 'arrive', 'lodge', 'transfer', 'hand_back', 'return_in_person',
                   'load', 'take_over', 'deliver', 'take_back', 'find')
), crossed as (
  select taken.event_id, taken.parcel_id, taken.step, taken.effective_at as at,
    case when given.event_id is null then p.origin_kind else given.kind end as giver_kind,
    case when given.event_id is null then p.origin_unit else given.unit end as giver_unit,
    case when given.kind = 'courier' then given.person end as giver_person,
    taken.kind as taker_kind, taken.unit as taker_unit,
    case when taken.kind = 'courier' then taken.person end as taker_person
  from held taken
  join parcels p on p.id = taken.parcel_id
  left join held given on given.parcel_id = taken.parcel_id and given.place = taken.place - 1
)
select event_id, parcel_id, giver_kind, giver_unit, giver_person, taker_kind, taker_unit, taker_person, at,
       (at at time zone 'Asia/Ho_Chi_Minh')::date
from crossed
where step <> 'find' and giver_kind in ('post_office', 'police_unit', 'courier') and taker_kind in ('post_office', 'police_unit', 'courier')
  and (giver_kind, coalesce(giver_person::text, giver_unit)) <> (taker_kind, coalesce(taker_person::text, taker_unit));

create table handovers (
  id uuid primary key,
  number text not null unique check (number ~ '^BG[0-9]{16}$'),
  day date not null,
  giver_kind text not null check (giver_kind in ('post_office', 'police_unit', 'courier')),
  giver_unit text not null references units (id),
  giver_person uuid references people (id),
  taker_kind text not null check (taker_kind in ('post_office', 'police_unit', 'courier')),
  taker_unit text not null references units (id),
  taker_person uuid references people (id),
  direction text not null generated always as (
    case
      when taker_kind = 'police_unit' and giver_kind <> 'police_unit' then 'to_police'
      when giver_kind = 'police_unit' and taker_kind <> 'police_unit' then 'from_police'
      else 'within'
    end) stored check (direction in ('to_police', 'from_police', 'within')),
  state text not null check (state in ('released', 'accepted', 'accepted_with_differences', 'cancelled')),
  is_implicit boolean not null,
  is_self boolean not null default false,
  released_at timestamptz(3),
  released_by uuid references people (id),
  mode text check (mode in ('scans', 'count', 'pin', 'paper')),
  accepted_at timestamptz(3),
  accepted_by uuid references people (id),
  entered_at timestamptz(3),
  entered_by uuid references people (id),
  condition text check (condition in ('intact', 'torn', 'wet', 'retaped')),
  reservation text,
  paper_number text,
  cancelled_at timestamptz(3),
  cancelled_by uuid references people (id),
  cancelled_reason text,
  check ((giver_kind = 'courier') = (giver_person is not null)),
  check ((taker_kind = 'courier') = (taker_person is not null)),
  check ((giver_kind, coalesce(giver_person::text, giver_unit)) <> (taker_kind, coalesce(taker_person::text, taker_unit))),
  check ((released_at is null) = is_implicit and (released_at is null) = (released_by is null)),
  check ((accepted_at is null) = (accepted_by is null) and (accepted_at is null) = (mode is null)),
  check ((accepted_at is null) = (entered_at is null) and (accepted_at is null) = (entered_by is null)),
  check ((cancelled_at is null) = (cancelled_by is null) and (cancelled_at is null) = (cancelled_reason is null)),
  check ((state in ('accepted', 'accepted_with_differences')) = (accepted_at is not null)),
  check ((state = 'cancelled') = (cancelled_at is not null)),
  check (not is_implicit or (state = 'accepted' and mode = 'scans')),
  check ((mode is not distinct from 'paper') = (paper_number is not null)),
  check (mode is not null or (condition is null and reservation is null)),
  check (released_at <= accepted_at and accepted_at <= entered_at and released_at <= cancelled_at)
);
create index handovers_of_giver on handovers (giver_unit, id desc);
create index handovers_of_taker on handovers (taker_unit, id desc);
create index handovers_waiting on handovers (released_at) where state = 'released';
create unique index handovers_on_paper on handovers (taker_unit, paper_number) where paper_number is not null;
comment on table handovers is 'A sheet with two sides. The giver releases a list, the taker accepts it; then neither it nor its rows change.';
comment on column handovers.day is 'Of the release; without a list, on which its parcels crossed.';
comment on column handovers.is_implicit is 'Nobody released a list: the taker signed for what was scanned from this giver on this day.';
comment on column handovers.is_self is 'One person gave and took, as in an office of one.';
comment on column handovers.accepted_at is 'When it was signed: on paper by the paper''s own time, which is the legal one (QĐ 45/2016/QĐ-TTg).';

create table handover_counters (
  unit_number text not null,
  day date not null,
  last integer not null check (last between 1 and 9999),
  primary key (unit_number, day)
);

create table handover_parcels (
  handover_id uuid not null references handovers (id),
  parcel_id uuid not null references parcels (id),
  is_listed boolean not null,
  is_accepted boolean,
  condition text check (condition in ('intact', 'torn', 'wet', 'retaped')),
  event_id uuid references custody_events (id),
  primary key (handover_id, parcel_id),
  check (event_id is null or is_accepted),
  check (condition is null or is_accepted)
);
create unique index handover_parcels_of_event on handover_parcels (event_id);
create index handover_parcels_of_parcel on handover_parcels (parcel_id);
comment on column handover_parcels.is_listed is 'On the list that the giver released, or that scans made; the others came besides.';
comment on column handover_parcels.is_accepted is 'The taker has it, and custody went with it; null until they sign.';
comment on column handover_parcels.event_id is 'The fact by which it changed hands, as it stood at the signature.';

-- What crossed and nobody has signed for: not itself, nor by a later scan of the same that stands and crosses nothing more.
create view unsigned_crossings as
select c.* from crossings c
where not exists (
  select from handover_parcels signed
  join custody_events e on e.id = signed.event_id
  join event_standings s on s.event_id = signed.event_id
  where signed.parcel_id = c.parcel_id and (e.id = c.event_id or (
    s.standing in ('applied', 'restating') and e.effective_at >= c.at
    and not exists (select from crossings own where own.event_id = e.id)
    and not exists (select from crossings later where later.parcel_id = c.parcel_id and later.at > c.at and later.at <= e.effective_at)))
);

-- The same, each with the newest released list on which its taker may sign for it. A fact of before the release can only be
-- meant where it was told after it and was the last before; what the giver has again did not come.
create view waiting_crossings as
select distinct on (c.event_id) c.*, h.id as handover_id
from handovers h
join handover_parcels listed on listed.handover_id = h.id
join unsigned_crossings c on c.parcel_id = listed.parcel_id
  and c.taker_kind = h.taker_kind and coalesce(c.taker_person::text, c.taker_unit) = coalesce(h.taker_person::text, h.taker_unit)
join custody_events e on e.id = c.event_id
join parcel_presents now on now.parcel_id = c.parcel_id
where h.state = 'released'
  and (c.at >= h.released_at or (e.recorded_at >= h.released_at and not exists (
    select from crossings later where later.parcel_id = c.parcel_id and later.event_id <> c.event_id
      and later.at >= c.at and later.at < h.released_at)))
  and (now.holder_kind, coalesce(now.holder_person::text, now.holder_unit)) is distinct from (h.giver_kind, coalesce(h.giver_person::text, h.giver_unit))
order by c.event_id, h.released_at desc;

create table handover_differences (
  id uuid primary key,
  handover_id uuid not null,
  parcel_id uuid not null,
  kind text not null check (kind in ('short', 'over')),
  opened_at timestamptz(3) not null,
  giver_closed_at timestamptz(3),
  giver_closed_by uuid references people (id),
  giver_reason text,
  taker_closed_at timestamptz(3),
  taker_closed_by uuid references people (id),
  taker_reason text,
  foreign key (handover_id, parcel_id) references handover_parcels (handover_id, parcel_id),
  unique (handover_id, parcel_id),
  check ((giver_closed_at is null) = (giver_closed_by is null) and (giver_closed_at is null) = (giver_reason is null)),
  check ((taker_closed_at is null) = (taker_closed_by is null) and (taker_closed_at is null) = (taker_reason is null))
);
create index handover_differences_open on handover_differences (handover_id)
  where giver_closed_at is null or taker_closed_at is null;
comment on table handover_differences is 'What was listed and did not come, or came unlisted. Closed when both sides have said why.';

create table handover_sheets (
  handover_id uuid not null references handovers (id),
  side text not null check (side in ('giver', 'taker')),
  content text not null,
  digest bytea not null check (digest = sha256(convert_to(content, 'UTF8'))),
  signed_at timestamptz(3) not null,
  signed_by uuid not null references people (id),
  primary key (handover_id, side)
);
comment on table handover_sheets is 'append-only: what each side signed, word for word, as JSON.';
comment on column handover_sheets.digest is 'SHA-256 of the words. It is printed on the paper that each side keeps.';

create table handover_papers (
  handover_id uuid not null,
  side text not null,
  pdf bytea not null,
  sha256 bytea not null check (sha256 = sha256(pdf)),
  drawn_at timestamptz(3) not null,
  primary key (handover_id, side),
  foreign key (handover_id, side) references handover_sheets (handover_id, side)
);
comment on table handover_papers is 'append-only: the same as PDF, byte for byte. Drawn outside the transaction that signs, which holds the parcels.';

-- Once the taker has signed or the giver has cancelled, nothing of a sheet changes; what it says of itself never does.
create function refuse_signed_sheet() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.state = 'released'
    and (old.id, old.number, old.day, old.is_implicit, old.released_at, old.released_by)
      = (new.id, new.number, new.day, new.is_implicit, new.released_at, new.released_by)
    and (old.giver_kind, old.giver_unit, old.giver_person) is not distinct from (new.giver_kind, new.giver_unit, new.giver_person)
    and (old.taker_kind, old.taker_unit, old.taker_person) is not distinct from (new.taker_kind, new.taker_unit, new.taker_person)
  then return new; end if;
  raise exception 'a signed sheet never changes' using errcode = '42501';
end $$;
create trigger handovers_stay_signed before update or delete on handovers for each row execute function refuse_signed_sheet();
create trigger handovers_stay before truncate on handovers for each statement execute function refuse_change();

-- Each side signs what it may sign, once: the giver while it waits, the taker when it is accepted.
create function refuse_forged_words() returns trigger language plpgsql as $$
declare
  sheet handovers := (select h from handovers h where h.id = new.handover_id);
begin
  if new.side = 'giver' and sheet.state = 'released' and not exists (select from handover_sheets where handover_id = new.handover_id)
    then return new; end if;
  if new.side = 'taker' and sheet.accepted_at is not null then return new; end if;
  raise exception 'this side has nothing to sign' using errcode = '42501';
end $$;
create trigger handover_sheets_are_signed_in_order before insert on handover_sheets for each row execute function refuse_forged_words();
create trigger handover_sheets_are_facts before update or delete on handover_sheets for each row execute function refuse_change();
create trigger handover_sheets_stay before truncate on handover_sheets for each statement execute function refuse_change();
create trigger handover_papers_are_facts before update or delete on handover_papers for each row execute function refuse_change();
create trigger handover_papers_stay before truncate on handover_papers for each statement execute function refuse_change();

-- The list is the giver's: once its words are signed nothing is put on it or struck from it; what came besides is added
-- until the taker's words are signed.
create function refuse_signed_row() returns trigger language plpgsql as $$
declare
  sheet text := (select state from handovers where id = new.handover_id);
  signed text[] := (select array_agg(side) from handover_sheets where handover_id = new.handover_id);
begin
  if tg_op = 'INSERT' and sheet <> 'cancelled' and (signed is null or (signed = '{giver}' and not new.is_listed)) then return new; end if;
  if tg_op = 'UPDATE' and sheet = 'released'
    and (old.handover_id, old.parcel_id, old.is_listed) = (new.handover_id, new.parcel_id, new.is_listed)
  then return new; end if;
  raise exception 'a signed sheet never changes' using errcode = '42501';
end $$;
create trigger handover_parcels_stay_signed before insert or update on handover_parcels for each row execute function refuse_signed_row();
create trigger handover_parcels_are_facts before delete on handover_parcels for each row execute function refuse_change();
create trigger handover_parcels_stay before truncate on handover_parcels for each statement execute function refuse_change();

create function refuse_second_closing() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' and not exists (select from handover_sheets where handover_id = new.handover_id and side = 'taker')
    then return new; end if;
  if tg_op = 'UPDATE'
    and (old.id, old.handover_id, old.parcel_id, old.kind, old.opened_at) = (new.id, new.handover_id, new.parcel_id, new.kind, new.opened_at)
    and (old.giver_closed_at is null or (old.giver_closed_at, old.giver_closed_by, old.giver_reason) = (new.giver_closed_at, new.giver_closed_by, new.giver_reason))
    and (old.taker_closed_at is null or (old.taker_closed_at, old.taker_closed_by, old.taker_reason) = (new.taker_closed_at, new.taker_closed_by, new.taker_reason))
  then return new; end if;
  raise exception 'a difference is found at the signature, never deleted, and closed once by each side' using errcode = '42501';
end $$;
create trigger handover_differences_are_closed_once before insert or update on handover_differences for each row execute function refuse_second_closing();
create trigger handover_differences_are_facts before delete on handover_differences for each row execute function refuse_change();
create trigger handover_differences_stay before truncate on handover_differences for each statement execute function refuse_change();

-- What does not stand any more although two sides signed for it is asked about.
alter table reviews drop constraint reviews_kind_check;
alter table reviews add constraint reviews_kind_check
  check (kind in ('contradiction', 'jump', 'misrouted', 'wrong_hands', 'lost', 'damaged', 'opening', 'stock_short', 'stock_over', 'signed_sheet'));
