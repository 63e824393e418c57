import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress } from "node:zlib";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import type { Plugin, UserConfig } from "vite";

const compress = promisify(brotliCompress);

/** Below this a compressed file saves no packet. */
const SMALLEST = 1024;

/** Writes a `.br` beside each text file; the gateway sends it to whoever takes it. */
function compressed(): Plugin {
  return {
    name: "compressed",
    apply: "build",
    async writeBundle({ dir }) {
      const folder = dir ?? "dist";
      const files = await readdir(folder, { recursive: true });
      await Promise.all(
        files
          .filter((file) => /\.(js|css|html|svg|json)$/.test(file))
          .map(async (file) => {
            const content = await readFile(join(folder, file));
            if (content.length >= SMALLEST) {
              await writeFile(join(folder, `${file}.br`), await compress(content));
            }
          }),
      );
    },
  };
}

/** What both apps are built with. A running shop at SHOP_URL answers the API calls of `vite dev`. */
export function appConfig(base: string): UserConfig {
  return {
    base,
    plugins: [react(), tailwindcss(), compressed()],
    // What libraries bring along for old Reacts is a part of this one.
    resolve: { alias: [{ find: /^use-sync-external-store\/shim$/, replacement: "react" }] },
    build: {
      // The policy of the page takes fonts and scripts from files only.
      assetsInlineLimit: 0,
      sourcemap: false,
      // Tells the size check which chunks belong together.
      manifest: true,
      // One piece that every page needs; the size check watches what matters, which is its compressed size.
      chunkSizeWarningLimit: 800,
      target: "es2023",
    },
    server: {
      proxy: {
        // The shop refuses to sign anybody in whose page has another origin than the request.
        "/api": {
          target: process.env.SHOP_URL ?? "http://127.0.0.1:8080",
          changeOrigin: false,
        },
      },
    },
  };
}
