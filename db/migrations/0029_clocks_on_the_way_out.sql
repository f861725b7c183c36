alter table promise_policies
  drop constraint promise_policies_clock_check,
  add check (clock in ('delivery', 'lodging', 'papers_back', 'processing'));
