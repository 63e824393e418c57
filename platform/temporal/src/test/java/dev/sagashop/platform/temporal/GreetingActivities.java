package dev.sagashop.platform.temporal;

import io.temporal.activity.ActivityInterface;

@ActivityInterface
public interface GreetingActivities {

  /** The trace id in which it ran. */
  String sayHello();

  /** The trace id in which it ran; returns when the test allows it. */
  String sayGoodbye();
}
