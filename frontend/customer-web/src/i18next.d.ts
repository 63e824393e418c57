import type { commonWords } from "@sagashop/shared/i18n";
import type { Words } from "./words/en";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "app";
    resources: { app: Words; common: typeof commonWords };
  }
}
