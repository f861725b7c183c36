create table procedure_fields (
  id text primary key,
  name text not null,
  hands text not null check (hands in ('recipient_only', 'authorised', 'household')),
  is_sensitive boolean not null
);
comment on column procedure_fields.hands is 'Who may receive the result; inferred by us for each field of work, to be edited.';
comment on column procedure_fields.is_sensitive is 'Sheets and shared screens do not name such a procedure.';

create table procedures (
  id integer generated always as identity primary key,
  key text not null,
  valid_from date not null,
  valid_to date,
  decision text not null,
  code text,
  name text not null,
  field_id text not null references procedure_fields (id),
  level text not null check (level in ('province', 'district', 'commune')),
  desk text,
  working_days integer check (working_days > 0),
  fee_amount integer check (fee_amount >= 0),
  fee_note text,
  receive_by_post boolean not null,
  return_by_post boolean not null,
  unverified text[] not null,
  check (valid_to > valid_from)
);
create unique index procedures_in_force on procedures (key) where valid_to is null;
comment on table procedures is 'One row a version: a dossier keeps the version it was received under.';
comment on column procedures.unverified is 'Columns whose value no opened source confirmed; screens mark them.';

create table procedure_documents (
  procedure_id integer not null references procedures (id),
  position integer not null,
  name text not null,
  is_required boolean not null,
  primary key (procedure_id, position)
);
