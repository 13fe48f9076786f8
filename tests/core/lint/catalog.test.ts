import { describe, expect, it } from 'vitest';
import { positionAt } from '../../../src/core/diagnostics.ts';
import { catalogFiles, earlyFiles } from '../../support/catalog-files.ts';
import { lint, world } from './linting.ts';
import { lintTreaties } from '../../../src/core/lint/index.ts';
import { withoutPlace } from '../../../src/core/lint/lint.ts';
import { parseTreaty } from '../../../src/core/treaty/parse.ts';

const { diagnostics } = lint(catalogFiles);

/** Portfolio findings as `rule later.yaml:line < earlier.yaml`. */
function portfolio(rule: string): readonly string[] {
  return diagnostics
    .filter((one) => one.rule === rule)
    .map(({ file, clause, related }) => `${file.replace('.yaml', '')} ${clause ?? ''} beside ${related?.[0]?.file.replace('.yaml', '') ?? ''}`);
}

describe('the catalog', { timeout: 30_000 }, () => {
  it('has treaties, and no error', () => {
    expect(catalogFiles.length).toBeGreaterThan(40);
    expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ file, message }) => `${file}: ${message}`)).toEqual([]);
  });

  it('has the weak bargains history is full of', () => {
    expect(diagnostics.filter(({ severity }) => severity === 'warning').length).toBeGreaterThan(30);
  });

  it('finds by the letter: the Reinsurance Treaty beside the Romanian alliance of 1883', () => {
    expect(portfolio('portfolio/contradiction-by-letter')).toContain('reinsurance-1887 benevolent-neutrality beside romanian-1883');
  });

  it('finds what hangs on who began it: Reinsurance beside 1879, the accord of 1902 beside the Triple Alliance', () => {
    const found = portfolio('portfolio/contradiction-who-began');
    expect(found).toContain('reinsurance-1887 benevolent-neutrality beside dual-1879');
    expect(found).toContain('franco-italian-1902 strict-neutrality beside triple-1882');
  });

  it('names a conflict at the obligation in the later treaty', () => {
    const finding = diagnostics.find(({ rule, file }) => rule === 'portfolio/contradiction-who-began' && file === 'franco-italian-1902.yaml');
    const text = catalogFiles.find(({ file }) => file === 'franco-italian-1902.yaml')?.text ?? '';
    expect(text.slice(finding?.range.start, finding?.range.end)).toBe('strict-neutrality');
    expect(text.split('\n')[positionAt(text, finding?.range.start ?? 0).line - 1]).toContain('id: strict-neutrality');
  });

  it('judges one day where one is asked for', () => {
    const on = (date: string) =>
      lint(catalogFiles, { date })
        .diagnostics.filter(({ rule }) => rule === 'portfolio/contradiction-by-letter')
        .map(({ file }) => file);
    expect(on('1888-01-01')).toContain('reinsurance-1887.yaml');
    expect(on('1891-01-01')).not.toContain('reinsurance-1887.yaml');
  });

  it('holds a treaty against others in which it reports nothing', () => {
    const parsed = catalogFiles.flatMap(({ file, text }) => {
      const result = parseTreaty(text, file);
      return result.ok ? [result.parsed] : [];
    });
    const own = parsed.filter(({ treaty }) => treaty.id === 'reinsurance-1887');
    const found = lintTreaties(own, { world, beside: parsed.filter((one) => !own.includes(one)), date: '1887-06-18' });
    expect(new Set(found.map(({ file }) => file))).toEqual(new Set(['reinsurance-1887.yaml']));
    expect(found.some(({ rule, related }) => rule === 'portfolio/contradiction-by-letter' && related?.[0]?.file === 'romanian-1883.yaml')).toBe(true);
    // Treaties known without their files say as much.
    const bare = lintTreaties(own, { world, beside: parsed.filter((one) => !own.includes(one)).map(({ treaty }) => withoutPlace(treaty)), date: '1887-06-18' });
    const told = (list: typeof found) => list.map(({ rule, message, range, related }) => [rule, message, range, related?.map(({ file }) => file)]);
    expect(told(bare)).toEqual(told(found));
  });

  it('says of a treaty beside others what it says of it among them', () => {
    const early = earlyFiles.flatMap(({ file, text }) => {
      const result = parseTreaty(text, file);
      return result.ok ? [result.parsed] : [];
    });
    const among = lintTreaties(early, { world, date: '1888-01-01' });
    for (const one of early.filter(({ treaty }) => /188[0-9]/.test(treaty.id))) {
      const portfolio = (list: typeof among) => list.filter(({ file, rule }) => file === one.file && rule.startsWith('portfolio/'));
      const beside = lintTreaties([one], { world, date: '1888-01-01', beside: early.filter((other) => other !== one) });
      expect(portfolio(beside), one.file).toEqual(portfolio(among));
    }
  });

  it('finds the same whatever the order of the files', () => {
    const key = (list: typeof diagnostics) => list.map(({ file, rule, range, message }) => `${file} ${rule} ${String(range.start)} ${message}`).toSorted();
    expect(earlyFiles.length).toBeGreaterThan(40);
    expect(key(lint(earlyFiles.toReversed()).diagnostics)).toEqual(key(lint(earlyFiles).diagnostics));
  });
});
