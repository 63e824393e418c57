-- One payment for each order. It exists from the moment a charge is tried, never before.
create table payments (
    id                    bigint generated always as identity primary key,
    order_id              bigint         not null unique check (order_id > 0),
    customer_id           bigint,
    transaction_id        text           not null unique,
    amount                numeric(19, 2) not null check (amount >= 0),
    currency              char(3)        not null,
    payment_method        text           not null,
    origin                text           not null check (origin in ('SAGA', 'ADMIN')),
    status                text           not null check (status in ('PENDING', 'COMPLETED', 'FAILED', 'REFUNDED')),
    decline_reason        text,
    void_reason           text,
    -- the provider's own object for this charge; may be known before the charge is decided
    provider_reference    text,
    refunded_amount       numeric(19, 2) not null default 0 check (refunded_amount >= 0),
    pending_refund_amount numeric(19, 2) not null default 0 check (pending_refund_amount >= 0),
    created_at            timestamptz    not null default now(),
    updated_at            timestamptz    not null default now(),

    constraint refunds_never_exceed_what_was_captured check (
        refunded_amount + pending_refund_amount
            <= case when status in ('COMPLETED', 'REFUNDED') then amount else 0 end),
    constraint refunded_means_everything_is_back check (
        status <> 'REFUNDED' or refunded_amount = amount),
    constraint failed_means_declined_or_voided check (
        (status = 'FAILED') = (num_nonnulls(decline_reason, void_reason) = 1))
);

-- After this an order can never be charged any more. A table of its own: an order that never
-- reached payment has no payment.
create table charge_fences (
    order_id bigint primary key check (order_id > 0),
    reason   text        not null,
    at       timestamptz not null default now()
);

-- Attempts to give money back. The order may have no payment: then the attempt is a refusal.
create table refunds (
    refund_id    bigint         not null check (refund_id > 0),
    attempt      integer        not null check (attempt > 0),
    order_id     bigint         not null check (order_id > 0),
    amount       numeric(19, 2) not null check (amount >= 0),
    currency     char(3)        not null,
    -- whether it asked for all that was left, so that the order can be closed by it
    whole_rest   boolean        not null,
    state        text           not null check (state in ('PENDING', 'SUCCEEDED', 'REFUSED')),
    reason       text,
    requested_at timestamptz    not null default now(),
    decided_at   timestamptz,

    primary key (refund_id, attempt),
    constraint refused_has_a_reason check ((state = 'REFUSED') = (reason is not null)),
    constraint decided_has_a_time check ((state = 'PENDING') = (decided_at is null))
);

create index refunds_of_an_order on refunds (order_id);

-- The attempt rises only after a refusal: one refund never moves money twice.
create unique index one_attempt_that_is_not_refused on refunds (refund_id) where state <> 'REFUSED';

-- Every movement of money, as it was asked for and as it was decided. Nothing is ever corrected.
create table ledger (
    id              bigint generated always as identity primary key,
    order_id        bigint         not null,
    kind            text           not null check (kind in ('CHARGE', 'VOID', 'REFUND')),
    state           text           not null check (state in ('PENDING', 'SUCCEEDED', 'FAILED')),
    idempotency_key text           not null,
    amount          numeric(19, 2) not null check (amount >= 0),
    currency        char(3)        not null,
    detail          text,
    at              timestamptz    not null default now()
);

create index ledger_of_an_order on ledger (order_id, id);

-- A key is asked for once and decided once.
create unique index ledger_asks_once on ledger (idempotency_key) where state = 'PENDING';
create unique index ledger_decides_once on ledger (idempotency_key) where state <> 'PENDING';

create function refuse_to_rewrite_the_ledger() returns trigger language plpgsql as $$
begin
    raise exception 'the ledger is append-only: % is refused, write a new entry', tg_op;
end;
$$;

create trigger ledger_is_append_only
    before update or delete on ledger
    for each row execute function refuse_to_rewrite_the_ledger();

create trigger ledger_is_never_truncated
    before truncate on ledger
    for each statement execute function refuse_to_rewrite_the_ledger();
