import { banzhaf as indexOf } from '../../core/measures/banzhaf.ts';
import { formatFraction, toNumber } from '../../core/math/fraction.ts';
import { answer } from './answer.ts';
import { defineMeasure } from './define.ts';
import { readVote } from './voting.ts';

export const banzhaf = defineMeasure({
  name: 'banzhaf',
  title: 'voting power: in how many coalitions a player decides (Banzhaf; Penrose)',
  takes: ['weights', 'quota', 'input'],
  run: async (question) => {
    const { players, game, where } = readVote(question, 'banzhaf');
    const index = answer(where, () => indexOf(game));
    return {
      rows: index.map(({ swings, absolute, normalized }, place) => ({
        player: players[place]?.player ?? '',
        weight: players[place]?.weight ?? 0,
        swings: String(swings),
        absolute: formatFraction(absolute),
        normalized: formatFraction(normalized),
        value: toNumber(normalized),
      })),
      notes: [
        'Banzhaf (1965): coalitions in which the player turns defeat into victory; absolute of the 2^(n-1) coalitions of the others, normalized of all such swings. Exact fractions; value is the normalized one.',
      ],
    };
  },
});
