-- One for each order in which the lists are read, with what they filter by equality in front.
create index orders_by_time on orders (created_at, id);
create index orders_by_total on orders (total_amount, id);
create index orders_of_status_by_time on orders (status, created_at, id);
create index orders_of_status_by_total on orders (status, total_amount, id);
create index orders_of_user_by_time on orders (user_id, created_at, id);
drop index orders_of_user;
