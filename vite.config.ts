import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** While developing, the built catalog and the world map stand beside the page, as `foedus serve` has them. */
const facts = (): Plugin => ({
  name: 'foedus-facts',
  configureServer(server) {
    server.middlewares.use((request, response, next) => {
      const path = (request.url ?? '').split('?')[0] ?? '';
      const world = /^\/world\/(countries-(?:110|50)m\.json)$/.exec(path)?.[1];
      const file = path === '/catalog.json' || path === '/facts.json' ? at(`dist${path}`) : world ? at(`node_modules/world-atlas/${world}`) : null;
      if (!file || !existsSync(file)) return void next();
      response.setHeader('content-type', 'application/json');
      response.end(readFileSync(file));
    });
  },
});

/** Preloads the latin subset of the page's type, under whatever name the build gave it. */
const preloadLatin = (): Plugin => ({
  name: 'foedus-preload-latin',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle }) => {
      const font = Object.keys(bundle ?? {}).find((name) => /source-sans-3-latin-wght-normal.*\.woff2$/.test(name));
      return font
        ? [{ tag: 'link', attrs: { rel: 'preload', href: `/${font}`, as: 'font', type: 'font/woff2', crossorigin: '' }, injectTo: 'head-prepend' }]
        : [];
    },
  },
});

// A test run that builds first must not get React's development build.
if (process.argv.includes('build')) process.env['NODE_ENV'] = 'production';

export default defineConfig({
  root: at('src/web'),
  plugins: [react(), facts(), preloadLatin()],
  build: {
    outDir: at('dist/web'),
    emptyOutDir: true,
    target: ['chrome123', 'firefox120', 'safari17.5'],
    // The page's policy allows nothing inline: fonts stay files.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
