-- daily_numbers counts on from these.
drop table bag_counters;
drop table handover_counters;
