-- A blank label is a parcel that nobody has handed in yet, bound for the office that printed it until its papers are typed in.
alter table parcels drop constraint parcels_destination_kind_check;
alter table parcels add constraint parcels_destination_kind_check check (destination_kind in ('police_unit', 'recipient', 'post_office'));
alter table parcels add constraint parcels_blank_labels_are_filings check (destination_kind <> 'post_office' or purpose = 'filing');
comment on column parcels.destination_unit is 'The police unit it is for, or the post office that delivers it; of a blank label the office that will say.';

create table blank_sets (
  parcel_id uuid primary key references parcels (id),
  batch_id uuid not null,
  unit_id text not null references units (id),
  lookup_index bytea not null unique,
  lookup_cipher bytea not null,
  printed_at timestamptz(3) not null,
  printed_by uuid not null references people (id),
  typed_in_at timestamptz(3),
  typed_in_by uuid references people (id),
  spoiled_at timestamptz(3),
  spoiled_by uuid references people (id),
  spoiled_reason text,
  check ((typed_in_at is null) = (typed_in_by is null)),
  check ((spoiled_at is null) = (spoiled_by is null) and (spoiled_at is null) = (spoiled_reason is null)),
  check (printed_at <= typed_in_at and printed_at <= spoiled_at)
);
create index blank_sets_of_unit on blank_sets (unit_id, printed_at desc) where typed_in_at is null and spoiled_at is null;
create index blank_sets_of_batch on blank_sets (batch_id);
comment on table blank_sets is 'Numbered sets of paper (waybill in two copies, label, lookup code) for homes, power cuts and dead phones. Each is accounted for: unused, used, typed in, spoiled.';

-- A set is typed in once, also one that was called spoiled and used nevertheless. What was printed on it never changes.
create function refuse_finished_set() returns trigger language plpgsql as $$
begin
  if old.typed_in_at is null
    and (old.spoiled_at is null or (old.spoiled_at, old.spoiled_by, old.spoiled_reason) = (new.spoiled_at, new.spoiled_by, new.spoiled_reason))
    and (old.parcel_id, old.batch_id, old.unit_id, old.lookup_index, old.lookup_cipher, old.printed_at, old.printed_by)
      = (new.parcel_id, new.batch_id, new.unit_id, new.lookup_index, new.lookup_cipher, new.printed_at, new.printed_by)
  then return new; end if;
  raise exception 'a blank set is finished once' using errcode = '42501';
end $$;
create trigger blank_sets_are_finished_once before update on blank_sets for each row execute function refuse_finished_set();
create trigger blank_sets_are_kept before delete on blank_sets for each row execute function refuse_change();
create trigger blank_sets_stay before truncate on blank_sets for each statement execute function refuse_change();
