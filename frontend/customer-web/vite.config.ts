import { defineConfig, mergeConfig } from "vite";
import { appConfig } from "../vite.shared.ts";

/** What every page needs goes over the wire in one piece, instead of in many small ones. */
const BASE =
  /node_modules\/(react|react-dom|scheduler|react-i18next|i18next|use-sync-external-store|clsx|openapi-fetch|@tanstack\/(react-router|router-core|history|store|react-store|react-query|query-core))\/|\/shared\/src\/(api|session|theme|i18n\/(en|index))|\/shared\/src\/ui\/(Badge|Button|Card|Field|States)|\/customer-web\/src\/(app|catalogue)\/|\/cart\/cart\.ts$|\/search\.ts$/;

export default defineConfig(
  mergeConfig(appConfig("/"), {
    build: {
      rolldownOptions: {
        output: { codeSplitting: { groups: [{ name: "base", test: BASE }] } },
      },
    },
  }),
);
