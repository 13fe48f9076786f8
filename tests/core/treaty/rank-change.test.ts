import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseTreaty } from '../../../src/core/treaty/parse.ts';
import { rankChanges } from '../../../src/core/treaty/rank-change.ts';
import { treatyAt } from '../../../src/core/treaty/resolve.ts';
import type { Treaty } from '../../../src/core/treaty/schema.ts';
import { ROOT } from '../../house/sources.ts';
import { VALID } from './samples.ts';

function read(text: string): Treaty {
  const result = parseTreaty(text, 'x.yaml');
  if (!result.ok) throw new Error(result.diagnostics.map((one) => one.message).join('\n'));
  return result.parsed.treaty;
}

const told = (a: Treaty, b: Treaty): string[] =>
  rankChanges(a, b).map(({ clause, label, reason }) => `${clause}: ${label}${reason === undefined ? '' : `, ${reason}`}`);
const sample = read(VALID);
const base: Treaty = {
  ...sample,
  institutions: { secretariat: true, meetings: 'yearly' },
  decisions: { rule: 'unanimity' },
  burden: { pledges: [{ id: 'two', metric: 'defense-share-of-gdp', at_least: 0.02, by: '2024-01-01' }] },
};

describe('labels of clause changes', () => {
  it.each<[string, Partial<Treaty>, string[]]>([
    ['notice', { exit: { article: '13', earliest: 'P20Y', notice: 'P6M' } }, ['exit: weaker, less notice to leave']],
    ['earliest exit', { exit: { article: '13', earliest: 'P25Y', notice: 'P1Y' } }, ['exit: stronger, leaving opens later']],
    ['no exit', { exit: { allowed: false } }, ['exit: stronger, no leaving']],
    ['more notice, sooner', { exit: { earliest: 'P10Y', notice: 'P2Y' } }, ['exit: different']],
    ['a term', { term: { kind: 'fixed', length: 'P10Y' } }, ['term: weaker, it binds for less long']],
    ['silence', { term: { kind: 'unspecified' } }, ['term: different']],
    ['majority', { decisions: { rule: 'majority' } }, ['decisions: stronger, fewer can hold it up']],
    ['a hub', { decisions: { rule: 'hub-decides' } }, ['decisions: different']],
    ['bases', { institutions: { secretariat: true, meetings: 'yearly', bases: true } }, ['institutions: stronger, more stands behind it']],
    ['meetings', { institutions: { secretariat: true, meetings: 'biennial' } }, ['institutions: weaker, fewer meetings']],
    ['regular meetings', { institutions: { secretariat: true, meetings: 'regular' } }, ['institutions: different']],
    [
      'a pledge',
      { burden: { pledges: [{ id: 'two', metric: 'defense-share-of-gdp', at_least: 0.035, by: '2035-01-01' }] } },
      ['two: stronger, more is pledged', 'two: weaker, later'],
    ],
    ['its end', { ended: { date: '1970-01-01', how: 'expired' } }, ['ended: weaker, it ends']],
    ['secrecy', { secrecy: 'secret' }, ['secrecy: different']],
  ])('%s', (_, change, expected) => expect(told(base, { ...base, ...change })).toEqual(expected));

  it('the articles of force and processes weaken what discretion leaves', () => {
    const [clause] = base.obligations;
    if (clause === undefined) throw new Error('no clause');
    const of = (response: (typeof clause)['response']): Treaty => ({ ...base, obligations: [{ ...clause, response }] });
    expect(told(base, of({ automaticity: 'automatic', force: 'required' }))).toEqual([
      'defend: stronger, the text fixes what is owed',
      'defend: stronger, more of armed force is asked',
    ]);
    expect(told(base, of({ automaticity: 'discretionary', constitutional_processes: true, consult_first: true, means: 'aid' }))).toEqual([
      'defend: weaker, constitutional processes are reserved',
      'defend: weaker, consultation comes first',
      'defend: different',
    ]);
  });

  it('NATO from 1950 to 2025: every accession is broader, cyber attacks too', () => {
    const nato = read(readFileSync(path.join(ROOT, 'catalog/treaties/nato.yaml'), 'utf8'));
    const found = rankChanges(treatyAt(nato, '1950-01-01'), treatyAt(nato, '2025-01-01'));
    expect(found.filter((one) => one.path[0] === 'parties').map(({ label }) => label)).toEqual(new Array(20).fill('broader'));
    expect(found.filter((one) => one.path.at(-1) === 'domains').map(({ label }) => label)).toContain('broader');
  });
});
