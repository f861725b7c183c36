create table reckonings (
  parcel_id uuid not null references parcels (id),
  courier_id uuid not null references people (id),
  round_id uuid references rounds (id),
  primary key (parcel_id, courier_id)
);
create index reckonings_of_a_round on reckonings (round_id);
comment on table reckonings is 'Deliveries whose money and papers a closing has asked of their courier: once, whatever is told, taken back or told again later.';
comment on column reckonings.round_id is 'The round with whose closing; null where it was closed before closings were written down here.';

insert into reckonings (parcel_id, courier_id)
select distinct parcel_id, courier_id
from round_parcels join rounds on rounds.id = round_parcels.round_id join parcel_presents using (parcel_id)
where rounds.closed_at is not null and holder_kind = 'recipient' and last_fact ->> 'person' = courier_id::text
  and not exists (
    select from round_parcels as again join rounds as open on open.id = again.round_id
    where again.parcel_id = round_parcels.parcel_id and open.closed_at is null);
