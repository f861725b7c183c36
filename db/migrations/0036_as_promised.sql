create function refuse_editing_promise() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) - 'valid_to' is distinct from to_jsonb(old) - 'valid_to' then
    raise exception 'a promise that was made is not edited: end it and begin another' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger promise_policies_are_versions before update on promise_policies for each row execute function refuse_editing_promise();

alter table pauses add column agreed_until timestamptz(3);
comment on column pauses.agreed_until is 'By when somebody calls again, as counted when it began: no holiday announced later moves it. Null: not counted by days.';
