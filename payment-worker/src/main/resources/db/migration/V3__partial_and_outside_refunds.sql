-- Whether the order goes on without this money. Before, a refund was partial if it left a rest.
alter table refunds add column partial boolean;
update refunds set partial = not whole_rest;
alter table refunds alter column partial set not null;
alter table refunds drop column whole_rest;

-- What proves a refund that went another way than the provider's; the provider knows nothing of it.
alter table refunds
  add column outside_reference text,
  add constraint outside_means_succeeded
    check (outside_reference is null or state = 'SUCCEEDED');
