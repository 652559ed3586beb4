# Build the service first: mvn package
FROM eclipse-temurin:17-jre

WORKDIR /opt/hearth
COPY target/quarkus-app/lib/ lib/
COPY target/quarkus-app/quarkus-run.jar ./
COPY target/quarkus-app/app/ app/
COPY target/quarkus-app/quarkus/ quarkus/

# a number, so that Kubernetes can tell that it is not root
USER 10001
EXPOSE 8080 9080
# in a container, this machine alone would be nobody; who may reach it, what is before it says, or HEARTH_OIDC_URL
ENV QUARKUS_HTTP_HOST=0.0.0.0 \
    HEARTH_TRUST=proxy \
    QUARKUS_MANAGEMENT_HOST=0.0.0.0 \
    QUARKUS_MANAGEMENT_PORT=9080 \
    HEARTH_DATA_DIR=/var/lib/hearth
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-XX:+ExitOnOutOfMemoryError", \
    "-Djava.util.logging.manager=org.jboss.logmanager.LogManager", "-jar", "quarkus-run.jar"]
CMD ["serve"]
