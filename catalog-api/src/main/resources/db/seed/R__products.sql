-- Development only (SEED_DATA).
insert into categories (id, name)
values
  (1, 'Electronics'),
  (2, 'Books'),
  (3, 'Clothing')
on conflict do nothing;

insert into products (id, sku, name, price, category_id, seller_id, status)
values
  (1, 'SKU-001', 'High-Performance Laptop', 1299.99, 1, 1, 'ACTIVE'),
  (2, 'SKU-002', 'Smartphone X', 799.50, 1, 1, 'ACTIVE'),
  (3, 'SKU-003', 'Wireless Headphones', 149.99, 1, 1, 'ACTIVE'),
  (4, 'SKU-004', 'The Great Novel', 19.99, 2, 1, 'ACTIVE'),
  (5, 'SKU-005', 'Programming Java', 49.95, 2, 1, 'ACTIVE'),
  (6, 'SKU-006', 'Cotton T-Shirt', 25.00, 3, 1, 'ACTIVE')
on conflict do nothing;

-- The ids above did not come from the sequences: let them go on behind the highest one.
select setval(pg_get_serial_sequence('categories', 'id'), (select max(id) from categories));
select setval(pg_get_serial_sequence('products', 'id'), (select max(id) from products));
