import { defineSource } from '../../source.ts';
import { between, stateNumbers } from '../describe.ts';

/** The first session began in January 1946, the 74th in September 2019. */
const WITH_YEAR = 'SELECT *, (session::INTEGER + 1945)::VARCHAR AS year FROM raw';

/** Ideal points of states, estimated from their votes in the General Assembly of the United Nations. */
export const unga = defineSource({
  id: 'unga',
  title: 'United Nations General Assembly ideal points',
  version: 'April 2020',
  homepage: 'https://dataverse.harvard.edu/dataset.xhtml?persistentId=doi:10.7910/DVN/LEJUQZ',
  citations: [
    {
      key: 'bailey2017estimating',
      type: 'article',
      author: 'Bailey, Michael A. and Strezhnev, Anton and Voeten, Erik',
      year: 2017,
      title: 'Estimating Dynamic State Preferences from United Nations Voting Data',
      fields: { journal: 'Journal of Conflict Resolution', volume: '61', number: '2', pages: '430--456' },
    },
  ],
  terms: {
    text: 'MIT license of the repository of the estimates; cite the article.',
    url: 'https://github.com/evoeten/United-Nations-General-Assembly-Votes-and-Ideal-Points',
  },
  downloads: [],
  tables: [
    {
      id: 'state-year',
      title: 'Ideal points by state and session',
      unit: 'state-year',
      states: 'cow',
      layouts: [
        { file: /^unga_ideal_points_.*\.csv$/i, missing: ['NA'] },
        { file: /^IdealpointestimatesAll_Jun2024\.csv$/i, missing: ['NA'], version: 'June 2024', sql: WITH_YEAR },
        { file: /^IdealpointestimatesAll_Jun2024\.tab$/i, missing: ['NA'], version: 'June 2024', delimiter: '\t', sql: WITH_YEAR },
      ],
      columns: {
        ccode: { kind: 'int16', label: 'COW state number' },
        year: { kind: 'int16', label: 'year the session began: session + 1945' },
        session: { kind: 'int16', label: 'session of the General Assembly' },
        iso3c: { kind: 'text', label: 'ISO 3166 code' },
        countryname: { kind: 'text', label: 'name of the state' },
        nvotes: { kind: 'int16', label: 'votes the estimate rests on', published: ['NVotesAll'] },
        idealpoint: { kind: 'float64', label: 'ideal point: posterior mean', published: ['IdealPointAll'] },
        q5: { kind: 'float64', label: 'ideal point: 5th percentile of the posterior', published: ['Q5%', 'Q5%All'] },
        q50: { kind: 'float64', label: 'ideal point: posterior median', published: ['Q50%', 'Q50%All'] },
        q95: { kind: 'float64', label: 'ideal point: 95th percentile of the posterior', published: ['Q95%', 'Q95%All'] },
      },
      key: ['ccode', 'year'],
      coverage: [1946, 2019],
      absent: 'missing',
      publishedRows: 10_469,
      checks: [
        ...stateNumbers('ccode'),
        { holds: 'year = session + 1945', message: 'the year is the session plus 1945' },
        { holds: 'q5 <= q50 AND q50 <= q95', message: 'the quantiles are in order' },
        between('idealpoint', -10, 10),
      ],
    },
  ],
  caveats: [
    'The scale is relative and is estimated anew for each release: do not mix releases, and read differences, not levels.',
    'Session 19 (1964) held no votes to speak of and is absent.',
    'Join by ccode: iso3c is YAR for both Yemens, and some names are broken where they had accents.',
    'Belarus and Ukraine vote from 1946; the COW system has them from 1991.',
    'The file of June 2024 has other estimates from all votes, and sessions to 2023; it goes in as a version of its own.',
  ],
});
