package dev.sagashop.catalog.product;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** The products. Reading takes one statement, however many products it returns. */
interface Products extends Repository<Product, Long> {

  /** All but the words for the search, which may be longer than the rest. */
  String COLUMNS =
      """
      p.id, p.sku, p.name, p.description, p.price, p.category_id, p.seller_id, p.status,
      p.created_at, p.updated_at, p.version, p.changed_by
      """;

  /** The id comes before the row, because the SKU is made of it. */
  @Query("select nextval(pg_get_serial_sequence('products', 'id'))")
  long nextId();

  /** Updates the row. */
  Product save(Product product);

  @Query("select " + COLUMNS + " from products p where id = :id for update")
  Optional<Product> findAndLock(long id);

  boolean existsById(long id);

  /** What is not part of the row itself has changed. */
  @Modifying
  @Query(
      """
      update products
      set version = version + 1, updated_at = now(), changed_by = :callerId
      where id = :id
      """)
  void touch(long id, long callerId);

  @Query(
      "select "
          + COLUMNS
          + """
          , c.name as category_name
          from products p left join categories c on c.id = p.category_id
          where p.id = any(:ids)
          """)
  List<ListedProduct> listByIds(Long[] ids);

  @Modifying
  @Query("delete from products where id = :id")
  void remove(long id);
}
