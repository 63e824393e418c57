package dev.sagashop.gateway.routes;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the services are. Scheme, host and port count; paths are those of the services.
 *
 * @param readTimeout longest silence between two packets of an answer
 */
@ConfigurationProperties("sagashop.gateway")
record Services(
    URI identity,
    URI catalog,
    URI inventory,
    URI order,
    URI payment,
    Duration connectTimeout,
    Duration readTimeout) {}
