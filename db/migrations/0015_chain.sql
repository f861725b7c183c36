alter table custody_events
  add column prev_hash bytea,
  add column hash bytea unique check (octet_length(hash) = 32),
  add check (hash is null or (seq = 1) = (prev_hash is null));
comment on column custody_events.hash is 'SHA-256(0x00 || RFC 8785 bytes of the fact, which include prev_hash and seq); also its RFC 6962 leaf hash. Facts from before the chain are sealed when the database is opened, which then makes it NOT NULL.';
comment on column custody_events.prev_hash is 'Hash of the fact of the same parcel that was recorded before this one.';

alter table parcel_presents add column last_hash bytea;
comment on column parcel_presents.last_hash is 'Hash of the fact recorded last, of whatever standing: the end of the chain, known under the row lock.';
