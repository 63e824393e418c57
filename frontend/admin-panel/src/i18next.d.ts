import type { commonWords } from "@sagashop/shared/i18n";
import type { en } from "./words/en";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "app";
    resources: { app: typeof en; common: typeof commonWords };
  }
}
