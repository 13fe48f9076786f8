import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface Entry {
  readonly text: string;
  readonly link?: string;
  readonly collapsed?: boolean;
  readonly items?: Entry[];
}

const docs = fileURLToPath(new URL('../', import.meta.url));

/** Names of the pages of a folder, its index left out. */
const pagesOf = (folder: string): string[] =>
  readdirSync(`${docs}${folder}`, { withFileTypes: true })
    .filter((file) => file.isFile() && file.name.endsWith('.md') && file.name !== 'index.md')
    .map(({ name }) => name.replace(/\.md$/, ''))
    .sort();

const foldersOf = (folder: string): string[] =>
  readdirSync(`${docs}${folder}`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();

/** Every page of the documentation, in reading order. Links are paths without `.md`; those that end in `/` are an index. */
export function sidebar(): Entry[] {
  return [
    {
      text: 'Start',
      items: [
        { text: 'Overview', link: '/' },
        { text: 'Start in two minutes', link: '/tutorials/start' },
        ...pagesOf('tutorials')
          .filter((name) => name !== 'start')
          .map((name) => ({ text: `For ${name}s`, link: `/tutorials/${name}` })),
        ...(existsSync(`${docs}gallery.md`) ? [{ text: 'Gallery', link: '/gallery' }] : []),
        { text: 'HTTP API', link: '/api' },
        { text: 'The workbench', link: '/workbench' },
        { text: 'Studies', link: '/studies' },
        { text: 'How to cite', link: '/cite' },
      ],
    },
    {
      text: 'The treaty language',
      items: [
        { text: 'Writing a treaty', link: '/language/' },
        { text: 'Reference', link: '/language/reference' },
        { text: 'How a clause is executed', link: '/language/semantics' },
        { text: 'Versions', link: '/language/versions' },
      ],
    },
    {
      text: 'The law',
      items: [
        { text: 'From an event to who owes what', link: '/law/' },
        { text: 'Crises of the past', link: '/events' },
      ],
    },
    {
      text: 'Facts',
      items: [
        { text: 'The catalog', link: '/catalog' },
        { text: 'States and places', link: '/states' },
        ...['contingencies', 'institutions'].filter((name) => existsSync(`${docs}${name}.md`)).map((name) => ({ text: name[0]?.toUpperCase() + name.slice(1), link: `/${name}` })),
      ],
    },
    { text: 'Data', collapsed: true, items: [{ text: 'The store', link: '/data/' }, ...pagesOf('data').map((name) => ({ text: name, link: `/data/${name}` }))] },
    {
      text: 'Measures',
      collapsed: true,
      items: [{ text: 'All measures', link: '/measures/' }, ...pagesOf('measures').map((name) => ({ text: name, link: `/measures/${name}` }))],
    },
    {
      text: 'Models',
      collapsed: true,
      items: [{ text: 'All models', link: '/models/' }, ...pagesOf('models').map((name) => ({ text: name, link: `/models/${name}` }))],
    },
    {
      text: 'Estimation',
      collapsed: true,
      items: [{ text: 'What is estimated, and how', link: '/estimate/' }, ...pagesOf('estimate').map((name) => ({ text: name, link: `/estimate/${name}` }))],
    },
    { text: 'Exploration', collapsed: true, items: pagesOf('explore').map((name) => ({ text: name, link: `/explore/${name}` })) },
    { text: 'The library', collapsed: true, items: [{ text: 'All modules', link: '/library/' }, ...pagesOf('library').map((name) => ({ text: `foedus/${name}`, link: `/library/${name}` }))] },
    { text: 'The command line', collapsed: true, items: pagesOf('cli').map((name) => ({ text: `foedus ${name}`, link: `/cli/${name}` })) },
    {
      text: 'Rules of the linter',
      collapsed: true,
      items: [
        { text: 'All rules', link: '/rules/' },
        ...foldersOf('rules').map((family) => ({
          text: family,
          collapsed: true,
          items: pagesOf(`rules/${family}`).map((name) => ({ text: `${family}/${name}`, link: `/rules/${family}/${name}` })),
        })),
      ],
    },
    {
      text: 'Contribute',
      collapsed: true,
      items: [{ text: 'Architecture', link: '/architecture' }, ...pagesOf('contribute').map((name) => ({ text: `Add a ${name}`, link: `/contribute/${name}` }))],
    },
  ];
}
