create table reckonings (
  parcel_id uuid not null references parcels (id),
  courier_id uuid not null references people (id),
  round_id uuid not null references rounds (id),
  primary key (parcel_id, courier_id)
);
create index reckonings_of_a_round on reckonings (round_id);
create index delivery_reports_of_fact on delivery_reports using gin (scans);
comment on table reckonings is 'Deliveries and return envelopes that a closing has asked its courier for: each once, whatever is told, taken back or told again later.';
comment on column reckonings.round_id is 'The round with whose closing.';

-- What was asked before is what the records of the closings say.
insert into reckonings (parcel_id, courier_id, round_id)
select distinct on (parcels.id, courier_id) parcels.id, courier_id, rounds.id
from rounds
cross join lateral (
  select told.code from jsonb_to_recordset(record -> 'parcels') as told (code text, state text) where told.state = 'delivered'
  union
  select envelope.code from jsonb_to_recordset(record -> 'envelopes') as envelope (code text)) as asked
join parcels on parcels.code = asked.code
where closed_at is not null
order by parcels.id, courier_id, rounds.id;
