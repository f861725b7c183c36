create table openings (
  id uuid primary key,
  parcel_id uuid not null references parcels (id),
  event_id uuid not null unique references custody_events (id),
  desk_id text not null references units (id),
  taken_at timestamptz not null,
  opened_at timestamptz not null,
  opened_by uuid not null references people (id),
  seal text not null check (seal in ('intact', 'broken', 'missing')),
  remark text,
  differs boolean not null,
  is_late boolean not null,
  record jsonb not null,
  check (taken_at <= opened_at),
  check (seal = 'intact' and remark is null or differs)
);
comment on table openings is 'append-only: how an envelope looked when its desk opened it, and whether its papers were those of the list.';
create index openings_of_parcel on openings (parcel_id, taken_at desc);
comment on column openings.event_id is 'By this fact the desk took it: what goes away and comes again is opened again.';
comment on column openings.record is 'Every word of the record (biên bản) as it was then: the papers that differ, beside what was listed.';
comment on column openings.taken_at is 'When the desk took it by the scan: it is to be opened within one working day.';

create trigger openings_are_facts before update or delete on openings for each row execute function refuse_change();
create trigger openings_stay before truncate on openings for each statement execute function refuse_change();

alter table reviews drop constraint reviews_kind_check;
alter table reviews add constraint reviews_kind_check
  check (kind in ('contradiction', 'jump', 'misrouted', 'wrong_hands', 'lost', 'damaged', 'opening'));
