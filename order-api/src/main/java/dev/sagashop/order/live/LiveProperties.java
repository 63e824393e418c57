package dev.sagashop.order.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param mostStreams that one process serves at the same time
 * @param heartbeat silence after which a stream says that it lives, which is also how long a client
 *     that went away is noticed late
 * @param lifetime after which a stream ends, so that clients spread over new replicas
 * @param pollPeriod between two looks at the timelines that somebody listens to
 */
@ConfigurationProperties("sagashop.order.live")
record LiveProperties(
    int mostStreams, Duration heartbeat, Duration lifetime, Duration pollPeriod) {}
