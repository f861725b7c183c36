alter table dossiers add column postage_is_verified boolean not null default true;
comment on column dossiers.postage_is_verified is 'False where a rate of the quote stood on no source of the province; screens say so.';

update dossiers set postage_is_verified = false
where exists (
  select from postage_rates
  where not postage_rates.is_verified and position(postage_rates.source in dossiers.postage_note) > 0
);
