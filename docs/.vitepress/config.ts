import { cpSync } from 'node:fs';
import { defineConfig } from 'vitepress';
import { sidebar } from './sidebar.ts';

export default defineConfig({
  title: 'Foedus',
  description: 'A workbench for alliance politics: treaties as data, linted, executed and assessed',
  lang: 'en-US',
  cleanUrls: true,
  cacheDir: './node_modules/.vitepress',
  themeConfig: {
    nav: [
      { text: 'Language', link: '/language/' },
      { text: 'Law', link: '/law/' },
      { text: 'Catalog', link: '/catalog' },
      { text: 'Rules', link: '/rules/' },
    ],
    sidebar: sidebar(),
    outline: { level: [2, 3] },
    search: { provider: 'local' },
  },
  /** Files that pages link to beside pages. */
  buildEnd({ srcDir, outDir }) {
    for (const name of ['schemas', 'language/every-key.yaml']) cpSync(`${srcDir}/${name}`, `${outDir}/${name}`, { recursive: true });
  },
});
