import { describe, expect, it } from 'vitest';
import { addressFaults } from '../../src/web/fight/faults.ts';
import { askedBy } from '../../src/web/fight/question.ts';
import { parseQuery, readSearch, writeSearch } from '../../src/web/fight/search.ts';
import { engine } from './engine.ts';

describe('an address', () => {
  it.each([
    ['date=1914-02-30', 'date=1914-02-30 is no day of the calendar. Shown: 28 July 1914.'],
    ['date=1700-01-01', 'date=1700-01-01 lies outside 1815 to 2026. Shown: the nearest day.'],
    ['from=AUH,Serbia', 'from=Serbia is no state: a state is three letters, such as AUH. It is left out.'],
    ['joins=RUS', 'joins=RUS is no pair of states, such as RUS:SRB. It is left out.'],
    ['domain=moon', 'domain=moon is not known here. Expected: land, sea, air, cyber, space, hybrid.'],
    ['step=-2', 'step=-2 is no step: steps are counted from 1.'],
  ])('%s is told of', (address, sentence) => {
    expect(addressFaults(parseQuery(address))).toEqual([sentence]);
  });

  it('that the page wrote itself has no fault', () => {
    const address =
      'date=2001-09-11&from=NONSTATE&to=USA&domain=air&kind=war&began=NONSTATE&war=RUS:UKR&cascade=chosen&own=1&step=3&joins=RUS:SRB&refuses=ITA&show=chance&view=world&area=1&tab=free&sel=USA';
    expect(addressFaults(parseQuery(address))).toEqual([]);
    expect(addressFaults(writeSearch(readSearch(parseQuery(address))))).toEqual([]);
  });

  it.each([
    ['GMY', "'GMY' is a COW code; states here use ISO 3166. Did you mean DEU (Germany)?"],
    ['XXX', "No state has the code 'XXX'. Choose one in the question above, by name or by any code."],
  ])('with the code %s says what to write', (code, problem) => {
    expect(askedBy(readSearch({ date: '1914-07-28', from: code, to: 'SRB' }), engine().world)).toEqual({ problem });
  });
});
