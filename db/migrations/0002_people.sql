create table people (
  id uuid primary key,
  username text not null unique check (username ~ '^[a-z0-9][a-z0-9._-]{1,40}$'),
  name text not null,
  password_hash text,
  is_demo boolean not null default false,
  disabled_at timestamptz,
  created_at timestamptz not null
);
comment on column people.password_hash is 'argon2id; null until the person has used the set-up link.';

create table assignments (
  id uuid primary key,
  person_id uuid not null references people (id),
  role text not null check (role in ('clerk', 'courier', 'driver', 'officer', 'supervisor', 'hotline', 'admin', 'auditor')),
  unit_id text references units (id),
  since timestamptz not null,
  until timestamptz,
  check (until > since),
  check (unit_id is not null or role in ('admin', 'auditor', 'hotline'))
);
create unique index assignments_in_force on assignments (person_id, role, unit_id) nulls not distinct where until is null;

create table sessions (
  token_hash bytea primary key,
  person_id uuid not null references people (id),
  kind text not null check (kind in ('page', 'api')),
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index sessions_of_person on sessions (person_id);
comment on column sessions.token_hash is 'SHA-256 of 32 random bytes; the token itself is never stored.';

create table set_up_links (
  token_hash bytea primary key,
  person_id uuid not null references people (id),
  expires_at timestamptz not null,
  used_at timestamptz
);

create table rate_limits (
  key text primary key,
  points integer not null default 0,
  expire bigint
);

create table audit_log (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  person_id uuid references people (id),
  action text not null,
  subject text not null,
  detail jsonb not null default '{}',
  request_id text
);
comment on table audit_log is 'append-only: who read, printed or changed what about whom.';
