create table orders (
  id                 bigint generated always as identity primary key,
  user_id            bigint         not null,
  status             text           not null,
  total_amount       numeric(19, 2) not null check (total_amount >= 0),
  currency           text           not null check (currency ~ '^[A-Z]{3}$'),
  created_at         timestamptz    not null default now(),
  updated_at         timestamptz    not null default now(),
  expires_at         timestamptz,
  paid_at            timestamptz,
  transaction_id     text,
  cancelled_at       timestamptz,
  cancel_reason      text,
  cancel_explanation text,
  -- The row is the command to start its checkout: from when on the sweep does that.
  next_start_at      timestamptz    not null default now() + interval '3 seconds',
  start_attempts     integer        not null default 0,
  constraint known_status check (status in ('CREATED', 'PLACED', 'PAYMENT_PENDING', 'PAID',
    'REFUND_PENDING', 'REFUND_FAILED', 'CANCELLED', 'DELIVERED')),
  constraint payment_is_named check ((paid_at is null) = (transaction_id is null)),
  constraint paid_means_paid check (
    status not in ('PAID', 'DELIVERED', 'REFUND_PENDING', 'REFUND_FAILED') or paid_at is not null),
  constraint open_means_unpaid check (
    status not in ('CREATED', 'PLACED', 'PAYMENT_PENDING') or paid_at is null),
  constraint cancellation_has_a_reason check ((cancelled_at is null) = (cancel_reason is null)),
  constraint cancelled_means_cancelled check (
    (status in ('REFUND_PENDING', 'REFUND_FAILED', 'CANCELLED')) = (cancelled_at is not null))
);

create index orders_of_user on orders (user_id, id desc);
create index orders_to_start on orders (next_start_at) where status = 'CREATED';

create table order_items (
  order_id    bigint         not null references orders,
  line_number integer        not null check (line_number > 0),
  product_id  bigint         not null check (product_id > 0),
  sku         text           not null,
  title       text           not null,
  quantity    integer        not null check (quantity > 0),
  price       numeric(19, 2) not null check (price >= 0),
  primary key (order_id, line_number)
);

create table order_timeline (
  id          bigint generated always as identity primary key,
  order_id    bigint      not null references orders,
  at          timestamptz not null default clock_timestamp(),
  actor       text        not null,
  what        text        not null,
  why         text,
  from_status text,
  to_status   text        not null
);

create index timeline_of_order on order_timeline (order_id, id);

create function refuse_to_change_the_past() returns trigger language plpgsql as $$
begin
  raise exception 'the timeline is append-only: % is not allowed, add an entry instead', tg_op;
end
$$;

create trigger timeline_is_append_only
  before update or delete on order_timeline
  for each row execute function refuse_to_change_the_past();

create trigger timeline_is_not_truncated
  before truncate on order_timeline
  for each statement execute function refuse_to_change_the_past();

create table refunds (
  id             bigint generated always as identity primary key,
  order_id       bigint         not null references orders,
  kind           text           not null check (kind in ('FULL', 'LATE_CHARGE')),
  amount         numeric(19, 2) not null check (amount >= 0),
  currency       text           not null check (currency ~ '^[A-Z]{3}$'),
  transaction_id text           not null,
  status         text           not null default 'REQUESTED'
    check (status in ('REQUESTED', 'SUCCEEDED', 'FAILED')),
  attempt        integer        not null default 1 check (attempt > 0),
  -- Why the payment provider refused the attempt.
  reason         text,
  requested_by   text           not null,
  created_at     timestamptz    not null default now(),
  updated_at     timestamptz    not null default now(),
  -- As for orders: the row is the command to start its workflow.
  next_start_at  timestamptz    not null default now() + interval '3 seconds',
  start_attempts integer        not null default 0,
  constraint refusal_has_a_reason check (status <> 'FAILED' or reason is not null)
);

create index refunds_of_order on refunds (order_id);
create unique index one_full_refund_for_an_order on refunds (order_id) where kind = 'FULL';
create unique index one_late_refund_for_an_order on refunds (order_id) where kind = 'LATE_CHARGE';
create index refunds_to_start on refunds (next_start_at) where status = 'REQUESTED';

create table idempotency_keys (
  user_id    bigint      not null,
  key        text        not null check (length(key) between 1 and 128),
  body_hash  text        not null,
  -- Set in the transaction that inserts the row.
  order_id   bigint references orders,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '24 hours',
  primary key (user_id, key)
);

create index idempotency_keys_by_expiry on idempotency_keys (expires_at);
