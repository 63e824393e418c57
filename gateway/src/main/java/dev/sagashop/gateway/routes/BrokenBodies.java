package dev.sagashop.gateway.routes;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.client5.http.classic.ExecRuntime;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/**
 * Cuts the connection when the body of a request breaks off: it was too large, or its sender left.
 * The client would end a chunked body as if it were whole, and the service would work with a part.
 */
final class BrokenBodies implements ExecChainHandler {

  @Override
  public ClassicHttpResponse execute(
      ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
      throws IOException, HttpException {
    HttpEntity entity = request.getEntity();
    if (entity != null) {
      request.setEntity(new Body(entity, scope.execRuntime));
    }
    return chain.proceed(request, scope);
  }

  private static final class Body extends HttpEntityWrapper {
    private final ExecRuntime connection;

    Body(HttpEntity entity, ExecRuntime connection) {
      super(entity);
      this.connection = connection;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      boolean whole = false;
      try {
        super.writeTo(out);
        whole = true;
      } finally {
        if (!whole) {
          connection.discardEndpoint();
        }
      }
    }
  }
}
