import { describe, expect, it } from 'vitest';
import { draftsOfView, stepsOfView } from '../../../src/app/studies/steps-of-view.ts';

describe('a view as verbs', () => {
  it.each([
    [
      'a comparison, with the draws of the page',
      '/compare?treaties=nato@1955,draft:nordic&date=2025-06-01&as=pact,pairs&number=war',
      [{ verb: 'compare', arguments: ['nato@1955', 'nordic.yaml'], flags: { draws: '200', date: '2025-06-01', as: 'pact,pairs' } }],
    ],
    [
      'worlds ahead',
      '/decades?from=2026-01-01&years=10&states=USA,CHN&scenarios=leaves:USA;downturn&run=1',
      [{ verb: 'decades', flags: { worlds: '30', from: '2026-01-01', years: '10', states: 'USA,CHN', scenario: ['leaves:USA', 'downturn'] } }],
    ],
    [
      'worlds in which a hand makes something happen',
      '/decades?from=2026-01-01&injects=2028 leaves USA nato;2030 war CHN PHL',
      [{ verb: 'decades', flags: { worlds: '30', from: '2026-01-01', happens: ['2028 leaves USA nato', '2030 war CHN PHL'] } }],
    ],
    ['a draft assessed', '/assess?treaty=draft:nordic&date=2026-06-01', [{ verb: 'assess', arguments: ['nordic.yaml'], flags: { date: '2026-06-01' } }]],
    ['a page that asks nothing', '/decades', []],
  ])('%s', (_, view, steps) => {
    expect(stepsOfView(view)).toEqual(steps);
  });

  it('names the drafts it shows, each once', () => {
    expect(draftsOfView('/edit/harbor-pact?tab=changes')).toEqual(['harbor-pact']);
    expect(draftsOfView('/compare?treaties=nato,draft:a,draft:b@1999,draft:a')).toEqual(['a', 'b']);
    expect(draftsOfView('/assess?treaty=draft:c')).toEqual(['c']);
    expect(draftsOfView('/fight?from=RUS')).toEqual([]);
  });
});
