create table stock_counts (
  id uuid primary key,
  unit_id text not null references units (id),
  state text not null check (state in ('open', 'closed', 'abandoned')),
  opened_at timestamptz(3) not null,
  opened_by uuid not null references people (id),
  number text unique check (number ~ '^KK[0-9]{16}$'),
  closed_at timestamptz(3),
  closed_by uuid references people (id),
  record jsonb,
  abandoned_at timestamptz(3),
  check ((state = 'closed') = (closed_at is not null) and (closed_at is null) = (closed_by is null)),
  check ((closed_at is null) = (number is null) and (closed_at is null) = (record is null)),
  check ((state = 'abandoned') = (abandoned_at is not null)),
  check (opened_at <= closed_at and opened_at <= abandoned_at)
);
create unique index stock_counts_open on stock_counts (unit_id) where state = 'open';
create index stock_counts_of_unit on stock_counts (unit_id, closed_at desc) where state = 'closed';
comment on table stock_counts is 'Kiểm kê tồn: a unit scans all it has, without seeing what it should have. Once closed nothing of it changes.';
comment on column stock_counts.record is 'Every word of the record (biên bản) as it was at the closing.';
comment on column stock_counts.abandoned_at is 'Nobody closed it in time: what was scanned then says nothing of now.';

create table stock_count_codes (
  count_id uuid not null references stock_counts (id),
  code text not null check (code <> '' and length(code) <= 40),
  scanned_at timestamptz(3) not null,
  scanned_by uuid not null references people (id),
  primary key (count_id, code)
);
comment on table stock_count_codes is 'append-only: what was scanned, each code where it was first scanned, also one that is nobody''s.';

create table stock_count_parcels (
  count_id uuid not null references stock_counts (id),
  parcel_id uuid not null references parcels (id),
  outcome text not null check (outcome in ('matched', 'moved', 'short', 'over')),
  holder_kind text not null check (holder_kind in ('applicant', 'post_office', 'police_unit', 'courier', 'carrier', 'recipient')),
  holder_unit text references units (id),
  holder_person uuid references people (id),
  since timestamptz(3) not null,
  times integer not null check (times > 0 and (times = 1 or outcome = 'short')),
  primary key (count_id, parcel_id)
);
create index stock_count_parcels_of_parcel on stock_count_parcels (parcel_id);
comment on table stock_count_parcels is 'append-only: what was scanned, and what should have been there, each with what came of it.';
comment on column stock_count_parcels.outcome is 'moved: it changed hands while the unit counted, and says nothing.';
comment on column stock_count_parcels.holder_kind is 'Who held it by its facts at the closing, and since when.';
comment on column stock_count_parcels.times is 'In how many counts of this unit, one after the other, it was short.';

create function refuse_closed_count() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.state = 'open'
    and (old.id, old.unit_id, old.opened_at, old.opened_by) = (new.id, new.unit_id, new.opened_at, new.opened_by)
  then return new; end if;
  raise exception 'a stock count is never deleted, and closed once' using errcode = '42501';
end $$;
create trigger stock_counts_are_closed_once before update or delete on stock_counts for each row execute function refuse_closed_count();
create trigger stock_counts_stay before truncate on stock_counts for each statement execute function refuse_change();

create function refuse_after_count() returns trigger language plpgsql as $$
begin
  if (select state from stock_counts where id = new.count_id) = 'open' then return new; end if;
  raise exception 'a closed stock count never changes' using errcode = '42501';
end $$;
create trigger stock_count_codes_come_in_time before insert on stock_count_codes for each row execute function refuse_after_count();
create trigger stock_count_codes_are_facts before update or delete on stock_count_codes for each row execute function refuse_change();
create trigger stock_count_codes_stay before truncate on stock_count_codes for each statement execute function refuse_change();
create trigger stock_count_parcels_come_in_time before insert on stock_count_parcels for each row execute function refuse_after_count();
create trigger stock_count_parcels_are_facts before update or delete on stock_count_parcels for each row execute function refuse_change();
create trigger stock_count_parcels_stay before truncate on stock_count_parcels for each statement execute function refuse_change();

-- A review may ask about a count instead of a fact. Then its fact is the one that a count speaks against, if there is any.
alter table reviews alter column event_id drop not null;
alter table reviews add column count_id uuid references stock_counts (id);
alter table reviews drop constraint reviews_event_id_kind_key;
alter table reviews add constraint reviews_asked_once unique nulls not distinct (parcel_id, event_id, kind, count_id);
alter table reviews drop constraint reviews_kind_check;
alter table reviews add constraint reviews_kind_check
  check (kind in ('contradiction', 'jump', 'misrouted', 'wrong_hands', 'lost', 'damaged', 'opening', 'stock_short', 'stock_over'));
alter table reviews add constraint reviews_ask_a_fact_or_a_count
  check ((kind in ('stock_short', 'stock_over')) = (count_id is not null) and (event_id is not null or count_id is not null));
create unique index reviews_of_counts on reviews (parcel_id, kind) where count_id is not null and closed_at is null and withdrawn_at is null;
create index reviews_after_counts on reviews (parcel_id) where count_id is not null;
comment on column reviews.count_id is 'The last count in which it was short or over.';
