package dev.sagashop.platform.web;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param jwksUri where the public keys of the token issuer are read, at the first token
 * @param issuer expected claim {@code iss}
 * @param audience expected among the claim {@code aud}
 */
@ConfigurationProperties("sagashop.web")
record WebProperties(URI jwksUri, String issuer, String audience) {}
