import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: ["shared", "customer-web", "admin-panel"].map((name) => ({
      test: {
        name,
        root: name,
        environment: "happy-dom",
        include: ["{src,test}/**/*.test.{ts,tsx}"],
      },
    })),
  },
});
