-- The last sequence number given to an event of each aggregate. Its row is the aggregate's lock:
-- who appends holds it until the commit, so that sequence order is commit order.
create table outbox_aggregates (
  aggregate_key varchar(255) primary key,
  last_sequence bigint not null
);

create table outbox_events (
  id bigserial primary key,
  event_key varchar(255) not null unique,
  topic varchar(255) not null,
  aggregate_key varchar(255) not null,
  sequence bigint not null,
  event_type varchar(255) not null,
  type_id varchar(255) not null,
  payload text not null,
  status varchar(50) not null default 'PENDING'
    check (status in ('PENDING', 'IN_PROGRESS', 'PUBLISHED', 'FAILED')),
  -- Counts the claims that ended in a decision or a crash; a claim that met no broker is given back.
  attempt_count integer not null default 0 check (attempt_count >= 0),
  -- Counts the claims given back since the last decision; the pause before the next one grows with it.
  postponed_count integer not null default 0,
  next_attempt_at timestamptz not null default clock_timestamp(),
  -- A claim is a lease: an owner, an end, and an epoch that no earlier claim of the row has.
  lease_owner varchar(255),
  lease_epoch bigint not null default 0,
  lease_until timestamptz,
  last_error varchar(2000),
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  published_at timestamptz,
  trace_id varchar(32),
  parent_span_id varchar(16),
  trace_sampled boolean,
  unique (aggregate_key, sequence),
  check ((status = 'PUBLISHED') = (published_at is not null)),
  check ((status = 'IN_PROGRESS') = (lease_until is not null))
) with (
  -- A queue leaves many dead rows behind; the defaults would let them grow with the published backlog.
  autovacuum_vacuum_scale_factor = 0.01,
  autovacuum_vacuum_threshold = 1000,
  -- With statistics from before a burst, the claim would sort all that waits instead of reading in order.
  autovacuum_analyze_scale_factor = 0.01,
  autovacuum_analyze_threshold = 500
);

-- The two indexes of the claim hold only what is not published yet, however many rows are kept.
create index outbox_events_pending on outbox_events (id) where status = 'PENDING';
create index outbox_events_unpublished on outbox_events (aggregate_key, sequence)
  where status <> 'PUBLISHED';
-- For operators, gauges, expired leases and the purge.
create index outbox_events_status on outbox_events (status, created_at);

-- The inbox: event_key is <consumer group>:<event id>.
create table processed_events (
  id bigserial primary key,
  event_key varchar(255) not null unique,
  processed_at timestamptz not null default clock_timestamp()
);
