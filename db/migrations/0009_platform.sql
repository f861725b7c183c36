create table idempotent_answers (
  client text not null,
  key text not null,
  route text not null,
  fingerprint text not null,
  status integer not null,
  answer bytea not null,
  created_at timestamptz not null,
  primary key (client, key, route)
);
comment on table idempotent_answers is 'The stored answer of a creating request, encrypted; written in the transaction of its work, kept 7 days.';
