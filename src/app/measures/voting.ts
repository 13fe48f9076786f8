import * as z from 'zod';
import { vetoRule, type VotingGame, type VotingRule } from '../../core/measures/voting-game.ts';
import { UserError } from '../user-error.ts';
import type { Question } from './define.ts';
import { readInput } from './read-input.ts';

const way = { quota: z.number().positive().optional(), members: z.int().positive().optional() };

const inputSchema = z.strictObject({
  players: z.array(z.strictObject({ player: z.string(), weight: z.int().nonnegative().default(1), veto: z.boolean().default(false) })).min(1),
  ...way,
  /** Other ways to pass a motion. */
  or: z.array(z.strictObject(way)).default([]),
});

export interface Vote {
  readonly players: readonly { readonly player: string; readonly weight: number }[];
  readonly game: VotingGame;
  /** What the numbers came from, for errors. */
  readonly where: string;
}

/** The vote of a question: weights and a quota, or a file. @throws {UserError} where it names none */
export function readVote({ weights, quota, input }: Question, measure: string): Vote {
  if (input !== undefined) return fromInput(input);
  if (weights === undefined || quota === undefined)
    throw new UserError(`measure ${measure}: give the votes with --weights and the votes needed with --quota, or an --input FILE.`);
  return {
    players: weights.map((weight, place) => ({ player: String(place + 1), weight })),
    game: { players: weights.length, ways: [[{ weights, quota }]] },
    where: '--weights and --quota',
  };
}

function fromInput(input: NonNullable<Question['input']>): Vote {
  const { players, quota, members, or } = readInput(input, inputSchema);
  const veto = players.flatMap((player, place) => (player.veto ? [place] : []));
  const weights = players.map(({ weight }) => weight);
  const ways = [{ quota, members }, ...or].map((rules): VotingRule[] => {
    if (rules.quota === undefined && rules.members === undefined)
      throw new UserError(`${input.name}: a way to pass a motion needs a 'quota' of weights, a number of 'members', or both.`);
    return [
      ...(rules.quota === undefined ? [] : [{ weights, quota: rules.quota }]),
      ...(rules.members === undefined ? [] : [{ weights: players.map(() => 1), quota: rules.members }]),
      ...(veto.length === 0 ? [] : [vetoRule(players.length, veto)]),
    ];
  });
  return { players, game: { players: players.length, ways }, where: input.name };
}
