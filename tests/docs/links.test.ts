import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { FILES } from '../../docs/.vitepress/files.ts';
import { ROOT } from '../house/sources.ts';
import { anchorsOf, docsPages, githubSlug, ownLinks, siteSlug } from './pages.ts';

/** Every link of ours leads to a file and, where it names one, to a heading, both on GitHub and on the site. */

/** What is wrong with a link, or null. */
function fault(page: string, target: string): string | null {
  const [file = '', anchor] = target.split('#');
  const to = file === '' ? page : path.posix.join(path.posix.dirname(page), file);
  if (page.startsWith('docs/') && !to.startsWith('docs/')) return `${target} leads out of docs/, which the site does not have`;
  if (!existsSync(path.join(ROOT, to))) return `${target} leads to no file`;
  if (statSync(path.join(ROOT, to)).isDirectory()) return `${target} leads to a folder; name its index.md`;
  const onSite = (name: string): boolean => to === `docs/${name}` || to.startsWith(`docs/${name}/`);
  if (page.startsWith('docs/') && !/\.(md|svg|png)$/.test(to) && !FILES.some(onSite)) return `${target} is no page and is not among docs/.vitepress/files.ts`;
  if (anchor === undefined) return null;
  if (!anchorsOf(to, githubSlug).has(anchor)) return `${target} names no heading of ${to}`;
  if (to.startsWith('docs/') && !anchorsOf(to, siteSlug).has(anchor)) return `${target} names a heading that has another anchor on the site`;
  return null;
}

describe('links', () => {
  it.each(['README.md', 'CONTRIBUTING.md', ...docsPages()])('%s', (page) => {
    expect(
      ownLinks(page)
        .map((target) => fault(page, target))
        .filter((one) => one !== null),
    ).toEqual([]);
  });
});

describe('anchors', () => {
  it.each([
    ['Who began it, and who is already fighting', 'who-began-it-and-who-is-already-fighting', 'who-began-it-and-who-is-already-fighting'],
    ['obligations: trigger: area', 'obligations-trigger-area', 'obligations-trigger-area'],
    ['burden.common_funding', 'burdencommon_funding', 'burden-common-funding'],
    ['1914', '1914', '_1914'],
    ['Émigrés & exiles', 'émigrés--exiles', 'emigres-exiles'],
  ])('%s', (heading, onGithub, onSite) => {
    expect([githubSlug(heading), siteSlug(heading)]).toEqual([onGithub, onSite]);
  });
});
