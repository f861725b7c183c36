-- A scan that says what already holds is a fact too: what it restates may be taken back later, and then it stands.
alter table event_standings drop constraint event_standings_standing_check;
alter table event_standings add constraint event_standings_standing_check
  check (standing in ('applied', 'restating', 'contradicting', 'corrected'));
