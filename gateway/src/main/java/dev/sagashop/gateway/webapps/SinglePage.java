package dev.sagashop.gateway.webapps;

import dev.sagashop.platform.web.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.resource.AbstractResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/** Where a browser asks for a page that is no file, the app shows it: it has one page for all. */
final class SinglePage extends AbstractResourceResolver {

  static final String INDEX = "index.html";

  private final String app;
  private final String variable;

  SinglePage(String app, String variable) {
    this.app = app;
    this.variable = variable;
  }

  @Override
  protected @Nullable Resource resolveResourceInternal(
      @Nullable HttpServletRequest request,
      String path,
      List<? extends Resource> locations,
      ResourceResolverChain chain) {
    if (isHidden(path)) {
      return null;
    }
    Resource file = chain.resolveResource(request, path, locations);
    if (file != null || request == null || !isPage(request, path)) {
      return file;
    }
    Resource index = chain.resolveResource(request, INDEX, locations);
    if (index == null) {
      throw new NotBuilt(app, variable);
    }
    return index;
  }

  @Override
  protected @Nullable String resolveUrlPathInternal(
      String path, List<? extends Resource> locations, ResourceResolverChain chain) {
    return chain.resolveUrlPath(path, locations);
  }

  /** What a build leaves for other tools, as its manifest. */
  private static boolean isHidden(String path) {
    return path.startsWith(".") || path.contains("/.");
  }

  private static boolean isPage(HttpServletRequest request, String path) {
    String accepted = request.getHeader(HttpHeaders.ACCEPT);
    boolean fromBrowser = accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE);
    boolean isFile = path.indexOf('.', path.lastIndexOf('/') + 1) >= 0;
    return path.equals(INDEX) || (fromBrowser && !isFile);
  }

  private static final class NotBuilt extends ProblemException {
    NotBuilt(String app, String variable) {
      super(
          HttpStatus.NOT_FOUND,
          "WEB_APP_NOT_BUILT",
          "The %s web app is not built, or %s does not name the folder of its build."
              .formatted(app, variable));
    }
  }
}
