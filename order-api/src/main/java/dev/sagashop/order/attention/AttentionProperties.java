package dev.sagashop.order.attention;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param patience age from which an open row must have a running workflow
 * @param mostDescribed how many workflows one look describes at most
 * @param newsPeriod between two looks for those who listen
 */
@ConfigurationProperties("sagashop.order.attention")
record AttentionProperties(Duration patience, int mostDescribed, Duration newsPeriod) {}
