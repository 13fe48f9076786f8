import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fontFace } from '../report/style.ts';
import { DIST } from './paths.ts';

/** The pages' type, as the build has it, to be carried in a report; empty where the pages are not built, and the reader's own type stands in. */
export function reportFont(folder: string = path.join(DIST, 'web', 'assets')): string {
  try {
    const file = readdirSync(folder).find((name) => /^source-sans-3-latin-wght-normal.*\.woff2$/.test(name));
    return file === undefined ? '' : fontFace(readFileSync(path.join(folder, file)).toString('base64'));
  } catch {
    return '';
  }
}
