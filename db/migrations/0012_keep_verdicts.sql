-- What was answered stays answered, and what was asked stays asked, whoever holds the application's login.
create function refuse_second_answer() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.verdict is null then return new; end if;
  raise exception 'a scan is answered once' using errcode = '42501';
end $$;
create trigger scans_are_answered_once before update or delete on scans for each row execute function refuse_second_answer();
create trigger scans_stay before truncate on scans for each statement execute function refuse_change();

create function refuse_reopening() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.closed_at is null then return new; end if;
  raise exception 'a review is never deleted, and closed once' using errcode = '42501';
end $$;
create trigger reviews_are_closed_once before update or delete on reviews for each row execute function refuse_reopening();
create trigger reviews_stay before truncate on reviews for each statement execute function refuse_change();
