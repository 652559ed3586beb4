# Build the service first: mvn package. The base is named by its exact release; give its digest too where your registry has one.
ARG BASE=eclipse-temurin:17.0.17_10-jre-noble

# the service runs here once, so that the image knows which classes a start needs
FROM ${BASE} AS archive
WORKDIR /opt/hearth
COPY target/quarkus-app/lib/ lib/
COPY target/quarkus-app/quarkus/ quarkus/
COPY target/quarkus-app/app/ app/
COPY target/quarkus-app/rules.jar ./
# plain jars on the class path: the classes of a start that loads them itself cannot be kept
RUN printf '%s\n' -XX:MaxRAMPercentage=60 -XX:+ExitOnOutOfMemoryError -XX:SharedArchiveFile=/opt/hearth/hearth.jsa \
      --add-opens java.base/java.lang=ALL-UNNAMED -Djava.util.logging.manager=org.jboss.logmanager.LogManager \
      -cp "$(echo /opt/hearth/rules.jar /opt/hearth/quarkus/*.jar /opt/hearth/app/*.jar /opt/hearth/lib/boot/*.jar /opt/hearth/lib/main/*.jar | tr ' ' ':')" \
      org.hearth.app.Main >hearth.options
RUN sed 's/SharedArchiveFile/ArchiveClassesAtExit/' hearth.options >training.options; \
    HEARTH_DATA_DIR=/tmp/data QUARKUS_HTTP_PORT=0 java @training.options serve >/tmp/log 2>&1 & service=$!; \
    for second in $(seq 120); do ! grep -q 'is active' /tmp/log || break; sleep 1; done; \
    kill $service; wait $service; test -s hearth.jsa || { cat /tmp/log; exit 1; }

FROM ${BASE}
WORKDIR /opt/hearth
COPY --from=archive /opt/hearth/lib/ lib/
COPY --from=archive /opt/hearth/quarkus/ quarkus/
COPY --from=archive /opt/hearth/hearth.options /opt/hearth/hearth.jsa ./
# a volume that is new takes its owner from here
RUN mkdir -p /var/lib/hearth && chown 10001:10001 /var/lib/hearth
# the program with its rules and tables, which change most, last
COPY --from=archive /opt/hearth/app/ app/
COPY --from=archive /opt/hearth/rules.jar ./

# a number, so that Kubernetes can tell that it is not root
USER 10001
EXPOSE 8080 9080
# in a container, this machine alone would be nobody; who may reach it has to be said: src/docs/access.md
ENV QUARKUS_HTTP_HOST=0.0.0.0 \
    QUARKUS_MANAGEMENT_HOST=0.0.0.0 \
    QUARKUS_MANAGEMENT_PORT=9080 \
    HEARTH_DATA_DIR=/var/lib/hearth
ENTRYPOINT ["java", "@/opt/hearth/hearth.options"]
CMD ["serve"]
