-- Looked for again and again, and few of many.
create index orders_under_way on orders (updated_at)
  where status in ('CREATED', 'PLACED', 'PAYMENT_PENDING');
create index refused_refunds on refunds (updated_at) where status = 'FAILED';
create index refunds_under_way on refunds (updated_at) where status = 'REQUESTED';
