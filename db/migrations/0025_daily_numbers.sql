create table daily_numbers (
  prefix text not null check (prefix ~ '^[A-Z]{2}$'),
  unit_number text not null,
  day date not null,
  last integer not null check (last between 1 and 9999),
  primary key (prefix, unit_number, day)
);
comment on table daily_numbers is 'The last number of a day that a unit gave its bags (TT), hand-over sheets (BG), rounds (CP) and stock counts (KK). Counted inside the transaction that uses it: none is left out.';

insert into daily_numbers (prefix, unit_number, day, last)
  select 'TT', unit_number, day, last from bag_counters
  union all select 'BG', unit_number, day, last from handover_counters
  union all select left(number, 2), substr(number, 3, 6), to_date(substr(number, 9, 6), 'YYMMDD'), max(right(number, 4)::integer)
    from (select number from rounds union all select number from stock_counts where number is not null) as numbered
    group by 1, 2, 3;
