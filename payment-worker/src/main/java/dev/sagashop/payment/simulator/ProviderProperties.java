package dev.sagashop.payment.simulator;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the provider is.
 *
 * @param baseUrl without a slash at its end
 */
@ConfigurationProperties("sagashop.payment.provider")
record ProviderProperties(URI baseUrl) {}
