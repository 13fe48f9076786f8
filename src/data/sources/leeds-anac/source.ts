import { defineSource } from '../../source.ts';
import { code, flag, onlyLabeledCodes } from '../describe.ts';

const coded = {
  honor3: flag('the commitment was honored'),
  milinst: code('peacetime military institutions of the alliance', { 0: 'low', 1: 'moderate', 2: 'high' }),
  formal: code('formality of the alliance', { 0: 'low', 1: 'moderate', 2: 'high' }),
  chcap2d: flag('capabilities of a member changed since the alliance was formed'),
  dinstch2: flag('domestic institutions of a member changed since the alliance was formed'),
  origtar1: flag('origin of the war: originator or original target (origtar1)'),
  honor2: flag('honored, where members that did and did not are recoded (footnote 12)'),
  chalcapd: flag("change in the alliance's aggregate capabilities (footnote 14)"),
  chcp2d20: flag('change in capabilities, with a threshold of 20 percent (footnote 15)'),
  regch2: flag('change of regime (footnote 16)'),
  wartime: flag('alliance formed in wartime (footnote 20)'),
  active: flag('commitment to active assistance (footnote 20)'),
  bilat: flag('bilateral alliance (footnote 20)'),
};

/** Alliances tested by war, and whether they were honored: Leeds and Anac 2005. */
export const leedsAnac = defineSource({
  id: 'leeds-anac',
  title: 'Leeds and Anac, Alliance Institutionalization and Alliance Performance',
  version: '2005',
  homepage: 'http://www.atopdata.org',
  citations: [
    {
      key: 'leeds2005institutionalization',
      type: 'article',
      author: 'Leeds, Brett Ashley and Anac, Sezi',
      year: 2005,
      title: 'Alliance Institutionalization and Alliance Performance',
      fields: { journal: 'International Interactions', volume: '31', number: '3', pages: '183--202' },
    },
  ],
  terms: { text: 'Replication material of the article; no license is stated. Cite the article.' },
  downloads: [],
  tables: [
    {
      id: 'cases',
      title: 'Alliances tested by war',
      unit: 'case',
      states: 'cow',
      layouts: [
        { file: /^leeds_anac_2005_fulfilment\.csv$/i, missing: ['NA'] },
        { file: /^LeedsAnacIIrep\.csv$/i, missing: ['NA', '.'] },
      ],
      columns: {
        war: { kind: 'int16', label: 'COW number of the war' },
        atopid: { kind: 'int16', label: 'ATOP number of the alliance (version 3)' },
        ccode1: { kind: 'int16', label: 'COW number of the member at war' },
        ...coded,
      },
      key: ['war', 'atopid'],
      absent: 'missing',
      publishedRows: 137,
      checks: [...onlyLabeledCodes(coded), { holds: 'atopid BETWEEN 1000 AND 5999', message: 'atopid is an ATOP number' }],
    },
  ],
  caveats: [
    'A case is an alliance and a war that called upon it, not an alliance-year; alliances never called upon are not in it.',
    'ATOP numbers are of version 3; most, not all, are the same alliance in 5.1.',
    'The main model explains honor3 by milinst, formal, chcap2d, dinstch2 and origtar1 (Tables 4 and 5); the other columns serve its footnotes.',
    'The replication file has no codebook: labels follow the article and its commands. The .dta must be saved as CSV first.',
  ],
});
