// Whether rendered Kubernetes objects are what the API takes: `node schemas.mjs FILE FOLDER` reads the objects of a YAML file, runs the
// API's validators over them, and writes FOLDER/objects.ts, in which the compiler finds every member that the API does not have, and
// FOLDER/objects.json.
import { readFileSync, writeFileSync } from "node:fs";
import { parseAllDocuments } from "yaml";

const [, , file, folder] = process.argv;
const lines = [];
let wrong = 0;
const objects = parseAllDocuments(readFileSync(file, "utf8"))
    .map((document) => document.toJS())
    .filter((object) => object !== null);
for (const [number, object] of objects.entries()) {
    const { apiVersion, kind } = object;
    // kubectl breaks bytes into lines, which the API takes and its description does not know
    for (const [key, bytes] of Object.entries(object.binaryData ?? {})) object.binaryData[key] = bytes.replace(/\s/g, "");
    const name = `${kind} ${object.metadata?.name}`;
    // no description of the Spark operator's objects is among the packages; they are rendered alone
    if (apiVersion.startsWith("sparkoperator.k8s.io/")) continue;
    const models = apiVersion.startsWith("monitoring.coreos.com/")
        ? "@kubernetes-models/prometheus-operator"
        : "kubernetes-models";
    const from = `${models}/${apiVersion}/${kind}`;
    try {
        new (await import(from))[kind](object).validate();
    } catch (fault) {
        console.error(`${name}: ${fault.message}`);
        wrong++;
    }
    lines.push(
        `import type { I${kind} as T${number} } from ${JSON.stringify(from)};`,
        `// ${name}`,
        `export const object${number}: T${number} = ${JSON.stringify(object, null, 1)};`,
    );
}
if (objects.length === 0) {
    console.error(`${file} has no objects`);
    wrong++;
}
writeFileSync(`${folder}/objects.ts`, lines.join("\n") + "\n");
writeFileSync(`${folder}/objects.json`, JSON.stringify(objects));
process.exitCode = wrong === 0 ? 0 : 1;
