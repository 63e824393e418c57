// Types of what each service answers, from the descriptions that the services are tested against.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import openapiTS, { astToString } from "openapi-typescript";

const services = ["user", "product", "inventory", "order", "payment"];
const descriptions = new URL("../../../docs/api/", import.meta.url);
const generated = new URL("../src/api/generated/", import.meta.url);

await mkdir(generated, { recursive: true });
await Promise.all(
  services.map(async (service) => {
    const types = astToString(
      await openapiTS(new URL(`${service}-service.json`, descriptions), {
        rootTypes: true,
        rootTypesNoSchemaPrefix: true,
        defaultNonNullable: true,
      }),
    );
    const file = new URL(`${service}.ts`, generated);
    const before = await readFile(file, "utf8").catch(() => "");
    if (before !== types) {
      await writeFile(file, types);
    }
  }),
);
