-- Development only (SEED_DATA). The password of all three is "password".
insert into users (id, email, password_hash, first_name, last_name, role)
values
  (1, 'admin@example.com',
   '{pbkdf2-sha512@210000}d37434c6db8d8e6091086d1eeb58a8ee5f676c38a5811b3e8a03474ec8e094f13f7e06ec2802d092e7175458cc4f88bee85129b182e49daae5934c1d9dcbffc21c0f64d3435c28b79d0b670a26d29e43',
   'Admin', 'User', 'ROLE_ADMIN'),
  (2, 'user@example.com',
   '{pbkdf2-sha512@210000}f0b37af07881050a1025442d09816cd5a1a47aab0846f17880c3a2ddd6fc5487a5cb8f18aa28bbdc6120dea50b3fdfb4a1752c22a2336ab0841f40b87fab6c17a070f05132549bb1e748123630c1cd98',
   'John', 'Doe', 'ROLE_CUSTOMER'),
  (3, 'support@example.com',
   '{pbkdf2-sha512@210000}5766ad069097948fbbf7c1806e781e02cdbd2a2b427f84f2ec2e61d88b60968987da0b05e7a5814d80a8f276dab00b73cfba03aa99d35edcb82849ec2cc69568593473170b51df06973b1fb3b2197a29',
   'Sam', 'Support', 'ROLE_SUPPORT')
on conflict do nothing;

-- The ids above did not come from the sequence: let it go on behind the highest one.
select setval(pg_get_serial_sequence('users', 'id'), (select max(id) from users));
