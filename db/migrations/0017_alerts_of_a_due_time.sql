alter table alerts add column due_at timestamptz(3);
update alerts set due_at = clocks.due_at from clocks where clocks.id = alerts.clock_id;
alter table alerts alter column due_at set not null;
comment on column alerts.due_at is 'The due time it is about: another due time is another alert.';

alter table alerts drop constraint alerts_clock_id_level_key;
create unique index alerts_once on alerts (clock_id, level, due_at) where closed_at is null;
comment on column alerts.closed_at is 'Set where the clock changes so that the cause is gone, whoever acknowledged. What comes back is a new alert.';
