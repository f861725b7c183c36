create table bag_policies (
  unit_id text primary key references units (id),
  needs_seal boolean not null default false,
  needs_weight boolean not null default false,
  weight_tolerance_g integer not null default 100 check (weight_tolerance_g >= 0)
);
comment on table bag_policies is 'What a unit must say when it seals a bag. A unit without a row: seal and weight are optional, 100 g are no difference.';

create table bag_counters (
  unit_number text not null,
  day date not null,
  last integer not null check (last between 1 and 9999),
  primary key (unit_number, day)
);

create table bags (
  id uuid primary key,
  code text not null unique check (code ~ '^TT[0-9]{16}$'),
  made_unit text not null references units (id),
  to_unit text not null references units (id) check (to_unit <> made_unit),
  state text not null check (state in ('open', 'sealed', 'opened')),
  made_at timestamptz(3) not null,
  made_by uuid not null references people (id),
  sealed_at timestamptz(3),
  sealed_by uuid references people (id),
  seal_number text,
  weight_g integer check (weight_g > 0),
  opened_at timestamptz(3),
  opened_by uuid references people (id),
  opened_unit text references units (id),
  found_seal text,
  found_weight_g integer check (found_weight_g > 0),
  check ((state = 'open') = (sealed_at is null) and (sealed_at is null) = (sealed_by is null)),
  check ((state = 'opened') = (opened_at is not null)),
  check ((opened_at is null) = (opened_by is null) and (opened_at is null) = (opened_unit is null)),
  check (sealed_at is not null or (seal_number is null and weight_g is null)),
  check (opened_at is not null or (found_seal is null and found_weight_g is null)),
  check (made_at <= sealed_at and sealed_at <= opened_at)
);
create index bags_of_maker on bags (made_unit, state);
create index bags_of_destination on bags (to_unit, state);
comment on table bags is 'A bag with a code of its own: open, sealed, moved as one, opened. What was said at the seal never changes.';
comment on column bags.found_seal is 'The seal as who opened the bag read it, without having seen the one that was put on.';

create table bag_parcels (
  bag_id uuid not null references bags (id),
  parcel_id uuid not null references parcels (id),
  is_inside boolean not null,
  is_found boolean,
  primary key (bag_id, parcel_id),
  check (is_found is null or not is_inside)
);
create unique index bag_parcels_inside on bag_parcels (parcel_id) where is_inside;
comment on table bag_parcels is 'What is packed in a bag; from the seal on the list is frozen.';
comment on column bag_parcels.is_inside is 'By the facts it is still in there: nobody scanned it alone, and the bag was not opened. In one bag at most.';
comment on column bag_parcels.is_found is 'Whether it was there when the bag was opened.';

create table bag_differences (
  id uuid primary key,
  bag_id uuid not null references bags (id),
  kind text not null check (kind in ('short', 'over', 'seal', 'weight')),
  parcel_id uuid references parcels (id),
  opened_at timestamptz(3) not null,
  giver_closed_at timestamptz(3),
  giver_closed_by uuid references people (id),
  giver_reason text,
  taker_closed_at timestamptz(3),
  taker_closed_by uuid references people (id),
  taker_reason text,
  unique nulls not distinct (bag_id, kind, parcel_id),
  check ((kind in ('short', 'over')) = (parcel_id is not null)),
  check ((giver_closed_at is null) = (giver_closed_by is null) and (giver_closed_at is null) = (giver_reason is null)),
  check ((taker_closed_at is null) = (taker_closed_by is null) and (taker_closed_at is null) = (taker_reason is null))
);
create index bag_differences_open on bag_differences (bag_id) where giver_closed_at is null or taker_closed_at is null;
comment on table bag_differences is 'What was not as it was sealed. Giver: who sealed the bag; taker: who opened it. Closed when both have said why.';

-- A bag goes one way: open, sealed, opened. What was said at each turn stays said.
create function refuse_turning_back() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' and new.state = 'open' then return new; end if;
  if tg_op = 'UPDATE'
    and (old.id, old.code, old.made_unit, old.to_unit, old.made_at, old.made_by)
      = (new.id, new.code, new.made_unit, new.to_unit, new.made_at, new.made_by)
    and ((old.state, new.state) = ('open', 'sealed')
      or ((old.state, new.state) = ('sealed', 'opened')
        and (old.sealed_at, old.sealed_by, old.seal_number, old.weight_g)
          is not distinct from (new.sealed_at, new.sealed_by, new.seal_number, new.weight_g)))
  then return new; end if;
  raise exception 'a bag is sealed once and opened once' using errcode = '42501';
end $$;
create trigger bags_go_one_way before insert or update or delete on bags for each row execute function refuse_turning_back();
create trigger bags_stay before truncate on bags for each statement execute function refuse_change();

-- Nothing is added or struck after the seal. The lock makes who packs and who seals at the same moment wait for each other.
create function refuse_sealed_content() returns trigger language plpgsql as $$
declare
  bag text;
begin
  select state into bag from bags where id = coalesce(old.bag_id, new.bag_id) for share;
  if bag = 'open' and (tg_op = 'DELETE' or new.is_found is null) then return coalesce(new, old); end if;
  if tg_op = 'UPDATE' and (old.bag_id, old.parcel_id) = (new.bag_id, new.parcel_id)
    and (old.is_found is not distinct from new.is_found or (bag = 'opened' and old.is_found is null))
  then return new; end if;
  raise exception 'the contents of a bag are frozen at its seal' using errcode = '42501';
end $$;
create trigger bag_parcels_are_frozen before insert or update or delete on bag_parcels for each row execute function refuse_sealed_content();
create trigger bag_parcels_stay before truncate on bag_parcels for each statement execute function refuse_change();

create function refuse_second_word() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE'
    and (old.id, old.bag_id, old.kind, old.opened_at) = (new.id, new.bag_id, new.kind, new.opened_at)
    and old.parcel_id is not distinct from new.parcel_id
    and (old.giver_closed_at is null or (old.giver_closed_at, old.giver_closed_by, old.giver_reason) is not distinct from (new.giver_closed_at, new.giver_closed_by, new.giver_reason))
    and (old.taker_closed_at is null or (old.taker_closed_at, old.taker_closed_by, old.taker_reason) is not distinct from (new.taker_closed_at, new.taker_closed_by, new.taker_reason))
  then return new; end if;
  raise exception 'a difference is never deleted, and closed once by each side' using errcode = '42501';
end $$;
create trigger bag_differences_are_closed_once before update or delete on bag_differences for each row execute function refuse_second_word();
create trigger bag_differences_stay before truncate on bag_differences for each statement execute function refuse_change();

-- A parcel that was scanned alone while its bag was sealed is asked about.
alter table reviews drop constraint reviews_kind_check;
alter table reviews add constraint reviews_kind_check
  check (kind in ('contradiction', 'jump', 'misrouted', 'wrong_hands', 'lost', 'damaged', 'opening', 'stock_short', 'stock_over', 'signed_sheet', 'out_of_bag'));
