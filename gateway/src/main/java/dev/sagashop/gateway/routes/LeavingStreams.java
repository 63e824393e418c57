package dev.sagashop.gateway.routes;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.client5.http.classic.ExecRuntime;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.springframework.http.MediaType;

/**
 * Cuts the connection when a stream of events is left. The client would read an answer to its end
 * before it lets go of it, which is right for answers that have one.
 */
final class LeavingStreams implements ExecChainHandler {

  @Override
  public ClassicHttpResponse execute(
      ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
      throws IOException, HttpException {
    ClassicHttpResponse response = chain.proceed(request, scope);
    HttpEntity entity = response.getEntity();
    if (entity != null && isStream(entity)) {
      response.setEntity(new Stream(entity, scope.execRuntime));
    }
    return response;
  }

  private static boolean isStream(HttpEntity entity) {
    ContentType type = ContentType.parseLenient(entity.getContentType());
    return type != null && MediaType.TEXT_EVENT_STREAM_VALUE.equalsIgnoreCase(type.getMimeType());
  }

  private static final class Stream extends HttpEntityWrapper {
    private final ExecRuntime connection;

    Stream(HttpEntity entity, ExecRuntime connection) {
      super(entity);
      this.connection = connection;
    }

    @Override
    public InputStream getContent() throws IOException {
      return new FilterInputStream(super.getContent()) {
        @Override
        public void close() {
          connection.discardEndpoint();
        }
      };
    }
  }
}
