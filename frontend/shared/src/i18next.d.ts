import type { commonWords } from "./i18n";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "common";
    resources: { common: typeof commonWords };
  }
}
