-- A sign-in on one device, and everything that its refresh tokens were exchanged for.
create table token_families (
  id uuid primary key default gen_random_uuid(),
  user_id bigint not null references users on delete cascade,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);

-- The families of a user, oldest first: the oldest one ends when there are too many.
create index token_families_of_user on token_families (user_id, created_at);
create index token_families_by_expiry on token_families (expires_at);

-- Who is signed in stays signed in: each old token becomes the first one of a family.
alter table refresh_tokens add column family_id uuid, add column rotated_at timestamptz;
update refresh_tokens set family_id = gen_random_uuid();
insert into token_families (id, user_id, created_at, expires_at)
select family_id, user_id, created_at, created_at + interval '30 days' from refresh_tokens;
alter table refresh_tokens
  drop constraint refresh_tokens_pkey,
  drop constraint refresh_tokens_token_hash_key,
  drop column user_id,
  alter column family_id set not null,
  add primary key (token_hash),
  add foreign key (family_id) references token_families on delete cascade;
create index refresh_tokens_of_family on refresh_tokens (family_id, created_at);
create index refresh_tokens_by_expiry on refresh_tokens (expires_at);

-- NEXT is published only, ACTIVE signs, RETIRED verifies what it signed, EXPIRED has lost its private half.
alter table signing_keys
  add column state text not null default 'RETIRED' check (state in ('NEXT', 'ACTIVE', 'RETIRED', 'EXPIRED')),
  add column since timestamptz not null default now(),
  add column reason text not null default 'first start',
  add column requested_by bigint;
update signing_keys set state = 'ACTIVE', since = created_at where active;
drop index signing_keys_one_active;
alter table signing_keys
  drop column active,
  alter column state drop default,
  alter column private_key_pem drop not null,
  add check ((private_key_pem is null) = (state = 'EXPIRED'));
create unique index signing_keys_one_of_each on signing_keys (state) where state in ('NEXT', 'ACTIVE');

-- Without a reference to users: who gave which right to whom outlives the accounts.
create table role_changes (
  id bigint generated always as identity primary key,
  user_id bigint not null,
  changed_by bigint not null,
  changed_at timestamptz not null default now(),
  from_role text not null,
  to_role text not null,
  reason text not null
);

-- The changes of a user by time.
create index role_changes_of_user on role_changes (user_id, changed_at, id);

create function refuse_to_rewrite_role_changes() returns trigger language plpgsql as $$
begin
  raise exception 'role_changes is append-only: % is refused, change the role once more', tg_op;
end;
$$;

create trigger role_changes_are_append_only
  before update or delete on role_changes
  for each row execute function refuse_to_rewrite_role_changes();

create trigger role_changes_are_never_truncated
  before truncate on role_changes
  for each statement execute function refuse_to_rewrite_role_changes();

-- How often something was tried in a window of time. The key is a hash: people type passwords into the wrong field.
create table attempts (
  key text primary key,
  count integer not null,
  ends_at timestamptz not null
);
create index attempts_by_end on attempts (ends_at);

-- The list of users by createdAt, by email, and by each of them within a role.
create index users_by_creation on users (created_at, id);
create index users_by_email on users (lower(email), id);
create index users_by_role_and_creation on users (role, created_at, id);
create index users_by_role_and_email on users (role, lower(email), id);

-- A part of a name or of an address (filter q).
create extension if not exists pg_trgm;
create index users_by_part on users using gin (lower(email || ' ' || first_name || ' ' || last_name) gin_trgm_ops);
