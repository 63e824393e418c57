package dev.sagashop.identity.user;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** The accounts. E-mail addresses are compared without regard to case. */
public interface Users extends Repository<User, Long> {

  Optional<User> findById(long id);

  @Query("select * from users where lower(email) = lower(:email)")
  Optional<User> findByEmail(String email);

  @Query("select * from users where id = any(:ids) order by id")
  List<User> findAllByIds(Long[] ids);

  /** Adds a customer; empty when the address has an account already, however close the race. */
  @Query(
      """
      insert into users (email, password_hash, first_name, last_name, role)
      values (:email, :passwordHash, :firstName, :lastName, 'ROLE_CUSTOMER')
      on conflict do nothing
      returning *
      """)
  Optional<User> register(String email, String passwordHash, String firstName, String lastName);

  /** Replaces a hash, unless somebody else did. */
  @Modifying
  @Query(
      """
      update users set password_hash = :replacement, updated_at = now()
      where id = :id and password_hash = :before
      """)
  boolean replaceHash(long id, String before, String replacement);

  @Query("update users set role = :role, updated_at = now() where id = :id returning *")
  User changeRole(long id, Role role);
}
