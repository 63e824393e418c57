-- The memory of the simulated payment provider. No foreign key leads here and none leads out: it
-- plays somebody else's database, and is written in transactions of its own.
create table simulated_provider_journal (
    idempotency_key text primary key,
    kind            text           not null check (kind in ('CHARGE', 'REFUND')),
    charge_key      text           not null,
    order_id        bigint         not null,
    amount          numeric(19, 2) not null check (amount >= 0),
    currency        char(3)        not null,
    outcome         text           not null check (outcome in ('SUCCEEDED', 'DECLINED', 'REFUSED', 'VOIDED')),
    reference       text           not null,
    reason          text,
    at              timestamptz    not null default now()
);

create index simulated_provider_journal_of_an_order on simulated_provider_journal (order_id);
create index simulated_provider_journal_of_a_charge on simulated_provider_journal (charge_key);
