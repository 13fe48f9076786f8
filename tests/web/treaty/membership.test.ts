import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../../src/app/load-catalog.ts';
import { membershipHeadline, membershipLines, timeAxis } from '../../../src/web/treaty/membership.ts';
import { findTreaty } from '../../../src/app/find-treaty.ts';

const TODAY = '2026-06-01';
const treaty = (id: string) => findTreaty(loadCatalog().treaties, id);

describe('parties through time', () => {
  it('puts those that came and went together in one line, the first first', () => {
    const lines = membershipLines(treaty('nato'));
    expect(lines[0]?.states).toHaveLength(12);
    expect(lines[1]).toMatchObject({ states: ['GRC', 'TUR'], bound: [{ from: '1952-02-18' }] });
    expect(lines.flatMap(({ states }) => states)).toHaveLength(32);
  });

  it('ends every line with the treaty, and tells when obligations rested', () => {
    const lines = membershipLines(treaty('warsaw-pact'));
    expect(lines.flatMap(({ bound }) => bound).every(({ to }) => to !== undefined && to <= '1991-07-01')).toBe(true);
    expect(membershipLines(treaty('anzus')).some(({ rested }) => rested.length > 0)).toBe(true);
  });

  it.each([
    ['nato', 'Twelve parties in 1949, 32 today.'],
    ['us-japan-1960', 'Two parties since 23 June 1960.'],
    ['dual-1879', 'Two parties from 21 October 1879; over on 3 November 1918.'],
  ])('says of %s: %s', (id, headline) => {
    expect(membershipHeadline(treaty(id), membershipLines(treaty(id)), TODAY)).toBe(headline);
  });

  it.each([
    ['nato', [1960, 1980, 2000, 2020]],
    ['prusso-italian-1866', [1866, 1867]],
    ['dual-1879', [1880, 1890, 1900, 1910]],
  ])('has few ticks at round years: %s', (id, ticks) => {
    expect(timeAxis(membershipLines(treaty(id)), TODAY).ticks).toEqual(ticks);
  });
});
