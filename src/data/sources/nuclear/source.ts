import { defineSource } from '../../source.ts';
import { code, flag, onlyLabeledCodes, between } from '../describe.ts';

/**
 * The file's names as the registry of states knows them. It carries today's successors back in time: Serbia's program was
 * Yugoslavia's.
 */
const WITH_STATE = `SELECT *, CASE "Entity"
    WHEN 'Cape Verde' THEN 'Cabo Verde'
    WHEN 'Congo' THEN 'Republic of the Congo'
    WHEN 'Democratic Republic of Congo' THEN 'Democratic Republic of the Congo'
    WHEN 'Swaziland' THEN 'Eswatini'
    WHEN 'Timor' THEN 'Timor-Leste'
    WHEN 'Czechia' THEN CASE WHEN "Year"::INTEGER < 1993 THEN 'Czechoslovakia' ELSE "Entity" END
    WHEN 'Serbia' THEN CASE WHEN "Year"::INTEGER < 2006 THEN 'Yugoslavia' ELSE "Entity" END
    ELSE "Entity" END AS state
  FROM raw`;

/** Who considered, pursued and possessed nuclear weapons. */
export const nuclear = defineSource({
  id: 'nuclear',
  title: 'Nuclear proliferation',
  version: '2022',
  homepage: 'https://ourworldindata.org/nuclear-weapons',
  citations: [
    {
      key: 'bleek2017proliferate',
      type: 'misc',
      author: 'Bleek, Philipp C.',
      year: 2017,
      title: "When Did (and Didn't) States Proliferate? Chronicling the Spread of Nuclear Weapons",
      fields: { publisher: 'Belfer Center for Science and International Affairs, Harvard Kennedy School', address: 'Cambridge, MA' },
    },
    {
      key: 'owid2022nuclear',
      type: 'misc',
      author: '{Our World in Data}',
      year: 2022,
      title: 'Nuclear Weapons Proliferation, from Bleek (2017) and the Nuclear Threat Initiative (2022)',
      fields: { url: 'https://ourworldindata.org/nuclear-weapons' },
    },
  ],
  terms: { text: 'Creative Commons BY 4.0, with credit to Our World in Data and its sources.', url: 'https://creativecommons.org/licenses/by/4.0/' },
  downloads: [],
  tables: [
    {
      id: 'state-year',
      title: 'Nuclear status by state and year',
      unit: 'state-year',
      states: 'name',
      layouts: [{ file: /^owid_nuclear_proliferation\.csv$/i, sql: WITH_STATE }],
      columns: {
        state: { kind: 'text', label: 'the state by a name that foedus knows' },
        year: { kind: 'int16', label: 'year' },
        entity: { kind: 'text', label: "Our World in Data's name of the state" },
        nuclear_weapons_status: code('nuclear weapons: furthest status in the year', { 0: 'none', 1: 'considering', 2: 'pursuing', 3: 'possessing' }),
        nuclear_weapons_consideration: flag('considers nuclear weapons, and no more'),
        nuclear_weapons_pursuit: flag('pursues nuclear weapons, and has none'),
        nuclear_weapons_possession: flag('possesses nuclear weapons'),
      },
      key: ['entity', 'year'],
      coverage: [1938, 2022],
      absent: 'missing',
      publishedRows: 16_848,
      checks: [
        ...onlyLabeledCodes({ nuclear_weapons_status: code('', { 0: '', 1: '', 2: '', 3: '' }) }),
        between('nuclear_weapons_possession', 0, 1),
        {
          holds: '(nuclear_weapons_status = 1) = (nuclear_weapons_consideration = 1) AND (nuclear_weapons_status = 2) = (nuclear_weapons_pursuit = 1)',
          message: 'consideration and pursuit go with the status',
        },
        { holds: '(nuclear_weapons_status = 3) = (nuclear_weapons_possession = 1)', message: 'possession goes with the status' },
      ],
    },
  ],
  caveats: [
    'States are names, carried back in time: every state of today has rows from 1938, most with zeros only. A row is no proof of statehood.',
    'Serbia before 2006 is Yugoslavia, whose program it was, and Czechia before 1993 is Czechoslovakia; Russia is the Soviet Union. They are joined so.',
    'Abkhazia and South Ossetia are not among the states of foedus, and Tibet has no COW number. Their rows are all zero.',
    'Dates of consideration and pursuit are a matter of dispute: other chronologies (Singh and Way 2004, Jo and Gartzke 2007) differ by years.',
  ],
});
