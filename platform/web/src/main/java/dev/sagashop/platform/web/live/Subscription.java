package dev.sagashop.platform.web.live;

/** Something that fills a mailbox until it is closed. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {

  @Override
  void close();
}
