import { defineSource, type Variable } from '../../source.ts';

/** What Polity writes instead of a score: a state without an authority of its own to code. */
const SPECIAL = { [-66]: 'foreign interruption', [-77]: 'interregnum', [-88]: 'transition' } as const;

const component = (label: string, values: Readonly<Record<number, string>>): Variable => ({
  kind: 'int8',
  label,
  valueLabels: { ...SPECIAL, ...values },
});

/** The Polity project's own numbers of states where they are not those of the Correlates of War. */
const COW_NUMBER = `CASE ccode::INTEGER
  WHEN 89 THEN NULL WHEN 99 THEN NULL WHEN 564 THEN NULL
  WHEN 324 THEN 325 WHEN 341 THEN 347 WHEN 342 THEN 345 WHEN 347 THEN 345 WHEN 348 THEN 341
  WHEN 364 THEN 365 WHEN 525 THEN 626 WHEN 529 THEN 530 WHEN 626 THEN 625 WHEN 769 THEN 770 WHEN 818 THEN 816
  ELSE ccode::INTEGER END`;

/** Polity5: authority characteristics of states with more than half a million inhabitants, by year. */
export const polity = defineSource({
  id: 'polity',
  title: 'Polity5',
  version: '5 (2018)',
  homepage: 'https://www.systemicpeace.org/inscrdata.html',
  citations: [
    {
      key: 'marshall2020polity5',
      type: 'misc',
      author: 'Marshall, Monty G. and Gurr, Ted Robert',
      year: 2020,
      title: 'Polity5: Political Regime Characteristics and Transitions, 1800-2018',
      fields: { publisher: 'Center for Systemic Peace', url: 'https://www.systemicpeace.org/inscrdata.html' },
    },
  ],
  terms: {
    text: 'Free for non-commercial use, with citation; the Center for Systemic Peace holds the rights.',
    url: 'https://www.systemicpeace.org/inscrdata.html',
  },
  downloads: [],
  tables: [
    {
      id: 'state-year',
      title: 'Polity5 by state and year',
      unit: 'state-year',
      states: 'cow',
      layouts: [
        { file: /^polity5\.csv$/i, missing: ['NA'] },
        { file: /^p5v\d{4}[a-z]?\.csv$/i, missing: ['NA'], sql: `SELECT * REPLACE (ccode::VARCHAR AS ccode), (${COW_NUMBER})::VARCHAR AS cown FROM raw` },
      ],
      columns: {
        cown: { kind: 'int16', label: 'COW state number; missing for states outside the COW system' },
        year: { kind: 'int16', label: 'year' },
        polity_ccode: { kind: 'int16', label: "Polity's own number of the state", published: ['polity_annual_ccode', 'ccode'] },
        scode: { kind: 'text', label: "Polity's letters for the state" },
        country: { kind: 'text', label: 'name of the state', published: ['polity_annual_country'] },
        democ: component('institutionalized democracy, 0 to 10', {}),
        autoc: component('institutionalized autocracy, 0 to 10', {}),
        polity: component('democracy less autocracy, -10 to 10, or a special code', {}),
        polity2: { kind: 'int8', label: 'polity for time series: -77 as 0, -88 prorated, -66 missing' },
        durable: { kind: 'int16', label: 'years since the last change of three points or more' },
        xrreg: component('regulation of executive recruitment', { 1: 'unregulated', 2: 'designational or transitional', 3: 'regulated' }),
        xrcomp: component('competitiveness of executive recruitment', { 0: 'not applicable', 1: 'selection', 2: 'dual or transitional', 3: 'election' }),
        xropen: component('openness of executive recruitment', {
          0: 'not applicable',
          1: 'closed',
          2: 'dual, by designation',
          3: 'dual, by election',
          4: 'open',
        }),
        xconst: component('constraints on the executive', {
          1: 'unlimited authority',
          2: 'intermediate (1 to 3)',
          3: 'slight to moderate limits',
          4: 'intermediate (3 to 5)',
          5: 'substantial limits',
          6: 'intermediate (5 to 7)',
          7: 'executive parity or subordination',
        }),
        parreg: component('regulation of participation', { 1: 'unregulated', 2: 'multiple identity', 3: 'sectarian', 4: 'restricted', 5: 'regulated' }),
        parcomp: component('competitiveness of participation', {
          0: 'not applicable',
          1: 'repressed',
          2: 'suppressed',
          3: 'factional',
          4: 'transitional',
          5: 'competitive',
        }),
        gwn: { kind: 'int16', label: 'Gleditsch-Ward state number', optional: true },
      },
      key: ['polity_ccode', 'year'],
      coverage: [1776, 2020],
      absent: 'missing',
      publishedRows: 17_574,
      checks: [
        { holds: 'polity IN (-66, -77, -88) OR polity BETWEEN -10 AND 10', message: 'polity is from -10 to 10, -66, -77 or -88' },
        { holds: 'polity2 IS NULL OR polity2 BETWEEN -10 AND 10', message: 'polity2 is from -10 to 10' },
        { holds: 'polity IN (-66, -77, -88) OR polity = democ - autoc', message: 'polity is democ less autoc' },
        { holds: 'polity <> -66 OR polity2 IS NULL', message: 'polity2 is missing under foreign interruption (-66)' },
      ],
    },
  ],
  caveats: [
    '-66, -77 and -88 in polity and the components are codes, not scores: for time series take polity2.',
    'polity2 is missing in 267 rows: 260 of foreign interruption and 7 transitions that Polity did not prorate.',
    'A state that changes its Polity number within a year has two rows of the same COW number that year: Italy 1861, Russia 1922, Vietnam 1976, Yugoslavia 1991, Ethiopia 1993, Serbia 2006, Sudan 2011. Choose by polity_ccode.',
    'States of the list outside the COW system (Orange Free State, Gran Colombia, the United Provinces of Central America) have no cown.',
    'Only the United States is coded for 2019 and 2020; the codebook speaks to 2018.',
    'The Center publishes p5v2018 as .xls and .sav: save it as p5v2018.csv first. cown is then computed from the Polity numbers.',
  ],
});
