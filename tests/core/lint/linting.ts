import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { positionAt, type Diagnostic } from '../../../src/core/diagnostics.ts';
import { lintSources, type LintOptions, type LintResult, type LintSource } from '../../../src/core/lint/index.ts';
import type { WorldFacts } from '../../../src/core/states/types.ts';
import { createWorld } from '../../../src/core/states/world.ts';

function facts<K extends keyof WorldFacts>(key: K): WorldFacts[K] {
  const file = new URL(`../../../catalog/states/${key}.yaml`, import.meta.url);
  return existsSync(file) ? parse(readFileSync(file, 'utf8')) : [];
}

/** The world of the catalog, without the shapes of countries. */
export const world = createWorld({ states: facts('states'), territories: facts('territories'), regions: facts('regions') });

export function lint(sources: readonly LintSource[], options: Omit<LintOptions, 'world'> = {}): LintResult {
  return lintSources(sources, { world, ...options });
}

/** `file:line rule`, with the column where asked for. */
export function placed(diagnostics: readonly Diagnostic[], sources: readonly LintSource[], column = false): readonly string[] {
  return diagnostics.map(({ file, rule, range }) => {
    const at = positionAt(sources.find((one) => one.file === file)?.text ?? '', range.start);
    return `${file}:${String(at.line)}${column ? `:${String(at.column)}` : ''} ${rule}`;
  });
}

/** Top-level keys of a treaty file and the lines they stand on; comments belong to the key below them. */
function blocksOf(text: string): Map<string, string> {
  const blocks = new Map<string, string>();
  let pending = '';
  let key = '';
  for (const line of text.split(/(?<=\n)/)) {
    const found = /^(\w+):/.exec(line)?.[1];
    if (found !== undefined) {
      key = found;
      blocks.set(key, pending + line);
      pending = '';
    } else if (line.startsWith('#')) pending += line;
    else blocks.set(key, (blocks.get(key) ?? '') + line);
  }
  return blocks;
}

/** A treaty laid over a base: its top-level keys stand in place of the base's, others follow. */
export function over(base: string, fragment: string, without: readonly string[] = []): string {
  const blocks = blocksOf(base);
  for (const key of without) blocks.delete(key);
  for (const [key, block] of blocksOf(fragment)) blocks.set(key, block);
  return [...blocks.values()].join('');
}
