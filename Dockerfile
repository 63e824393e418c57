# syntax=docker/dockerfile:1

# One file for every program of ours:
#   docker build --build-arg MODULE=order-api -t sagashop/order-api .
# Images are pinned by tag. A digest pins better: add it where your registry can be asked for it.

# All programs at once: this stage does not know the module, so every image shares it.
FROM maven:3.9.15-eclipse-temurin-25-noble AS build
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/m2 \
    mvn -q -B -Dmaven.repo.local=/m2 -DskipTests -Dspotless.check.skip=true \
      -pl identity-api,catalog-api,inventory-worker,order-api,payment-worker,gateway,provider-simulator,audit -am package

# Both web apps, for the gateway.
FROM node:20.20-bookworm-slim AS web
WORKDIR /build/frontend
COPY docs/api /build/docs/api
COPY frontend .
RUN --mount=type=cache,target=/root/.npm npm install --no-save && npm run build \
    && mkdir /web && mv customer-web/dist /web/customer-web && mv admin-panel/dist /web/admin-panel

# What changes least comes first, so that a new version of ours is one small layer.
FROM build AS layers
ARG MODULE
WORKDIR /layers
RUN set -eu; \
    mkdir dependencies spring-boot-loader snapshot-dependencies application; \
    cp "/build/$MODULE/target/$MODULE"-*-SNAPSHOT.jar app.jar; \
    if [ -d "/build/$MODULE/target/lib" ]; then \
      cp -r "/build/$MODULE/target/lib" dependencies/lib; \
      mv app.jar application/; \
    else \
      java -Djarmode=tools -jar app.jar extract --layers --force --destination .; \
      rm -f app.jar; \
    fi
RUN --mount=from=web,source=/web,target=/web \
    if [ "$MODULE" = gateway ]; then cp -r /web application/web; fi

# The JRE has no compiler and the image neither curl nor wget, so bash asks for the health.
FROM eclipse-temurin:25-jre-noble
WORKDIR /app
RUN install -d -o 10001 -g 10001 /data
COPY --chmod=755 docker/healthy.sh /usr/local/bin/healthy
COPY --from=layers /layers/dependencies/ ./
COPY --from=layers /layers/spring-boot-loader/ ./
COPY --from=layers /layers/snapshot-dependencies/ ./
COPY --from=layers /layers/application/ ./
USER 10001:10001
ENV PORT=8080 HEALTH_PATH=/actuator/health/readiness
HEALTHCHECK --interval=5s --timeout=3s --start-period=90s --retries=6 \
    CMD ["/usr/local/bin/healthy"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=65", "-XX:+ExitOnOutOfMemoryError", \
    "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-jar", "app.jar"]
