import { describe, expect, it } from 'vitest';
import { formatQuery, newQuestion, parseQuery, readSearch, START, writeSearch } from '../../src/web/fight/search.ts';

describe('the address', () => {
  it.each([
    'date=1914-07-28&from=AUH&to=SRB&cascade=chosen&step=5',
    'date=1982-04-02&from=ARG&to=GBR&place=falkland-islands&tab=free&why=free:USA:nato:5:GBR',
    'date=2001-09-11&from=NONSTATE&to=USA&domain=air&show=chance&view=world&area=1&table=1',
    'date=1941-12-08&from=JPN&to=USA&war=DEU:GBR,ITA:GBR&began=JPN&intensity=below-threshold&kind=threat&object=forces',
    'date=1914-07-28&from=AUH&to=SRB&cascade=chosen&own=1&joins=RUS:SRB,JPN:SRB&refuses=DEU&sel=RUS',
    'date=1904-02-08&from=JPN,GBR&to=RUS&place=31.1,121.5',
  ])('%s comes back as it was', (address) => {
    const written = parseQuery(formatQuery(writeSearch(readSearch(parseQuery(address)))));
    expect(written).toEqual(parseQuery(address));
  });

  it('falls back where it cannot be read', () => {
    const search = readSearch({
      date: 'soon',
      from: 'XX,RUS',
      to: 'toolong',
      domain: 'moon',
      step: '-3',
      cascade: 'maybe',
      view: 'side',
      tab: 'x',
      war: 'DEU',
    });
    expect(search).toMatchObject({ date: START.date, from: ['RUS'], to: null, domain: 'land', step: 1, cascade: 'letter', view: null, tab: 'owes', war: [] });
  });

  it('keeps commas and colons readable', () => {
    expect(formatQuery({ war: 'DEU:GBR,ITA:GBR', why: 'duty:GBR:london-1839:VII' })).toBe('?war=DEU:GBR,ITA:GBR&why=duty:GBR:london-1839:VII');
    expect(formatQuery({})).toBe('');
  });
});

it('a new question drops what was opened, selected and chosen, and keeps how it is looked at', () => {
  const before = readSearch({ ...START, step: '5', why: 'duty:x', sel: 'RUS', table: '1', joins: 'RUS:SRB', own: '1' });
  expect(newQuestion(before, { to: 'BEL' })).toMatchObject({ to: 'BEL', step: 1, why: null, sel: null, joins: [], own: false, table: true });
});
