import { describe, expect, it } from 'vitest';
import { blankPact } from '../../src/app/design.ts';
import { stepsOfView } from '../../src/app/studies/steps-of-view.ts';

describe('a design of a page', () => {
  it('is asked as the command line asks it', () => {
    const flags = { budget: '300', points: '12', draws: '40', date: '2025-06-01' };
    expect(stepsOfView('/design?treaty=nato&date=2025-06-01&fix=exit;burden.pledges=2%25&x=deterrence')).toEqual([
      { verb: 'design', arguments: ['nato'], flags: { ...flags, fix: ['exit', 'burden.pledges=2%'] } },
    ]);
    expect(stepsOfView('/design?between=FRA,POL&date=2025-06-01&budget=100')).toEqual([
      { verb: 'design', flags: { ...flags, between: 'FRA,POL', budget: '100' } },
    ]);
    expect(stepsOfView('/design')).toEqual([]);
  });

  it('begins a new pact between two states or more', () => {
    expect(blankPact(['FRA', 'POL'], '2026-06-01', (state) => state)).toMatchObject({ id: 'pact-fra-pol', in_force: '2026-06-01' });
    expect(() => blankPact(['FRA', 'FRA'], '2026-06-01', (state) => state)).toThrow(/two states or more/);
  });
});
