package dev.sagashop.catalog.product;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** The products. Reading takes one statement, however many products it returns. */
interface Products extends Repository<Product, Long> {

  /** The id comes before the row, because the SKU is made of it. */
  @Query("select nextval(pg_get_serial_sequence('products', 'id'))")
  long nextId();

  /** Updates the row. */
  Product save(Product product);

  @Query("select * from products where id = :id for update")
  Optional<Product> findAndLock(long id);

  @Query(
      """
      select p.*, c.name as category_name
      from products p left join categories c on c.id = p.category_id
      order by p.id
      """)
  List<ListedProduct> list();

  @Query(
      """
      select p.*, c.name as category_name
      from products p left join categories c on c.id = p.category_id
      where p.id = any(:ids)
      """)
  List<ListedProduct> listByIds(Long[] ids);

  @Modifying
  @Query("delete from products where id = :id")
  void remove(long id);
}
