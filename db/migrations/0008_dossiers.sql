create table dossiers (
  id uuid primary key,
  reference text not null unique check (reference ~ '^BT[0-9]{16}$'),
  official_code text unique check (official_code ~ '^[A-Z][0-9]{2}(\.[0-9]{2,3}){2,3}-[0-9]{6}-[0-9]{4,6}$' or official_code ~ '^[0-9]{3}\.[0-9]{2}\.[0-9]{2}\.[A-Z][0-9]{2}-[0-9]{6}-[0-9]{4}$'),
  procedure_id integer not null references procedures (id),
  service text not null check (service in ('both', 'receive', 'return')),
  status text not null check (status in ('taken_in', 'accepted', 'supplement_requested', 'refused', 'stopped', 'withdrawn', 'result_announced')),
  intake_unit text not null references units (id),
  desk_id text not null references units (id),
  return_to text not null check (return_to in ('address', 'post_office', 'desk')),
  return_office text references units (id),
  form_set text not null check (form_set in ('2018', '2025')),
  state_fee_amount integer check (state_fee_amount >= 0),
  state_fee_currency text not null default 'VND' check (state_fee_currency in ('VND', 'USD')),
  state_fee_note text not null,
  postage_amount integer check (postage_amount >= 0),
  postage_note text not null,
  payer text not null check (payer in ('sender', 'recipient', 'agency')),
  payment_when text not null check (payment_when in ('counter', 'delivery', 'monthly')),
  payment_method text not null check (payment_method in ('cash', 'transfer', 'card')),
  notify text not null check (notify in ('sms', 'zalo', 'email', 'call', 'none')),
  accepted_at timestamptz,
  accepted_by uuid references people (id),
  due_typed date,
  due_on date,
  condition text,
  result_kind text check (result_kind in ('granted', 'refused')),
  announced_at timestamptz,
  returned_at timestamptz,
  created_at timestamptz not null,
  created_by uuid not null references people (id),
  version integer not null default 1,
  check ((return_to = 'desk') or return_office is not null),
  check ((accepted_at is null) = (accepted_by is null)),
  check ((result_kind is null) = (announced_at is null)),
  check (status <> 'result_announced' or announced_at is not null)
);
create index dossiers_of_desk on dossiers (desk_id, status);
create index dossiers_of_intake on dossiers (intake_unit, created_at);
alter table clocks add foreign key (dossier_id) references dossiers (id);

comment on column dossiers.due_typed is 'The date an officer set, at acceptance or by an extension; due_on is what follows from all.';

create table reference_counters (
  unit_number text not null,
  day date not null,
  last integer not null check (last between 1 and 9999),
  primary key (unit_number, day)
);
comment on table reference_counters is 'Counted inside the intake''s own transaction: a rolled back intake leaves no gap.';

create table official_code_counters (
  unit_id text not null references units (id),
  day date not null,
  last integer not null check (last between 1 and 9999),
  primary key (unit_id, day)
);

create table parties (
  dossier_id uuid not null references dossiers (id),
  part text not null check (part in ('applicant', 'submitter', 'receiver', 'authorised_person')),
  kind text not null check (kind in ('person', 'organisation')),
  name text not null,
  search_name text not null,
  phone text,
  id_kind text check (id_kind in ('cccd', 'cmnd', 'passport', 'other')),
  id_cipher bytea,
  id_index bytea,
  id_tail text,
  tax_code text,
  representative text,
  address_line text,
  admin_unit_id integer references admin_units (id),
  address_text text,
  primary key (dossier_id, part),
  check (kind = 'person' or part <> 'applicant' or tax_code is not null),
  check ((id_cipher is null) = (id_index is null))
);
create index parties_by_id_number on parties (id_index);
create index parties_by_name on parties using gin (search_name gin_trgm_ops);
comment on table parties is 'Personal data of a dossier, apart from it. address_text is the address as it was written, whatever the map becomes.';

create table dossier_documents (
  dossier_id uuid not null references dossiers (id),
  position integer not null,
  name text not null,
  originals integer not null check (originals between 0 and 99),
  certified integer not null check (certified between 0 and 99),
  copies integer not null check (copies between 0 and 99),
  primary key (dossier_id, position)
);

create table dossier_events (
  id uuid primary key,
  dossier_id uuid not null references dossiers (id),
  kind text not null,
  at timestamptz not null,
  person_id uuid not null references people (id),
  unit_id text references units (id),
  detail jsonb not null default '{}'
);
create index dossier_events_of_dossier on dossier_events (dossier_id, at);
create trigger dossier_events_are_facts before update or delete on dossier_events for each row execute function refuse_change();
comment on table dossier_events is 'append-only: what was decided about the paper, by whom.';

create table supplement_requests (
  id uuid primary key,
  dossier_id uuid not null references dossiers (id),
  number integer not null,
  items text[] not null,
  reason text not null,
  until date not null,
  requested_at timestamptz not null,
  requested_by uuid not null references people (id),
  received_at timestamptz,
  received_by uuid references people (id),
  unique (dossier_id, number)
);
create unique index supplement_requests_open on supplement_requests (dossier_id) where received_at is null;

create table parcel_contents (
  parcel_id uuid not null references parcels (id),
  dossier_id uuid not null references dossiers (id),
  primary key (parcel_id, dossier_id)
);
create index parcel_contents_of_dossier on parcel_contents (dossier_id);

create table lookup_codes (
  id uuid primary key,
  dossier_id uuid not null references dossiers (id),
  code_index bytea not null unique,
  code_cipher bytea not null,
  issued_at timestamptz not null,
  issued_by uuid not null references people (id),
  paper_seen text,
  revoked_at timestamptz
);
create unique index lookup_codes_in_force on lookup_codes (dossier_id) where revoked_at is null;
comment on table lookup_codes is 'HMAC to find by, ciphertext to print again; the keys are outside the database.';

create table printings (
  id uuid primary key,
  document text not null,
  subject text not null,
  at timestamptz not null,
  person_id uuid not null references people (id)
);
create index printings_of_subject on printings (subject, document);
comment on table printings is 'append-only: a second printing is marked as such.';
