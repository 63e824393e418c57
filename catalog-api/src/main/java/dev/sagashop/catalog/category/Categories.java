package dev.sagashop.catalog.category;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** The categories. A name is unique among the children of one parent. */
public interface Categories extends Repository<Category, Long> {

  List<Category> findAllByOrderById();

  /** Finds the category and keeps it from being deleted until the transaction ends. */
  @Query("select * from categories where id = :id for key share")
  Optional<Category> findAndKeep(long id);

  /** Refuses an id without a category; null, for no category at all, is fine. */
  default void require(@Nullable Long id) {
    if (id != null && findAndKeep(id).isEmpty()) {
      throw new CategoryNotFoundException(id);
    }
  }

  /** Adds a category; empty when the parent has a child of this name already. */
  @Query(
      """
      insert into categories (name, description, parent_id)
      values (:name, :description, :parentId)
      on conflict do nothing
      returning *
      """)
  Optional<Category> add(String name, @Nullable String description, @Nullable Long parentId);

  /** Refused by foreign keys while the category has sub-categories or products. */
  @Modifying
  @Query("delete from categories where id = :id")
  void remove(long id);
}
