alter table products
  -- Counts the changes: who changes a product says which version was read.
  add column version bigint not null default 1,
  -- Who wrote the row last; null for what no person wrote.
  add column changed_by bigint,
  add column search tsvector not null generated always as (
    setweight(to_tsvector('simple', name), 'A')
    || setweight(to_tsvector('simple', coalesce(description, '')), 'B')
  ) stored;

create index products_search on products using gin (search);

-- One index for each order of the list of products, with the columns in front that it is filtered
-- by: those of one status, and those of one status in one category. Several statuses and a category
-- with its descendants are read as one such list each.
create index products_by_created on products (status, created_at, id);
create index products_by_name on products (status, name, id);
create index products_by_price on products (status, price, id);
create index products_in_category_by_created on products (category_id, status, created_at, id);
create index products_in_category_by_name on products (category_id, status, name, id);
create index products_in_category_by_price on products (category_id, status, price, id);

-- Those of a category begin with it too.
drop index products_category;

-- The list of the tops of the tree, in the order of their ids; by name, and below a parent,
-- categories_name_in_parent serves.
create index categories_at_the_top on categories (id) where parent_id is null;

-- What a product cost since when. It outlives the product, so nothing refers to it.
create table product_prices (
  id bigint generated always as identity primary key,
  product_id bigint not null,
  price numeric(19, 2) not null,
  valid_from timestamptz not null,
  -- Null for what no person wrote.
  changed_by bigint
);

-- The list of one product's prices, in the order of time.
create index product_prices_by_time on product_prices (product_id, valid_from, id);

insert into product_prices (product_id, price, valid_from)
select id, price, updated_at from products order by id;

-- By a trigger, so that no way of changing a price goes round it. Not now(), which is the begin of
-- a transaction that may have waited for another one's price.
create function note_price() returns trigger language plpgsql as $$
begin
  insert into product_prices (product_id, price, valid_from, changed_by)
  values (new.id, new.price, clock_timestamp(), new.changed_by);
  return null;
end
$$;

create trigger products_note_first_price
  after insert on products
  for each row execute function note_price();

create trigger products_note_price
  after update on products
  for each row when (old.price <> new.price) execute function note_price();

create function refuse_other_prices() returns trigger language plpgsql as $$
begin
  raise exception 'the history of prices is append-only: % is not allowed, change the product instead', tg_op;
end
$$;

create trigger product_prices_append_only
  before update or delete on product_prices
  for each row execute function refuse_other_prices();

create trigger product_prices_not_truncated
  before truncate on product_prices
  for each statement execute function refuse_other_prices();

-- Uploaded pictures, by the SHA-256 of what was uploaded. A row is written before its files and
-- deleted after them, so no file is ever without a row.
create table pictures (
  hash char(64) primary key check (hash ~ '^[0-9a-f]{64}$'),
  -- Of the files that are served, which are made from the upload.
  extension text not null check (extension in ('jpg', 'png')),
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  created_at timestamptz not null default now(),
  -- Null while a product shows it.
  unused_since timestamptz default now()
);

-- The pictures to be deleted.
create index pictures_unused on pictures (unused_since) where unused_since is not null;

create table product_images (
  id bigint generated always as identity primary key,
  product_id bigint not null references products on delete cascade,
  position integer not null,
  -- Elsewhere, or uploaded.
  url text,
  picture char(64) references pictures,
  alt varchar(255),
  check (num_nonnulls(url, picture) = 1)
);

create index product_images_in_order on product_images (product_id, position, id);
create index product_images_by_picture on product_images (picture) where picture is not null;

insert into product_images (product_id, position, url)
select p.id, image.position - 1, image.url
from products p cross join lateral unnest(p.image_urls) with ordinality image (url, position)
order by p.id, image.position;

alter table products drop column image_urls;
