package dev.sagashop.catalog.category;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** The categories. A name is unique among the children of one parent. */
public interface Categories extends Repository<Category, Long> {

  /** These and everything below them, in the order of their ids. */
  @Query(
      """
      with recursive found as (
        select * from categories where id = any(:ids)
        union all
        select c.* from categories c join found on c.parent_id = found.id
      )
      select * from found order by id
      """)
  List<Category> findWithAllBelow(Long[] ids);

  /** The ids of a category and of everything below it; none if there is no such category. */
  @Query(
      """
      with recursive found as (
        select id from categories where id = :id
        union all
        select c.id from categories c join found on c.parent_id = found.id
      )
      select id from found
      """)
  List<Long> withAllBelow(long id);

  /** The ids from a category up to the top, itself first. */
  @Query(
      """
      with recursive way as (
        select id, parent_id, 1 as step from categories where id = :id
        union all
        select c.id, c.parent_id, step + 1 from categories c join way on c.id = way.parent_id
      )
      select id from way order by step
      """)
  List<Long> wayUp(long id);

  /** How many levels a category and what is below it make. */
  @Query(
      """
      with recursive found as (
        select id, 1 as level from categories where id = :id
        union all
        select c.id, level + 1 from categories c join found on c.parent_id = found.id
      )
      select coalesce(max(level), 0) from found
      """)
  int levels(long id);

  /**
   * Keeps the shape of the tree as it is until the transaction ends. Products may refer to it
   * meanwhile.
   */
  @Modifying
  @Query("lock table categories in share row exclusive mode")
  void holdTree();

  boolean existsById(long id);

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

  /** Empty when the parent has another child of this name. Needs {@link #holdTree}. */
  @Query(
      """
      update categories
      set name = :name, description = :description, parent_id = :parentId
      where id = :id
        and not exists (
          select from categories other
          where other.name = :name
            and other.parent_id is not distinct from cast(:parentId as bigint)
            and other.id <> :id)
      returning *
      """)
  Optional<Category> change(
      long id, String name, @Nullable String description, @Nullable Long parentId);

  /** Refused by foreign keys while the category has sub-categories or products. */
  @Modifying
  @Query("delete from categories where id = :id")
  void remove(long id);
}
