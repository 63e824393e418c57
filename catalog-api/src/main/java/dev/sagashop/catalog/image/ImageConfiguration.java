package dev.sagashop.catalog.image;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImageProperties.class)
class ImageConfiguration {

  @Bean
  ImageStore imageStore(ImageProperties properties) {
    return new DiskImageStore(properties.directory().toAbsolutePath().normalize());
  }
}
