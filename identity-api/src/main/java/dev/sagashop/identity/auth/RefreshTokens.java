package dev.sagashop.identity.auth;

import java.time.Instant;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** At most one refresh token per user. */
interface RefreshTokens extends Repository<RefreshToken, Long> {

  Optional<RefreshToken> findByTokenHash(String tokenHash);

  /** Stores the token of a login; the one of the login before is unusable from here on. */
  @Modifying
  @Query(
      """
      insert into refresh_tokens (user_id, token_hash, expires_at)
      values (:userId, :tokenHash, :expiresAt)
      on conflict (user_id) do update
      set token_hash = excluded.token_hash, expires_at = excluded.expires_at, created_at = now()
      """)
  void replace(long userId, String tokenHash, Instant expiresAt);

  @Modifying
  @Query("delete from refresh_tokens where token_hash = :tokenHash")
  void revoke(String tokenHash);
}
