import { defineSource, type Variable } from '../../source.ts';
import { between, stateNumbers } from '../describe.ts';

const ccode1: Variable = { kind: 'int16', label: 'COW state number, lower of the two' };
const ccode2: Variable = { kind: 'int16', label: 'COW state number, higher of the two' };
const kindOf = (kind: string): Variable => ({ kind: 'int8', label: `${kind} rivalry (1, or missing: not)`, valueLabels: { 1: 'yes' } });

const tss: Record<string, Variable> = {
  tssr_id: { kind: 'int16', label: 'number of the rivalry' },
  rivalry: { kind: 'text', label: 'name of the rivalry' },
  ccode1,
  ccode2,
  start: { kind: 'int16', label: 'first year (1494: in or before)' },
  end: { kind: 'int16', label: 'last year (2020: ongoing)' },
  positional: kindOf('positional'),
  spatial: kindOf('spatial'),
  ideological: kindOf('ideological'),
  interventionary: kindOf('interventionary'),
  principal: kindOf('principal'),
  aprin: kindOf('asymmetric principal'),
};

const td: Record<string, Variable> = {
  rivalryno: { kind: 'int16', label: 'number of the rivalry' },
  rivalryname: { kind: 'text', label: 'name of the rivalry' },
  ccode1,
  ccode2,
  styear: { kind: 'int16', label: 'first year' },
  endyear: { kind: 'int16', label: 'last year (2010: ongoing)' },
  region: { kind: 'text', label: 'region of the rivalry' },
  type1: { kind: 'text', label: 'type of the rivalry, first' },
  type2: { kind: 'text', label: 'type of the rivalry, second' },
  type3: { kind: 'text', label: 'type of the rivalry, third' },
};

const TYPES = "('positional', 'spatial', 'ideological', 'interventionary')";
const lowerFirst = { holds: 'ccode1 < ccode2', message: 'each pair has the lower number first' } as const;

/** Strategic rivalries: pairs of states that saw each other as competitors, threats and enemies. */
export const rivalry = defineSource({
  id: 'rivalry',
  title: 'Strategic Rivalries',
  version: '2021',
  homepage: 'https://link.springer.com/book/10.1007/978-981-16-6671-1',
  citations: [
    {
      key: 'thompson2021analyzing',
      type: 'book',
      author: 'Thompson, William R. and Sakuwa, Kentaro and Suhas, Prashant Hosur',
      year: 2021,
      title: 'Analyzing Strategic Rivalries in World Politics',
      fields: { publisher: 'Springer' },
    },
    {
      key: 'thompson2012handbook',
      type: 'book',
      author: 'Thompson, William R. and Dreyer, David R.',
      year: 2012,
      title: 'Handbook of International Rivalries, 1494-2010',
      fields: { publisher: 'CQ Press', address: 'Washington, DC' },
    },
  ],
  terms: { text: 'Free to use with citation.' },
  downloads: [],
  tables: [
    {
      id: 'tss',
      title: 'Strategic rivalries of Thompson, Sakuwa and Suhas',
      unit: 'dyad-spell',
      states: 'cow',
      layouts: [{ file: /^tss_rivalries\.csv$/i }],
      columns: tss,
      key: ['tssr_id'],
      coverage: [1494, 2020],
      absent: 'zero',
      publishedRows: 264,
      checks: [
        ...stateNumbers('ccode1', 'ccode2'),
        lowerFirst,
        between('start', 1494, 2020),
        { holds: '"end" >= start AND "end" <= 2020', message: 'a rivalry ends after it begins, in 2020 at the latest' },
        ...Object.keys(tss)
          .slice(6)
          .map((name) => between(name, 1, 1)),
      ],
    },
    {
      id: 'td',
      title: 'Strategic rivalries of Thompson and Dreyer',
      unit: 'dyad-spell',
      states: 'cow',
      layouts: [{ file: /^td_rivalries\.csv$/i }],
      columns: td,
      key: ['rivalryno'],
      coverage: [1494, 2010],
      absent: 'zero',
      version: '2012',
      publishedRows: 197,
      checks: [
        ...stateNumbers('ccode1', 'ccode2'),
        lowerFirst,
        between('styear', 1494, 2010),
        { holds: 'endyear >= styear AND endyear <= 2010', message: 'a rivalry ends after it begins, in 2010 at the latest' },
        { holds: `type1 IN ${TYPES} AND (type2 IS NULL OR type2 IN ${TYPES}) AND (type3 IS NULL OR type3 IN ${TYPES})`, message: `a type is one of ${TYPES}` },
      ],
    },
  ],
  caveats: [
    'td (2012, to 2010) is superseded by tss (2021, to 2020); panels use tss.',
    'In tss an end of 2020 means ongoing, and a start of 1494 or 1816 may be earlier: the book says "P1494", present already.',
    'In tss the columns of type are 1 or missing, as published; a rivalry may be of several types.',
    'State numbers were added by peacesciencer to the names in the books; some rivals (Venice, 324) were never in the COW state system, and rivalries may begin before a state entered it.',
    'The data code perceptions of decision makers, not disputes: a rivalry may be quiet for years.',
  ],
});
