package dev.sagashop.catalog.product;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import dev.sagashop.catalog.image.ImageUrls;
import dev.sagashop.catalog.image.Picture;
import dev.sagashop.catalog.image.Pictures;
import dev.sagashop.catalog.image.WantedImage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which images a product shows, in which order. Who writes holds the lock of the product. An image
 * keeps its id and its words as long as it is shown.
 */
@Component
class ProductImages {

  private final JdbcClient jdbc;
  private final Pictures pictures;

  ProductImages(JdbcClient jdbc, Pictures pictures) {
    this.jdbc = jdbc;
    this.pictures = pictures;
  }

  private record Shown(long productId, ImageResponse image) {}

  Map<Long, List<ImageResponse>> of(Collection<Long> productIds) {
    return productIds.isEmpty()
        ? Map.of()
        : jdbc
            .sql(
                """
                select i.product_id, i.id, i.url, i.alt, p.hash, p.extension, p.width, p.height
                from product_images i left join pictures p on p.hash = i.picture
                where i.product_id = any(:ids)
                order by i.product_id, i.position, i.id
                """)
            .param("ids", productIds.toArray(Long[]::new))
            .query((row, _) -> shown(row))
            .list()
            .stream()
            .collect(groupingBy(Shown::productId, mapping(Shown::image, toList())));
  }

  List<ImageResponse> of(long productId) {
    return of(List.of(productId)).getOrDefault(productId, List.of());
  }

  /** Shows these and no others. */
  void replace(long productId, List<WantedImage> wanted) {
    Map<String, ImageResponse> shown =
        of(productId).stream().collect(toMap(ImageResponse::url, Function.identity(), (a, _) -> a));
    List<WantedImage> added = wanted.stream().filter(w -> !shown.containsKey(w.url())).toList();
    requirePictures(added);
    List<String> urls = wanted.stream().map(WantedImage::url).toList();
    Set<Long> kept = new HashSet<>();
    for (int position = 0; position < wanted.size(); position++) {
      ImageResponse image = shown.get(urls.get(position));
      kept.add(
          image == null
              ? insert(productId, wanted.get(position), position, null)
              : move(image.id(), position, image.alt()));
    }
    jdbc.sql("delete from product_images where product_id = :productId and id <> all(:kept)")
        .param("productId", productId)
        .param("kept", kept.toArray(Long[]::new))
        .update();
  }

  /** Behind the others. */
  long append(long productId, WantedImage image, @Nullable String alt) {
    requirePictures(List.of(image));
    int position =
        jdbc.sql("select coalesce(max(position) + 1, 0) from product_images where product_id = :id")
            .param("id", productId)
            .query(Integer.class)
            .single();
    return insert(productId, image, position, alt);
  }

  long move(long imageId, int position, @Nullable String alt) {
    jdbc.sql("update product_images set position = :position, alt = :alt where id = :id")
        .param("position", position)
        .param("alt", alt)
        .param("id", imageId)
        .update();
    return imageId;
  }

  /** Whether it was there. */
  boolean remove(long productId, long imageId) {
    return jdbc.sql("delete from product_images where product_id = :productId and id = :id")
            .param("productId", productId)
            .param("id", imageId)
            .update()
        > 0;
  }

  private long insert(long productId, WantedImage image, int position, @Nullable String alt) {
    return jdbc.sql(
            """
            insert into product_images (product_id, position, url, picture, alt)
            values (:productId, :position, :url, :picture, :alt)
            returning id
            """)
        .param("productId", productId)
        .param("position", position)
        .param("url", image.picture() == null ? image.url() : null)
        .param("picture", image.picture())
        .param("alt", alt)
        .query(Long.class)
        .single();
  }

  /** Between reading the request and now one may have been deleted, because nobody showed it. */
  private void requirePictures(List<WantedImage> added) {
    Set<String> held =
        Set.copyOf(
            pictures.hold(
                added.stream().map(WantedImage::picture).filter(Objects::nonNull).toList()));
    for (WantedImage image : added) {
      if (image.picture() != null && !held.contains(image.picture())) {
        throw ImageUrls.gone("imageUrls", image.url());
      }
    }
  }

  private static Shown shown(ResultSet row) throws SQLException {
    long id = row.getLong("id");
    String url = row.getString("url");
    String alt = row.getString("alt");
    return new Shown(
        row.getLong("product_id"),
        url == null
            ? ImageResponse.uploaded(
                id,
                new Picture(
                    row.getString("hash"),
                    row.getString("extension"),
                    row.getInt("width"),
                    row.getInt("height")),
                alt)
            : ImageResponse.elsewhere(id, url, alt));
  }
}
