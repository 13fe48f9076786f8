import { defineSource, type Variable } from '../../source.ts';
import { flag, onlyLabeledCodes } from '../describe.ts';

const marked = (label: string): Variable => ({ kind: 'int8', label, valueLabels: { 1: 'yes' } });

const CODERS = { BF: 'Berkemeier and Fuhrmann', LLM: 'Leeds, Long and Mitchell' } as const;

/** What became of the commitment, by the coding of one of the two teams. */
function outcome(coding: keyof typeof CODERS): Readonly<Record<string, Variable>> {
  const by = CODERS[coding];
  return {
    [`nonagg${coding}`]: marked(`not a case: only nonaggression was promised (${by})`),
    [`consul${coding}`]: marked(`not a case: only consultation was promised (${by})`),
    [`cfna${coding}`]: marked(`not a case: the casus foederis was not met (${by})`),
    [`dna${coding}`]: marked(`not a performance case (${by})`),
    [`honor${coding}`]: marked(`commitment honored (${by})`),
    [`violate${coding}`]: marked(`commitment violated (${by})`),
  };
}

const pledges = {
  defense: flag('alliance promises defense'),
  offense: flag('alliance promises offense'),
  neutral: flag('alliance promises neutrality'),
  nonagg: flag('alliance promises nonaggression'),
  consul: flag('alliance promises consultation'),
};

const coded = {
  sample: flag('marked as sample in the replication file'),
  multilateral: flag('multilateral alliance'),
  sabhon: flag('honored by the rule of Sabrosky (1980); multilateral alliances only'),
  sabvio: flag('violated by the rule of Sabrosky (1980); multilateral alliances only'),
};

/** Alliances in war and whether they were honored, 1816 to 2003: Berkemeier and Fuhrmann 2018. */
export const berkemeierFuhrmann = defineSource({
  id: 'berkemeier-fuhrmann',
  title: 'Berkemeier and Fuhrmann, Reassessing the Fulfillment of Alliance Commitments in War',
  version: '2018-03-03',
  homepage: 'https://doi.org/10.1177/2053168018779697',
  citations: [
    {
      key: 'berkemeier2018reassessing',
      type: 'article',
      author: 'Berkemeier, Molly and Fuhrmann, Matthew',
      year: 2018,
      title: 'Reassessing the Fulfillment of Alliance Commitments in War',
      fields: { journal: 'Research \\& Politics', volume: '5', number: '2' },
    },
  ],
  terms: { text: 'Replication material of the article; no license is stated. Cite the article.' },
  downloads: [],
  tables: [
    {
      id: 'cases',
      title: 'Alliances in wars',
      unit: 'case',
      layouts: [{ file: /^berkemeier_fuhrmann_2018_fulfilment\.csv$/i, missing: ['NA'] }],
      columns: {
        warid: { kind: 'int16', label: 'number of the war in this data set' },
        atopid: { kind: 'int16', label: 'ATOP number of the alliance' },
        cowwarid: { kind: 'int16', label: 'COW number of the war' },
        warname: { kind: 'text', label: 'name of the war' },
        cowid: { kind: 'int16', label: 'number of the alliance in the COW formal alliances, as a cross-reference' },
        ...coded,
        ...outcome('BF'),
        ...outcome('LLM'),
        sabroskyhonorbf: marked('honored by the rule of Sabrosky (1980) on the BF coding'),
        sabroskyhonorllm: marked('honored by the rule of Sabrosky (1980) on the LLM coding'),
        ...pledges,
      },
      key: ['warid', 'atopid'],
      coverage: [1816, 2003],
      absent: 'missing',
      publishedRows: 576,
      checks: [
        ...onlyLabeledCodes({ ...coded, ...outcome('BF'), ...outcome('LLM'), ...pledges }),
        ...(['BF', 'LLM'] as const).map((by) => ({
          holds: `coalesce("dna${by}", 0) + coalesce("honor${by}", 0) + coalesce("violate${by}", 0) <= 1`,
          message: `no case of the ${by} coding is two of honored, violated and not a case`,
        })),
      ],
    },
  ],
  caveats: [
    'A case is an alliance and a war in which a member fought. Two codings of performance stand side by side: BF, of the authors, and LLM, after Leeds, Long and Mitchell (2000).',
    'honor and violate are 1 or blank. Blank means no where dna is blank; where dna is 1 the war was no test of the alliance.',
    'The published file has no codebook of its own: names follow the article (cfna is "casus foederis not activated").',
    'cowid only cross-references; the COW formal alliances are not read by foedus.',
  ],
});
