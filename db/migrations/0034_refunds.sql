create table refunds (
  dossier_id uuid primary key references dossiers (id),
  state_amount integer check (state_amount > 0),
  postage_amount integer check (postage_amount > 0),
  reason text not null,
  due_since timestamptz(3) not null,
  asked_by uuid not null references people (id),
  refunded_at timestamptz(3) check (refunded_at >= due_since),
  refunded_by uuid references people (id),
  receipt text,
  check (num_nonnulls(state_amount, postage_amount) > 0),
  check (num_nonnulls(refunded_at, refunded_by, receipt) in (0, 3))
);
create index refunds_open on refunds (due_since) where refunded_at is null;
comment on table refunds is 'Money that the counter owes the applicant back; one for each dossier, paid once.';
comment on column refunds.state_amount is 'Of the state fee, in its currency; null: nothing of it. Never netted with postage.';
comment on column refunds.postage_amount is 'Of the postage; null: nothing of it.';
comment on column refunds.asked_by is 'Who took the decision it follows from, or the clerk who asked for it.';
comment on column refunds.receipt is 'The number of the receipt that the applicant signed.';
