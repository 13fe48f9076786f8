import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { lintSources } from '../../src/core/lint/lint.ts';
import { ROOT } from '../house/sources.ts';
import { catalogWithFacts } from '../support/facts.ts';

const { catalog, world } = catalogWithFacts();

it('the treaty that the page adds is read and breaks no rule, and is not in the catalog already', () => {
  const page = readFileSync(path.join(ROOT, 'docs/contribute/treaty.md'), 'utf8');
  const [, name = '', text = ''] = /^`catalog\/treaties\/(\S+)`:\n\n```yaml\n([\s\S]*?)^```$/m.exec(page) ?? [];
  expect(text).toContain(`id: ${path.basename(name, '.yaml')}`);
  expect(catalog.treaties.map(({ id }) => id)).not.toContain(path.basename(name, '.yaml'));
  const { diagnostics } = lintSources([{ file: name, text }], { world });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
});
