import { defineSource, type Variable } from '../../source.ts';
import { stateNumbers } from '../describe.ts';

const columns: Record<string, Variable> = {
  ccode1: { kind: 'int16', label: 'COW state number, lower of the two' },
  ccode2: { kind: 'int16', label: 'COW state number, higher of the two' },
  year: { kind: 'int16', label: 'year' },
  mindist: { kind: 'float64', label: 'shortest distance between the two territories, km (0: they touch)' },
};

/** Minimum distance between the territories of states, from the maps of CShapes. */
export const distance = defineSource({
  id: 'distance',
  title: 'Minimum Distance between States (CShapes)',
  version: '2.0',
  homepage: 'https://icr.ethz.ch/data/cshapes/',
  citations: [
    {
      key: 'schvitz2022mapping',
      type: 'article',
      author: 'Schvitz, Guy and Girardin, Luc and Rüegger, Seraina and Weidmann, Nils B. and Cederman, Lars-Erik and Gleditsch, Kristian Skrede',
      year: 2022,
      title: 'Mapping the International System, 1886-2019: The CShapes 2.0 Dataset',
      fields: { journal: 'Journal of Conflict Resolution', volume: '66', number: '1', pages: '144--161' },
    },
    {
      key: 'miller2022peacesciencer',
      type: 'article',
      author: 'Miller, Steven V.',
      year: 2022,
      title: 'peacesciencer: An R Package for Quantitative Peace Science Research',
      fields: { journal: 'Conflict Management and Peace Science', volume: '39', number: '6', pages: '755--779' },
    },
  ],
  terms: { text: 'CShapes 2.0 is under CC BY-NC-SA 4.0: not for commercial use.', url: 'https://icr.ethz.ch/data/cshapes/' },
  downloads: [],
  tables: [
    {
      id: 'dyad-year',
      title: 'Minimum distance by dyad and year',
      unit: 'dyad-year',
      states: 'cow',
      layouts: [{ file: /^cow_mindist\.csv(\.gz)?$/i }],
      columns,
      key: ['ccode1', 'ccode2', 'year'],
      coverage: [1886, 2019],
      absent: 'missing',
      publishedRows: 952_244,
      checks: [
        ...stateNumbers('ccode1', 'ccode2'),
        { holds: 'ccode1 < ccode2', message: 'each pair stands once, the lower number first' },
        { holds: 'mindist >= 0 AND mindist <= 20100', message: 'mindist is a distance on the Earth in kilometers' },
      ],
    },
  ],
  caveats: [
    'Each pair stands once, the lower number first; a directed panel takes the same distance both ways.',
    "Computed from simplified outlines by peacesciencer, one state of the map a year: 0 means that they touch. Colonies are not part of a state's territory.",
    'Begins in 1886 and ends in 2019: outside it is missing.',
  ],
});
