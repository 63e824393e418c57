package dev.sagashop.provider;

import java.util.function.ToIntFunction;

/** The settings that hold right now. A restart forgets them. */
final class Controls {

  private Settings settings;

  Controls(Settings settings) {
    this.settings = settings;
  }

  synchronized Settings settings() {
    return settings;
  }

  synchronized void change(Settings wanted) {
    settings = wanted;
    Log.line("Changed: " + wanted);
  }

  boolean takeDecline() {
    return take(Settings::declines, Settings::withDeclines);
  }

  boolean takeLostReply() {
    return take(Settings::loseReplies, Settings::withLoseReplies);
  }

  boolean takeError() {
    return take(Settings::errors, Settings::withErrors);
  }

  private interface Count {
    Settings set(Settings settings, int count);
  }

  private synchronized boolean take(ToIntFunction<Settings> count, Count reduced) {
    int left = count.applyAsInt(settings);
    if (left > 0) {
      settings = reduced.set(settings, left - 1);
    }
    return left != 0;
  }
}
