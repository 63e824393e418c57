package dev.sagashop.identity.token;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** The key pairs. All times are the database's, and in seconds where they are parameters. */
interface SigningKeys extends Repository<SigningKey, String> {

  @Query("select * from signing_keys where state <> 'EXPIRED' order by created_at, kid")
  List<SigningKey> findPublished();

  @Query("select * from signing_keys where state = 'NEXT'")
  Optional<SigningKey> findNext();

  /** Replicas that change keys take turns; readers go on. */
  @Modifying
  @Query("lock table signing_keys in share row exclusive mode")
  void lock();

  /** Whether any of the steps below has something to do. */
  @Query(
      """
      select not exists (select from signing_keys where state = 'ACTIVE')
        or exists (select from signing_keys where
          (state = 'NEXT' and since <= now() - make_interval(secs => :publishBefore))
          or (state = 'RETIRED' and since <= now() - make_interval(secs => :publishAfter))
          or (state = 'ACTIVE' and since <= now() - make_interval(secs => :rotateAfter)
            and not exists (select from signing_keys where state = 'NEXT')))
      """)
  boolean isAnythingDue(double publishBefore, double publishAfter, double rotateAfter);

  @Query(
      """
      select exists (select from signing_keys
        where state = 'ACTIVE' and since <= now() - make_interval(secs => :rotateAfter)
          and not exists (select from signing_keys where state = 'NEXT'))
      """)
  boolean isRotationDue(double rotateAfter);

  @Query("select exists (select from signing_keys where state = 'ACTIVE')")
  boolean hasActive();

  @Modifying
  @Query(
      """
      insert into signing_keys
        (kid, private_key_pem, public_key_pem, state, since, reason, requested_by)
      values (:kid, :privateKeyPem, :publicKeyPem, :state, now(), :reason, :requestedBy)
      """)
  void add(
      String kid,
      @Nullable String privateKeyPem,
      String publicKeyPem,
      KeyState state,
      String reason,
      @Nullable Long requestedBy);

  @Modifying
  @Query(
      """
      update signing_keys set state = 'RETIRED', since = now()
      where state = 'ACTIVE' and exists (
        select from signing_keys
        where state = 'NEXT' and since <= now() - make_interval(secs => :publishBefore))
      """)
  boolean retireForTheNext(double publishBefore);

  @Modifying
  @Query(
      """
      update signing_keys set state = 'ACTIVE', since = now()
      where state = 'NEXT' and since <= now() - make_interval(secs => :publishBefore)
      """)
  boolean activateNext(double publishBefore);

  @Modifying
  @Query(
      """
      update signing_keys set state = 'EXPIRED', since = now(), private_key_pem = null
      where state = 'RETIRED' and since <= now() - make_interval(secs => :publishAfter)
      """)
  int expire(double publishAfter);
}
