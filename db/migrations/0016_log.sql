create table log_leaves (
  index bigint primary key check (index >= 0),
  event_id uuid not null unique references custody_events (id)
);
comment on table log_leaves is 'append-only: the facts in the order in which they were taken into the one growing log, without gaps.';

create table log_nodes (
  level smallint not null check (level >= 0),
  index bigint not null check (index >= 0),
  hash bytea not null check (octet_length(hash) = 32),
  primary key (level, index)
);
comment on table log_nodes is 'append-only: hashes of the complete subtrees of the log (RFC 6962); level 0 are the leaves.';

create table checkpoints (
  size bigint primary key check (size > 0),
  root bytea not null check (octet_length(root) = 32),
  note text not null,
  issued_at timestamptz(3) not null
);
comment on table checkpoints is 'append-only: signed tree heads of the log (C2SP tlog-checkpoint).';

create table cosignatures (
  size bigint not null references checkpoints (size),
  witness text not null,
  line text not null,
  cosigned_at timestamptz(3) not null,
  received_at timestamptz(3) not null,
  same_machine boolean not null,
  primary key (size, witness)
);
comment on table cosignatures is 'append-only: what witnesses of the other organisation signed (C2SP tlog-cosignature).';
comment on column cosignatures.same_machine is 'It came from this machine itself, where it proves less.';

-- The minute's look for facts not yet in the log reads the last day only; see src/evidence/append-log.ts.
create index custody_events_by_recording on custody_events (recorded_at);

create trigger log_leaves_are_facts before update or delete on log_leaves for each row execute function refuse_change();
create trigger log_leaves_stay before truncate on log_leaves for each statement execute function refuse_change();
create trigger log_nodes_are_facts before update or delete on log_nodes for each row execute function refuse_change();
create trigger log_nodes_stay before truncate on log_nodes for each statement execute function refuse_change();
create trigger checkpoints_are_facts before update or delete on checkpoints for each row execute function refuse_change();
create trigger checkpoints_stay before truncate on checkpoints for each statement execute function refuse_change();
create trigger cosignatures_are_facts before update or delete on cosignatures for each row execute function refuse_change();
create trigger cosignatures_stay before truncate on cosignatures for each statement execute function refuse_change();
