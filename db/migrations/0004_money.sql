create table postage_rates (
  zone text not null check (zone in ('same_district', 'between_districts', 'between_provinces_near', 'between_provinces', 'between_provinces_far', 'remittance')),
  up_to_g integer check (up_to_g > 0),
  amount integer check (amount >= 0),
  source text not null,
  is_verified boolean not null,
  unique nulls not distinct (zone, up_to_g)
);
comment on table postage_rates is 'One way. A null up_to_g is every heavier parcel; a null amount is unknown and is asked of the clerk.';
