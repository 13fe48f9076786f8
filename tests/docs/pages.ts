import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../house/sources.ts';

/** Every page under docs/, by its path from the root. */
export function docsPages(folder = 'docs'): string[] {
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules' && name !== '.vitepress')
    .flatMap((entry) => (entry.isDirectory() ? docsPages(`${folder}/${entry.name}`) : entry.name.endsWith('.md') ? [`${folder}/${entry.name}`] : []))
    .sort();
}

/** A page's Markdown without what stands in fences. */
export function proseOf(page: string): string {
  return readFileSync(path.join(ROOT, page), 'utf8').replaceAll(/^(`{3,})[^`][\s\S]*?^\1$/gm, '');
}

/** Targets of the links and images of a page that lead to no other site. */
export function ownLinks(page: string): string[] {
  const text = proseOf(page).replaceAll(/`[^`\n]*`/g, '');
  return [...text.matchAll(/\]\(([^)\s]+)[^)]*\)/g)].map(([, target = '']) => target).filter((target) => !/^[a-z]+:/.test(target));
}

/** How GitHub makes an anchor of a heading. */
export function githubSlug(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/g, '-');
}

/** How VitePress does (`slugify` of @mdit-vue/shared). */
export function siteSlug(heading: string): string {
  return heading
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036F]/g, '')
    .replaceAll(/[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'“”‘’<>,.?/]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .replace(/^(\d)/, '_$1')
    .toLowerCase();
}

/** Anchors that a page has under a way of making them. A heading that comes again gets a number. */
export function anchorsOf(page: string, slug: (heading: string) => string): ReadonlySet<string> {
  const seen = new Map<string, number>();
  const anchors = [...proseOf(page).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => {
    const plain = slug(
      heading
        .replaceAll('`', '')
        .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
        .trim(),
    );
    const times = seen.get(plain) ?? 0;
    seen.set(plain, times + 1);
    return times === 0 ? plain : `${plain}-${String(times)}`;
  });
  return new Set(anchors);
}
