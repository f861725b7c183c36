create table item_code_ranges (
  id integer generated always as identity primary key,
  office_id text not null references units (id),
  prefix text not null check (prefix ~ '^[A-Z]{2}$'),
  country text not null check (country ~ '^[A-Z]{2}$'),
  first_serial integer not null check (first_serial between 0 and 99999999),
  last_serial integer not null check (last_serial between first_serial and 99999999),
  next_serial integer not null check (next_serial between first_serial and last_serial + 1),
  granted_by text not null,
  granted_at timestamptz not null,
  exclude using gist (prefix with =, country with =, int4range(first_serial, last_serial, '[]') with &&)
);
create index item_code_ranges_of_office on item_code_ranges (office_id) where next_serial <= last_serial;
comment on table item_code_ranges is 'UPU S10 serials granted to an office. Never random, never twice.';

create table parcels (
  id uuid primary key,
  code text not null unique check (code ~ '^[A-Z]{2}[0-9]{9}[A-Z]{2}$'),
  range_id integer references item_code_ranges (id),
  purpose text not null check (purpose in ('filing', 'supplement', 'result', 'refused_papers', 'collected_papers')),
  origin_kind text not null check (origin_kind in ('applicant', 'police_unit')),
  origin_unit text references units (id),
  destination_kind text not null check (destination_kind in ('police_unit', 'recipient')),
  destination_unit text not null references units (id),
  on_route text[] not null,
  hands text check (hands in ('recipient_only', 'authorised', 'household')),
  is_collected boolean not null,
  weight_g integer check (weight_g > 0),
  amount_to_collect integer check (amount_to_collect >= 0),
  created_at timestamptz not null,
  created_by uuid not null references people (id),
  created_unit text not null references units (id),
  check ((origin_kind = 'applicant') = (origin_unit is null)),
  check ((destination_kind = 'recipient') = (hands is not null))
);
comment on column parcels.range_id is 'Null when the code was on a label printed elsewhere.';
comment on column parcels.destination_unit is 'The police unit it is for, or the post office that delivers it.';
comment on column parcels.is_collected is 'The receiver chose to fetch it at the office: ready there counts as returned.';
comment on column parcels.on_route is 'Post offices it may honestly pass; an arrival elsewhere is misrouted.';

create table parcel_addressees (
  parcel_id uuid primary key references parcels (id),
  name text not null,
  phone text,
  address text not null
);
comment on table parcel_addressees is 'Personal data of an outbound label, apart from the parcel so that it can be erased.';
