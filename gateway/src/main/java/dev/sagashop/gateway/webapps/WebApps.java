package dev.sagashop.gateway.webapps;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.EncodedResourceResolver;
import org.springframework.web.servlet.resource.PathResourceResolver;

/** Serves both apps. A file under {@code assets} has its hash in its name and never changes. */
@Configuration(proxyBeanMethods = false)
class WebApps implements WebMvcConfigurer {

  private static final CacheControl FOR_EVER =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

  private final WebAppFolders folders;

  WebApps(WebAppFolders folders) {
    this.folders = folders;
  }

  @Override
  public void addViewControllers(ViewControllerRegistry registry) {
    registry.addViewController("/").setViewName("forward:/" + SinglePage.INDEX);
    registry.addViewController("/admin/").setViewName("forward:/admin/" + SinglePage.INDEX);
    registry
        .addRedirectViewController("/admin", "/admin/")
        .setStatusCode(HttpStatus.MOVED_PERMANENTLY)
        .setKeepQueryParams(true);
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    add(registry, "/", folders.customer(), new SinglePage("customer", "CUSTOMER_WEB_DIR"));
    add(registry, "/admin/", folders.admin(), new SinglePage("admin", "ADMIN_PANEL_DIR"));
  }

  private static void add(
      ResourceHandlerRegistry registry, String base, String folder, SinglePage page) {
    // The resolvers are not cached: whoever invents paths would fill the cache.
    at(registry.addResourceHandler(base + "assets/**"), folder, "assets")
        .setCacheControl(FOR_EVER)
        .resourceChain(false)
        .addResolver(new EncodedResourceResolver())
        .addResolver(new PathResourceResolver());
    at(registry.addResourceHandler(base + "**"), folder, "")
        .setCacheControl(CacheControl.noCache())
        // Builds that can be repeated give all files one date.
        .setUseLastModified(false)
        .setEtagGenerator(WebApps::hash)
        .resourceChain(false)
        .addResolver(new EncodedResourceResolver())
        .addResolver(page)
        .addResolver(new PathResourceResolver());
  }

  /** An empty name would be the folder that the gateway was started in. */
  private static ResourceHandlerRegistration at(
      ResourceHandlerRegistration handler, String folder, String part) {
    return folder.isBlank()
        ? handler
        : handler.addResourceLocations(
            new FileSystemResource(Path.of(folder).toAbsolutePath().resolve(part) + "/"));
  }

  private static String hash(Resource resource) {
    try (InputStream content = resource.getInputStream()) {
      return DigestUtils.md5DigestAsHex(content);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + resource, e);
    }
  }
}
