package dev.sagashop.identity.token;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** The key pairs: one active, which signs; the others only verify what they signed before. */
interface SigningKeys extends Repository<SigningKey, String> {

  List<SigningKey> findAll();

  Optional<SigningKey> findByActiveTrue();

  /** Stores an active key unless there is one, also when another replica stores one right now. */
  @Modifying
  @Query(
      """
      insert into signing_keys (kid, private_key_pem, public_key_pem, active)
      values (:kid, :privateKeyPem, :publicKeyPem, true)
      on conflict do nothing
      """)
  boolean addUnlessOneIsActive(String kid, String privateKeyPem, String publicKeyPem);
}
