import { describe, expect, it } from 'vitest';
import { createRegime } from '../../../src/core/law/regime.ts';
import { tiesOf } from '../../../src/core/law/ties.ts';
import type { Treaty } from '../../../src/core/treaty/schema.ts';
import { pact, smallWorld } from '../../support/small-world.ts';

const world = smallWorld(['AAA', 'BBB', 'CCC']);
const ties = (treaties: readonly Treaty[], date = '1910-01-01'): string[] =>
  tiesOf(createRegime(treaties, world, date)).map(
    ({ from, to, clauses }) => `${from} ${to}: ${clauses.map(({ action, treaty }) => `${action} (${treaty})`).join(', ')}`,
  );

describe('ties of a date', () => {
  it('run both ways where all are bound to all, with every clause behind them', () => {
    expect(ties([pact('one', ['AAA', 'BBB'], [{}, { kind: 'consultation' }]), pact('two', ['AAA', 'BBB'], [{ kind: 'nonaggression' }])])).toEqual([
      'AAA BBB: defend (one), consult (one), not-attack (two)',
      'BBB AAA: defend (one), consult (one), not-attack (two)',
    ]);
  });
  it('run one way where one alone is bound, and not where nobody in particular is owed', () => {
    expect(ties([pact('guarantee', ['AAA', 'BBB'], [{ bound: ['AAA'], to: ['BBB'] }])])).toEqual(['AAA BBB: defend (guarantee)']);
    expect(ties([pact('open', ['AAA', 'BBB'], [{ bound: ['AAA'], to: 'any' }])])).toEqual([]);
  });
  it('rest while suspended', () => {
    const treaty = pact('pact', ['AAA', 'BBB', 'CCC'], [{}], { suspensions: [{ bound: ['AAA'], to: ['BBB'], from: '1905', source: 'made up' }] });
    expect(ties([treaty])).toEqual([
      'AAA CCC: defend (pact)',
      'BBB AAA: defend (pact)',
      'BBB CCC: defend (pact)',
      'CCC AAA: defend (pact)',
      'CCC BBB: defend (pact)',
    ]);
  });
});
