// A rendered Deployment as podman plays it, on the network of this machine: `node pod.mjs FILE NAME HTTP MANAGEMENT [VARIABLE=VALUE...]`
// writes the pod to standard output. Its secrets and folders of claims are given as variables, its probes go by number, and what the
// player does not know is left out; who it runs as, what it may do and how much memory it has stays as it is.
import { readFileSync } from "node:fs";
import { parseAllDocuments, stringify } from "yaml";

const [, , file, name, http, management, ...variables] = process.argv;
const deployment = parseAllDocuments(readFileSync(file, "utf8"))
    .map((document) => document.toJS())
    .find((object) => object?.kind === "Deployment");
const pod = deployment.spec.template;
const [container] = pod.spec.containers;

const given = Object.fromEntries(
    [`QUARKUS_HTTP_PORT=${http}`, `QUARKUS_MANAGEMENT_PORT=${management}`, `HOSTNAME=${name}`, ...variables].map((text) => [
        text.slice(0, text.indexOf("=")),
        text.slice(text.indexOf("=") + 1),
    ]),
);
container.image = "localhost/hearth:latest";
container.imagePullPolicy = "Never";
container.env = [
    ...container.env.filter((one) => !(one.name in given) && !one.valueFrom),
    ...Object.entries(given).map(([key, value]) => ({ name: key, value })),
];
delete container.ports;
for (const probe of ["startupProbe", "readinessProbe"]) {
    container[probe].httpGet.port = Number(management);
}
// the player has systemd ask this one, which is not here
delete container.livenessProbe;
for (const resources of Object.values(container.resources)) {
    delete resources["ephemeral-storage"];
}
delete pod.spec.topologySpreadConstraints;
delete pod.spec.serviceAccountName;
// a folder of a pod is to the player a volume that all pods have who name it so
for (const mount of [...pod.spec.volumes, ...container.volumeMounts]) {
    mount.name = `${name}-${mount.name}`;
}
for (const volume of pod.spec.volumes) {
    if (volume.persistentVolumeClaim) {
        volume.persistentVolumeClaim.claimName = `${name}-data`;
    }
}
process.stdout.write(
    stringify({ apiVersion: "v1", kind: "Pod", metadata: { name, labels: pod.metadata.labels }, spec: pod.spec }),
);
