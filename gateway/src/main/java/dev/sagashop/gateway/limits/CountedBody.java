package dev.sagashop.gateway.limits;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A body whose length shows when it is read. */
final class CountedBody extends HttpServletRequestWrapper {

  private final long limit;
  private @Nullable ServletInputStream counted;

  CountedBody(HttpServletRequest request, long limit) {
    super(request);
    this.limit = limit;
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    if (counted == null) {
      counted = new Counter(super.getInputStream(), limit);
    }
    return counted;
  }

  private static final class Counter extends ServletInputStream {
    private final ServletInputStream body;
    private final long limit;
    private long read;

    Counter(ServletInputStream body, long limit) {
      this.body = body;
      this.limit = limit;
    }

    @Override
    public int read() throws IOException {
      int one = body.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int some = body.read(bytes, offset, length);
      count(some);
      return some;
    }

    private void count(int some) {
      read += Math.max(0, some);
      if (read > limit) {
        throw new BodyTooLarge(limit);
      }
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}
