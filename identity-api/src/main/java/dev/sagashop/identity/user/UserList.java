package dev.sagashop.identity.user;

import dev.sagashop.platform.web.paging.Page;
import dev.sagashop.platform.web.paging.PageQuery;
import dev.sagashop.platform.web.paging.PageRequest;
import dev.sagashop.platform.web.paging.SortKey;
import dev.sagashop.platform.web.paging.Sorts;
import dev.sagashop.platform.web.paging.Where;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds users by what support staff know of them. */
@Repository
class UserList {

  private static final Sorts SORTS =
      Sorts.of(
              "u.id",
              SortKey.time("createdAt", "u.created_at"),
              SortKey.text("email", "lower(u.email)"))
          .byDefault("-createdAt");

  /** What fits into the column. */
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  private final JdbcClient database;

  UserList(JdbcClient database) {
    this.database = database;
  }

  /**
   * @param part of the address or of the name, in any case; or the whole number
   */
  Page<UserResponse> find(@Nullable Role role, @Nullable String part, PageQuery query) {
    PageRequest page = SORTS.page(query);
    Where where = page.where().and("u.role = :role", "role", role == null ? null : role.name());
    if (part != null && !part.isBlank()) {
      narrow(where, part.strip());
    }
    return page.of(
        database
            .sql(
                "select u.id, u.email, u.first_name, u.last_name, u.role, "
                    + page.keys()
                    + " from users u"
                    + where.sql()
                    + page.orderAndLimit())
            .params(where.params())
            .query((row, _) -> page.row(row, user(row)))
            .list());
  }

  /** Both sides of the "or" have an index. */
  private static void narrow(Where where, String part) {
    boolean isNumber = NUMBER.matcher(part).matches();
    where.and(
        "(lower(u.email || ' ' || u.first_name || ' ' || u.last_name) like lower(:part)%s)"
            .formatted(isNumber ? " or u.id = :id" : ""),
        "part",
        containing(part));
    if (isNumber) {
      where.param("id", Long.valueOf(part));
    }
  }

  /** The signs that mean something in a pattern mean themselves here. */
  private static String containing(String part) {
    return "%" + part.replaceAll("([\\\\%_])", "\\\\$1") + "%";
  }

  private static UserResponse user(ResultSet row) throws SQLException {
    return new UserResponse(
        row.getLong("id"),
        row.getString("email"),
        row.getString("first_name"),
        row.getString("last_name"),
        Role.valueOf(row.getString("role")));
  }
}
