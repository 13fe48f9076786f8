import { defineSource, type Variable } from '../../source.ts';
import { between, bothDirections, flag, onlyLabeledCodes, stateNumbers, twoStates } from '../describe.ts';
import { dispnum, disputes, participant } from '../dispute-columns.ts';

const one = participant('side 1');
const two = participant('side 2');

const directedDyadYear: Record<string, Variable> = {
  dispnum,
  ccode1: { kind: 'int16', label: 'COW state number, side 1' },
  ccode2: { kind: 'int16', label: 'COW state number, side 2' },
  year: { kind: 'int16', label: 'year' },
  dispongoing: flag('dispute between the two states in the year'),
  disponset: flag('dispute between the two states begins in the year'),
  sidea1: one.sidea,
  sidea2: two.sidea,
  fatality1: one.fatality,
  fatality2: two.fatality,
  fatalpre1: one.fatalpre,
  fatalpre2: two.fatalpre,
  hiact1: one.hiact,
  hiact2: two.hiact,
  hostlev1: one.hostlev,
  hostlev2: two.hostlev,
  orig1: one.orig,
  orig2: two.orig,
};

/** Militarized interstate disputes of the Correlates of War. */
export const mid = defineSource({
  id: 'mid',
  title: 'Correlates of War Militarized Interstate Disputes',
  version: '5.0',
  homepage: 'https://correlatesofwar.org/data-sets/mids/',
  citations: [
    {
      key: 'palmer2022mid5',
      type: 'article',
      author:
        "Palmer, Glenn and McManus, Roseanne W. and D'Orazio, Vito and Kenwick, Michael R. and Karstens, Mikaela and Bloch, Chase and Dietrich, Nick and Kahn, Kayla and Ritter, Kellan and Soules, Michael J.",
      year: 2022,
      title: 'The MID5 Dataset, 2011-2014: Procedures, Coding Rules, and Description',
      fields: { journal: 'Conflict Management and Peace Science', volume: '39', number: '4', pages: '470--482' },
    },
  ],
  terms: { text: 'Free for research with citation; no formal open license.', url: 'https://correlatesofwar.org/data-sets/mids/' },
  downloads: [
    {
      url: 'https://correlatesofwar.org/wp-content/uploads/MID-5-Data-and-Supporting-Materials.zip',
      file: 'MID-5-Data-and-Supporting-Materials.zip',
    },
  ],
  tables: [
    {
      id: 'disputes',
      title: 'MID disputes',
      unit: 'dispute',
      layouts: [{ file: /^cow_mid_disputes\.csv$/i }, { file: /^MIDA[ _]5\.0\.csv$/i }],
      columns: disputes,
      key: ['dispnum'],
      coverage: [1816, 2014],
      absent: 'zero',
      publishedRows: 2_436,
      checks: [between('styear', 1816, 2014), between('stmon', 1, 12), ...onlyLabeledCodes(disputes)],
    },
    {
      id: 'directed-dyad-year',
      title: 'MID disputes by directed dyad and year',
      unit: 'directed-dyad-year',
      states: 'cow',
      layouts: [{ file: /^cow_mid_directed_dyad_year\.csv$/i }],
      columns: directedDyadYear,
      key: ['dispnum', 'ccode1', 'ccode2', 'year'],
      coverage: [1816, 2014],
      absent: 'zero',
      publishedRows: 11_390,
      checks: [
        ...stateNumbers('ccode1', 'ccode2'),
        twoStates,
        bothDirections(['year', 'dispnum']),
        { holds: 'sidea1 <> sidea2', message: 'the two states are on two sides' },
        ...onlyLabeledCodes(directedDyadYear),
      ],
    },
  ],
  caveats: [
    'The directed dyad-years were built by peacesciencer from the list of participants: states of opposing sides whose days overlap, though they may never have fought each other. They are not in the archive of the Correlates of War.',
    'Gibler, Miller and Little (source gml) found many disputes to be duplicates or never to have happened; their revision ends in 2010, these data in 2014.',
    'A dyad may have several disputes in a year, so directed-dyad-year has a row for each; a panel takes the maximum.',
    'fatality and fatalpre are missing (-9) where deaths are unknown, which is not the same as none.',
  ],
});
