-- LINES, AMOUNT and GOODWILL give a part of the money back; the order goes on.
alter table refunds drop constraint refunds_kind_check;
alter table refunds
  add constraint known_kind check (kind in ('FULL', 'LATE_CHARGE', 'LINES', 'AMOUNT', 'GOODWILL')),
  -- Whether the units of its lines go back on the shelf.
  add column restock boolean not null default false,
  -- Why the staff gave a part back.
  add column explanation text,
  -- What proves a refund that went another way than the payment provider's.
  add column outside_reference text,
  -- Of the request that asked for it, so that a repeat finds it.
  add column idempotency_key text;

create unique index one_refund_for_a_request on refunds (order_id, idempotency_key);

create table refund_lines (
  refund_id  bigint  not null references refunds,
  product_id bigint  not null check (product_id > 0),
  sku        text    not null,
  quantity   integer not null check (quantity > 0),
  primary key (refund_id, product_id)
);

-- What people decided about refused refunds. The id is that of the request: a repeat finds it.
create table refund_decisions (
  refund_id bigint      not null references refunds,
  id        text        not null check (length(id) between 1 and 128),
  kind      text        not null check (kind in ('RETRY', 'RESOLVE')),
  attempt   integer     not null check (attempt > 1),
  decided_by text       not null,
  reason    text        not null,
  reference text,
  at        timestamptz not null default now(),
  primary key (refund_id, id),
  constraint one_decision_for_an_attempt unique (refund_id, attempt),
  constraint resolved_means_proven check ((kind = 'RESOLVE') = (reference is not null))
);

-- A saga notes each of its steps once, however often the step runs.
alter table order_timeline add column step_key text;
create unique index one_note_for_a_step on order_timeline (order_id, step_key);
