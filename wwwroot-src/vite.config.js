import { defineConfig } from "vite";

// Fixed names: the server's static assets add the fingerprints.
export default defineConfig({
  publicDir: "img",
  css: { preprocessorOptions: { scss: { quietDeps: true, silenceDeprecations: ["import", "global-builtin", "color-functions"] } } },
  build: {
    outDir: "../HospitalWeb/wwwroot",
    emptyOutDir: true,
    rolldownOptions: {
      input: { site: "ts/site.ts", live: "ts/live.ts", print: "css/print.css" },
      output: {
        entryFileNames: "js/[name].js",
        chunkFileNames: "js/shared-[name].js",
        assetFileNames: "[ext]/[name][extname]",
      },
    },
  },
});
