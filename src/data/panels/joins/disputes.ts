import { defineJoin, type SourceJoin } from './join.ts';

interface Named {
  readonly id: string;
  readonly onset: { readonly from: string; readonly to: string; readonly label: string };
  readonly ongoing: { readonly from: string; readonly to: string; readonly label: string };
  readonly words: string;
}

/** Events between two states by year: whether one begins, whether one is under way; of states, with any other. */
const between = ({ id, onset, ongoing, words }: Named): SourceJoin =>
  defineJoin({
    id,
    source: id,
    joins: [
      {
        of: 'dyads',
        table: 'directed-dyad-year',
        states: ['ccode1', 'ccode2'],
        when: { year: 'year' },
        directed: true,
        columns: [onset, ongoing],
        several: { take: 'highest', words },
        ofState: [
          { of: onset.to, to: onset.to, label: `${onset.label}, with any state`, take: 'highest' },
          { of: ongoing.to, to: ongoing.to, label: `${ongoing.label}, with any state`, take: 'highest' },
        ],
      },
    ],
  });

const SEVERAL_DISPUTES = 'several disputes in a year: the highest value is taken';

/** Disputes of Gibler, Miller and Little. */
export const gml = between({
  id: 'gml',
  onset: { from: 'midonset', to: 'gmlmidonset', label: 'dispute begins (GML)' },
  ongoing: { from: 'midongoing', to: 'gmlmidongoing', label: 'dispute under way (GML)' },
  words: SEVERAL_DISPUTES,
});

/** Disputes of the Correlates of War. */
export const mid = between({
  id: 'mid',
  onset: { from: 'disponset', to: 'cowmidonset', label: 'dispute begins (COW)' },
  ongoing: { from: 'dispongoing', to: 'cowmidongoing', label: 'dispute under way (COW)' },
  words: SEVERAL_DISPUTES,
});

/** Interstate wars. */
export const war = between({
  id: 'war',
  onset: { from: 'cowinteronset', to: 'cowinteronset', label: 'interstate war begins' },
  ongoing: { from: 'cowinterongoing', to: 'cowinterongoing', label: 'interstate war under way' },
  words: 'several wars, or spells of a war, in a year: the highest value is taken',
});
