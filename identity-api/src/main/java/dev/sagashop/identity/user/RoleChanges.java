package dev.sagashop.identity.user;

import dev.sagashop.identity.session.Sessions;
import dev.sagashop.platform.web.paging.Page;
import dev.sagashop.platform.web.paging.PageQuery;
import dev.sagashop.platform.web.paging.PageRequest;
import dev.sagashop.platform.web.paging.SortKey;
import dev.sagashop.platform.web.paging.Sorts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives and takes roles, and keeps who did. */
@Component
class RoleChanges {

  private static final Sorts SORTS =
      Sorts.of("c.id", SortKey.time("changedAt", "c.changed_at")).byDefault("-changedAt");

  private final JdbcClient database;
  private final Users users;
  private final Sessions sessions;

  RoleChanges(JdbcClient database, Users users, Sessions sessions) {
    this.database = database;
    this.users = users;
    this.sessions = sessions;
  }

  /**
   * Changes a role, and signs the user out everywhere, so that the new one comes with the next
   * sign-in. What the caller's token says may be old: here the stored role counts.
   */
  @Transactional
  public User change(long id, Role to, String reason, long changedBy) {
    if (id == changedBy) {
      throw RoleRefusedException.own();
    }
    Set<Long> admins = adminsOneAtATime();
    User user = users.findById(id).orElseThrow(() -> UserNotFoundException.withId(id));
    if (user.role() == to) {
      return user;
    }
    if (admins.equals(Set.of(id))) {
      throw RoleRefusedException.lastAdmin(id);
    }
    if (!admins.contains(changedBy)) {
      throw RoleRefusedException.notAdminAnyMore();
    }
    database
        .sql(
            """
            insert into role_changes (user_id, changed_by, from_role, to_role, reason)
            values (:id, :changedBy, :from, :to, :reason)
            """)
        .param("id", id)
        .param("changedBy", changedBy)
        .param("from", user.role().name())
        .param("to", to.name())
        .param("reason", reason)
        .update();
    // The user first and the sessions then, as a sign-in takes their locks.
    User changed = users.changeRole(id, to);
    sessions.endAllOf(id);
    return changed;
  }

  Page<RoleChange> of(long userId, PageQuery query) {
    PageRequest page = SORTS.page(query);
    var where = page.where().and("c.user_id = :userId", "userId", userId);
    return page.of(
        database
            .sql(
                "select c.*, "
                    + page.keys()
                    + " from role_changes c"
                    + where.sql()
                    + page.orderAndLimit())
            .params(where.params())
            .query((row, _) -> page.row(row, roleChange(row)))
            .list());
  }

  /** Two admins who take each other's role at once take turns. */
  private Set<Long> adminsOneAtATime() {
    database
        .sql("select pg_advisory_xact_lock(hashtext('users.role'))")
        .query((_, _) -> true)
        .single();
    return database.sql("select id from users where role = 'ROLE_ADMIN'").query(Long.class).set();
  }

  private static RoleChange roleChange(ResultSet row) throws SQLException {
    return new RoleChange(
        row.getLong("id"),
        row.getLong("user_id"),
        row.getLong("changed_by"),
        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
        Role.valueOf(row.getString("from_role")),
        Role.valueOf(row.getString("to_role")),
        row.getString("reason"));
  }
}
