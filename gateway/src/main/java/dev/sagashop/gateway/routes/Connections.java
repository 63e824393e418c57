package dev.sagashop.gateway.routes;

import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;

/** The client towards the services: it passes on, and decides nothing. */
@Configuration(proxyBeanMethods = false)
class Connections {

  /** Among them the streams of events, each of which holds its connection for minutes. */
  private static final int MAX_TO_ONE_SERVICE = 1024;

  private static final int MAX = 2048;

  /** Below the 20 s after which the services close idle connections. */
  private static final TimeValue IDLE = TimeValue.ofSeconds(10);

  @Bean
  CloseableHttpClient serviceClient(Services services) {
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setMaxConnPerRoute(MAX_TO_ONE_SERVICE)
            .setMaxConnTotal(MAX)
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(Timeout.of(services.connectTimeout()))
                    .setSocketTimeout(Timeout.of(services.readTimeout()))
                    .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                    .setIdleTimeout(Timeout.of(IDLE.toDuration()))
                    .build())
            .build();
    return HttpClients.custom()
        .setConnectionManager(connections)
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setResponseTimeout(Timeout.of(services.readTimeout()))
                .setConnectionRequestTimeout(Timeout.of(services.connectTimeout()))
                .build())
        .evictIdleConnections(IDLE)
        .addExecInterceptorFirst("leaving streams", new LeavingStreams())
        .addExecInterceptorLast("broken bodies", new BrokenBodies())
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableContentCompression()
        .disableAuthCaching()
        .build();
  }

  @Bean
  ClientHttpRequestFactory serviceRequests(CloseableHttpClient serviceClient) {
    return new HttpComponentsClientHttpRequestFactory(serviceClient);
  }
}
