-- An operator has given the row up: it stays FAILED, as readers of the table know it, and what
-- follows it goes on.
alter table outbox_events add column discarded_at timestamptz
  check (discarded_at is null or status = 'FAILED');

create function refuse_to_change_what_operators_did() returns trigger language plpgsql as $$
begin
  raise exception '% of % is not allowed: it is append-only, add a row instead', tg_op, tg_table_name;
end
$$;

-- Who decided what about a row of the outbox, and why. It outlives the row, which is purged some
-- days after it was published, so it says itself what the row was.
create table outbox_audit (
  id bigint generated always as identity primary key,
  event_id bigint not null,
  topic varchar(255) not null,
  aggregate_key varchar(255) not null,
  sequence bigint not null,
  action varchar(20) not null check (action in ('REQUEUED', 'DISCARDED')),
  user_id bigint not null,
  user_name varchar(320) not null,
  reason varchar(500) not null check (btrim(reason) <> ''),
  -- Why the row had failed at that time.
  last_error varchar(2000),
  acted_at timestamptz not null default clock_timestamp()
);

create index outbox_audit_event on outbox_audit (event_id);

create trigger outbox_audit_is_append_only
  before update or delete on outbox_audit
  for each row execute function refuse_to_change_what_operators_did();

create trigger outbox_audit_is_not_truncated
  before truncate on outbox_audit
  for each statement execute function refuse_to_change_what_operators_did();

-- What became of a record of a dead-letter topic, which Kafka can neither mark nor delete. Without
-- a row it is open. The topic's id tells records apart whose topic was deleted and made again.
create table dead_letters (
  topic varchar(249) not null,
  topic_id varchar(36) not null,
  partition_number integer not null,
  record_offset bigint not null,
  state varchar(20) not null check (state in ('OPEN', 'REPLAYING', 'REPLAYED', 'DISCARDED')),
  -- Counts the replays that were begun; the end of one must name its number.
  replays integer not null default 0,
  -- Until then nobody else may begin a replay; afterwards it counts as broken off.
  replaying_until timestamptz,
  updated_at timestamptz not null default clock_timestamp(),
  primary key (topic, topic_id, partition_number, record_offset),
  check ((state = 'REPLAYING') = (replaying_until is not null))
);

create table dead_letter_audit (
  id bigint generated always as identity primary key,
  topic varchar(249) not null,
  topic_id varchar(36) not null,
  partition_number integer not null,
  record_offset bigint not null,
  action varchar(20) not null
    check (action in ('REPLAY_BEGUN', 'REPLAYED', 'REPLAY_FAILED', 'DISCARDED')),
  user_id bigint not null,
  user_name varchar(320) not null,
  reason varchar(500) not null check (btrim(reason) <> ''),
  -- Where a replayed record went, or why it did not.
  outcome varchar(2000),
  acted_at timestamptz not null default clock_timestamp()
);

create index dead_letter_audit_record
  on dead_letter_audit (topic, topic_id, partition_number, record_offset);

create trigger dead_letter_audit_is_append_only
  before update or delete on dead_letter_audit
  for each row execute function refuse_to_change_what_operators_did();

create trigger dead_letter_audit_is_not_truncated
  before truncate on dead_letter_audit
  for each statement execute function refuse_to_change_what_operators_did();
