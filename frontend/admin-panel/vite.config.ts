import { defineConfig, mergeConfig } from "vite";
import { appConfig } from "../vite.shared.ts";

/** What every page needs goes over the wire in one piece, instead of in forty small ones. */
const BASE =
  /node_modules\/(react|react-dom|scheduler|react-i18next|i18next|use-sync-external-store|clsx|@tanstack\/(react-router|router-core|history|store|react-store|react-query|query-core)|@base-ui|@floating-ui)\/|\/shared\/src\/(?!i18n\/de)|\/admin-panel\/src\/(app|live|api|pages)\/|\/session\/(?!SignIn)|\/search\.ts$/;

export default defineConfig(
  mergeConfig(appConfig("/admin/"), {
    build: {
      rolldownOptions: {
        output: { codeSplitting: { groups: [{ name: "base", test: BASE }] } },
      },
    },
  }),
);
