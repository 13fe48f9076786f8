import { defineSource, type Variable } from '../../source.ts';

/** The file has the number of united Germany, 255, for the Federal Republic too, which the COW system calls 260. */
const WITH_COWN = `SELECT *, CASE WHEN ccode::INTEGER = 255 AND year::INTEGER < 1990 THEN '260' ELSE ccode END AS cown FROM raw`;

const people = (label: string): Variable => ({ kind: 'int32', label });

/** Personnel of the United States armed forces by country and year. */
export const usTroops = defineSource({
  id: 'us-troops',
  title: 'United States troop deployments',
  version: 'troopdata, to 2024',
  homepage: 'https://github.com/meflynn/troopdata',
  citations: [
    {
      key: 'allen2022global',
      type: 'article',
      author: 'Allen, Michael A. and Flynn, Michael E. and Martinez Machain, Carla',
      year: 2022,
      title: 'US Global Military Deployments, 1950-2020',
      fields: { journal: 'Conflict Management and Peace Science', volume: '39', number: '3', pages: '351--370' },
    },
  ],
  terms: {
    text: 'The R package troopdata that carries the data is under the GNU General Public License 3; cite the article.',
    url: 'https://github.com/meflynn/troopdata',
  },
  downloads: [],
  tables: [
    {
      id: 'state-year',
      title: 'US personnel by country and year',
      unit: 'state-year',
      states: 'cow',
      layouts: [{ file: /^us_troops_abroad\.csv$/i, missing: ['NA'], sql: WITH_COWN }],
      columns: {
        cown: { kind: 'int16', label: 'COW state number; numbers from 1000 are places outside the system' },
        year: { kind: 'int16', label: 'year' },
        ccode: { kind: 'int16', label: 'number of the country as published: 255 for Germany in every year' },
        countryname: { kind: 'text', label: 'name of the country or place' },
        iso3c: { kind: 'text', label: 'ISO 3166 code; missing for some territories and former states' },
        region: { kind: 'text', label: 'region of the world' },
        troops_ad: people('active-duty personnel, all services'),
        army_ad: people('active-duty personnel, Army'),
        navy_ad: people('active-duty personnel, Navy'),
        air_force_ad: people('active-duty personnel, Air Force'),
        marine_corps_ad: people('active-duty personnel, Marine Corps'),
        total_selected_reserve: people('Selected Reserve personnel; 0 can mean not reported'),
        total_civilian: people('civilian personnel; 0 can mean not reported'),
      },
      key: ['countryname', 'year'],
      coverage: [1950, 2024],
      absent: 'missing',
      publishedRows: 13_135,
      checks: [
        { holds: 'troops_ad >= 0 AND total_selected_reserve >= 0 AND total_civilian >= 0', message: 'totals are not negative' },
        { holds: 'ccode BETWEEN 2 AND 10101', message: 'ccode is a COW number, or one of those the authors made for places outside the system' },
      ],
    },
  ],
  caveats: [
    'Places outside the COW system (Guam, Greenland, Hong Kong, Antarctica ...) have numbers of their own from 1001 to 10101; Puerto Rico is 6.',
    'The published ccode is 255 for Germany throughout; cown is 260 before 1990.',
    '29 state-years stand twice, under two spellings of one state (Czech Republic and Czechia, Swaziland and Eswatini ..., 2013 to 2024): one row has the figures, the other zeros. Take the higher.',
    'A few counts of the Marine Corps are negative in the source. Zeros of reserve and civilian personnel can mean not reported.',
    'Rows for 1951 and 1952 exist for many states not yet independent, most with zeros.',
    'Counts are of the end of a quarter or fiscal year and leave out most forces on temporary duty and in war zones.',
  ],
});
