import { shapleyShubik as indexOf } from '../../core/measures/shapley-shubik.ts';
import { formatFraction, toNumber } from '../../core/math/fraction.ts';
import { answer } from './answer.ts';
import { defineMeasure } from './define.ts';
import { readVote } from './voting.ts';

export const shapleyShubik = defineMeasure({
  name: 'shapley-shubik',
  title: 'voting power: how often a player is pivotal (Shapley and Shubik)',
  takes: ['weights', 'quota', 'input'],
  run: async (question) => {
    const { players, game, where } = readVote(question, 'shapley-shubik');
    const index = answer(where, () => indexOf(game));
    return {
      rows: index.map((power, place) => ({
        player: players[place]?.player ?? '',
        weight: players[place]?.weight ?? 0,
        power: formatFraction(power),
        value: toNumber(power),
      })),
      notes: ['Shapley and Shubik (1954): the share of all orders of joining in which the player turns defeat into victory. Exact fractions.'],
    };
  },
});
