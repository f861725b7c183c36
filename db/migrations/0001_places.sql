create table admin_units (
  id integer generated always as identity primary key,
  code text not null,
  level text not null check (level in ('province', 'district', 'commune')),
  name text not null,
  kind text not null,
  parent_code text,
  valid_from date not null,
  valid_to date,
  unique (code, valid_from),
  check (valid_to > valid_from)
);
create unique index admin_units_in_force on admin_units (code) where valid_to is null;
comment on table admin_units is 'Provinces, districts and communes. Codes are re-used for other places over time: a code alone is not a key.';

create table admin_unit_mergers (
  old_code text primary key,
  new_code text not null,
  new_name text not null,
  new_kind text not null,
  new_parent_code text not null,
  effective_on date not null,
  applied_at timestamptz
);
comment on table admin_unit_mergers is 'What each commune becomes. Loaded, but in force only once an administrator applies it.';

create table units (
  id text primary key,
  kind text not null check (kind in ('post_office', 'police_unit')),
  number text not null unique check (number ~ '^[0-9]{6}$'),
  name text not null,
  level text not null check (level in ('province', 'district', 'commune', 'local')),
  desk text,
  admin_unit_code text not null,
  district_code text,
  agency_code text,
  agency_code_is_ours boolean not null default false,
  is_register boolean not null default false,
  lead_post_office text references units (id),
  address text,
  phone text,
  closed_on date,
  check (kind = 'police_unit' or (desk is null and agency_code is null and not is_register)),
  check (kind = 'post_office' or lead_post_office is not null)
);
comment on table units is 'Everything that can hold a parcel and has a door: post offices and police units.';
comment on column units.is_register is 'True where we may issue the official dossier code; elsewhere the ministry''s portal issues in the same namespace.';
comment on column units.agency_code_is_ours is 'True while the real agency code of the desk is unknown and ours stands in.';

create table delivery_areas (
  commune_code text primary key,
  post_office text not null references units (id),
  basis text not null
);
comment on table delivery_areas is 'Which post office serves a commune; composed by us, to be edited.';

create table holidays (
  day date primary key,
  name text not null,
  kind text not null check (kind in ('off', 'working')),
  is_verified boolean not null default false
);
comment on column holidays.kind is 'working: a Saturday worked in exchange for a day off.';
