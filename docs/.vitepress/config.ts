import { cpSync } from 'node:fs';
import { defineConfig } from 'vitepress';
import { FILES } from './files.ts';
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
  // Their endings are not known to the check of links, which takes them for pages.
  ignoreDeadLinks: [/\.slurm$/],
  buildEnd({ srcDir, outDir }) {
    for (const name of FILES) cpSync(`${srcDir}/${name}`, `${outDir}/${name}`, { recursive: true });
  },
});
