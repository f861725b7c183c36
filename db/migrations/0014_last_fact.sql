-- What is newer than everything known can be judged by the present alone, without reading the history.
alter table parcel_presents add column last_fact jsonb, add column newest jsonb;
comment on column parcel_presents.last_fact is 'The fact last applied, as the fold knows it.';
comment on column parcel_presents.newest is 'The place in order of the newest fact of any standing; null: read the history.';
