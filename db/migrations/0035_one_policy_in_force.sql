create unique index promise_policies_in_force on promise_policies (clock, reading) where valid_to is null;
alter table promise_policies add check (valid_to > valid_from);
comment on table promise_policies is 'Versions of promises. None is edited: the old one ends when the new one begins, and clocks that run keep theirs.';
