package dev.sagashop.platform.web.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param mostStreams that one process serves at the same time
 * @param heartbeat silence after which a stream says that it lives, which is also how long a client
 *     that went away is noticed late
 * @param lifetime after which a stream ends, so that clients spread over new replicas
 * @param newsPeriod between two looks at tables whose news somebody listens to
 */
@ConfigurationProperties("sagashop.web.live")
public record StreamProperties(
    @DefaultValue("500") int mostStreams,
    @DefaultValue("10s") Duration heartbeat,
    @DefaultValue("10m") Duration lifetime,
    @DefaultValue("1s") Duration newsPeriod) {}
