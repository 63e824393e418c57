package dev.sagashop.gateway.webapps;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the builds of the web apps are; empty where there is none.
 *
 * @param customer at {@code /}
 * @param admin at {@code /admin/}
 */
@ConfigurationProperties("sagashop.gateway.web-apps")
record WebAppFolders(String customer, String admin) {}
