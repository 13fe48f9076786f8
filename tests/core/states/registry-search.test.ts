import { describe, expect, it } from 'vitest';
import { catalogRegistry } from '../../support/states.ts';

const registry = catalogRegistry();

describe('search', () => {
  it.each([
    ['deu', 'DEU'],
    ['Germany', 'DEU'],
    ['prussia', 'DEU'],
    ['deutschland', 'DEU'],
    ['cote d’ivoire', 'CIV'],
    ["CÔTE D'IVOIRE", 'CIV'],
    ['osterreich', 'AUT'],
    ['turkiye', 'TUR'],
    ['ottoman', 'TUR'],
    ['u.s.', 'USA'],
    ['America', 'USA'],
    ['UK', 'GBR'],
    ['Britain', 'GBR'],
    ['Holland', 'NLD'],
    ['persia', 'IRN'],
    ['Burma', 'MMR'],
    ['the Gambia', 'GMB'],
    ['USSR', 'RUS'],
    ['soviet', 'RUS'],
    ['Abyssinia', 'ETH'],
    ['Türkei', undefined],
    ['', undefined],
    ['  ', undefined],
  ])('%s finds %s first', (text, id) => {
    expect(registry.search(text)[0]?.state.id).toBe(id);
  });

  it('tells which name matched', () => {
    expect(registry.search('siam')[0]).toMatchObject({ state: { id: 'THA' }, matched: 'Siam' });
  });

  it('puts beginnings before words and words before the rest', () => {
    expect(registry.search('guinea').map(({ state }) => state.id)).toEqual(['GIN', 'GNB', 'GNQ', 'PNG']);
  });

  it('keeps to the states of a date, and to the limit', () => {
    expect(registry.search('german', { date: '1970-01-01' }).map(({ state }) => state.id)).toEqual(['DEU', 'AUT', 'DDR']);
    expect(registry.search('korea', { date: '1900-01-01' }).map(({ state }) => state.id)).toEqual(['KOR']);
    expect(registry.search('a', { limit: 5 })).toHaveLength(5);
  });
});

describe('suggest', () => {
  it.each([
    ['Germny', 'DEU'],
    ['Grmany', 'DEU'],
    ['Untied States', 'USA'],
    ['FRN', 'FRA'],
    ['Ukrane', 'UKR'],
    ['Argentinia', 'ARG'],
    ['ger', 'DEU'],
  ])('%s may mean %s', (text, id) => {
    expect(registry.suggest(text).map(({ state }) => state.id)).toContain(id);
  });

  it('has nothing to say to nothing, nor to what is like nothing', () => {
    expect(registry.suggest('')).toEqual([]);
    expect(registry.suggest('xyzzyxyzzy')).toEqual([]);
  });
});

describe('explainUnknownState', () => {
  it.each([
    ['GMY', "'GMY' is a COW code; states here use ISO 3166. Did you mean DEU (Germany)?"],
    ['ukg', "'ukg' is a COW code; states here use ISO 3166. Did you mean GBR (United Kingdom)?"],
    ['FRN', "'FRN' is a COW code; states here use ISO 3166. Did you mean FRA (France)?"],
    ['RUM', "'RUM' is a Gleditsch-Ward code; states here use ISO 3166. Did you mean ROU (Romania)?"],
    ['345', "'345' is a COW number; states here use ISO 3166. Did you mean SRB (Serbia) or YUG (Yugoslavia)?"],
    ['SWZ', "'SWZ' is Eswatini; as a COW code it is CHE (Switzerland)."],
    ['FRA', "'FRA' is France."],
    ['deu', "State ids are three capital letters, not 'deu'. Did you mean DEU (Germany)?"],
    ['Germany', "'Germany' is a name; states here are written by id. Did you mean DEU (Germany)?"],
    ['Congo', "'Congo' is a name; states here are written by id. Did you mean COG (Republic of the Congo) or COD (Democratic Republic of the Congo)?"],
    ['Germny', "There is no state 'Germny'. Did you mean DEU (Germany)?"],
    ['xyzzyxyzzy', "There is no state 'xyzzyxyzzy'. States are written by their ISO 3166 code, such as DEU (Germany)."],
    ['', 'No state is named; write an id such as DEU (Germany).'],
  ])('%s', (text, line) => {
    expect(registry.explainUnknownState(text)).toBe(line);
  });
});
