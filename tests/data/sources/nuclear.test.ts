import { describe, expect, it } from 'vitest';
import { nuclear } from '../../../src/data/sources/nuclear/source.ts';
import { published } from '../../support/published.ts';

const HEAD = 'Entity,Year,nuclear_weapons_status,nuclear_weapons_consideration,nuclear_weapons_pursuit,nuclear_weapons_possession\n';

describe('nuclear status', () => {
  it('a successor carried back is the state of the time', async () => {
    const names = ['Serbia,1960', 'Serbia,2006', 'Czechia,1992', 'Czechia,1993', 'Congo,1990', 'Timor,2010', 'Freedonia,1990'];
    const { found } = await published(nuclear, 'owid_nuclear_proliferation.csv', `${HEAD}${names.map((name) => `${name},2,0,1,0`).join('\n')}\n`);
    expect(Object.fromEntries(found.map(({ entity, year, state }) => [`${entity} ${year}`, state]))).toEqual({
      'Serbia 1960': 'Yugoslavia',
      'Serbia 2006': 'Serbia',
      'Czechia 1992': 'Czechoslovakia',
      'Czechia 1993': 'Czechia',
      'Congo 1990': 'Republic of the Congo',
      'Timor 2010': 'Timor-Leste',
      'Freedonia 1990': 'Freedonia',
    });
  });

  it.each([
    ['4,0,0,0', 'nuclear_weapons_status is one of 0, 1, 2, 3'],
    ['1,0,1,0', 'consideration and pursuit go with the status'],
    ['3,0,0,0', 'possession goes with the status'],
  ])('flags that do not go with the status are refused: %s', async (flags, message) => {
    await expect(published(nuclear, 'owid_nuclear_proliferation.csv', `${HEAD}Freedonia,1990,${flags}\n`)).rejects.toThrow(message);
  });
});
