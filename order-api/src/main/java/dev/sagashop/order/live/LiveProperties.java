package dev.sagashop.order.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param pollPeriod between two looks at the timelines that somebody listens to
 */
@ConfigurationProperties("sagashop.order.live")
record LiveProperties(Duration pollPeriod) {}
