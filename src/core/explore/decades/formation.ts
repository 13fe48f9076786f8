import { lossOfStrength, milesOf, milesPerDay } from '../../measures/loss-of-strength.ts';
import { record } from './audit.ts';
import { reputationOf } from './crisis-case.ts';
import { addMember, liveTreaty, type LiveTreaty } from './live-treaty.ts';
import { count, isPostwar, nameOf, tell, type WorldState } from './state.ts';
import { gumbel, poisson } from './streams.ts';
import { countTies } from './ties.ts';
import { relativePower } from './treaties.ts';
import type { StartTreaty } from './types.ts';

/** How well two states suit each other, by pair `i < j` at `i * n + j`; −Infinity where they are rivals or one does not exist. */
interface Scores {
  readonly of: Float64Array;
  readonly gain: Float64Array;
}

/**
 * Score of every pair: what the record tells of who pairs (distance, borders, rivals and allies in common, power), their joint gain, and their
 * reputations. The joint gain is reckoned to first order: the threat to each (expected challenges of the year), times the share of its defense that the
 * other's strength at its place would be.
 */
function scorePairs(world: WorldState): Scores {
  const { n, alive, share, states, rivals, pact, km, capitalKm, touching, threat, values, year } = world;
  const names = ['distance', 'border', 'rivals', 'common-rival', 'common-ally', 'allied', 'major', 'power'];
  const [distance, border, rivalSlope, commonRival, commonAlly, allied, major, power] = names.map((name) => values.get(`formation.pair-${name}`));
  const common = (of: Uint8Array): Uint8Array => {
    const found = new Uint8Array(n * n);
    for (let k = 0; k < n; k++) {
      const list: number[] = [];
      for (let i = 0; i < n; i++) if ((of[k * n + i] ?? 0) > 0) list.push(i);
      for (const i of list) for (const j of list) found[i * n + j] = 1;
    }
    return found;
  };
  const [sharedRival, sharedAlly] = [common(rivals), common(pact)];
  const march = milesPerDay(year);
  const lnShare = share.map((one) => Math.log(one + 1e-5));
  const gain = new Float64Array(n * n);
  const [sums, squares, pairs] = [{ of: 0 }, { of: 0 }, { of: 0 }];
  const help = (i: number, j: number): number => {
    const strength = lossOfStrength(Math.min(1, share[j] ?? 0), milesOf(capitalKm[i * n + j] ?? 0), march);
    return ((threat[i] ?? 0) * strength) / ((share[i] ?? 0) + strength + 1e-6);
  };
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      if (alive[i] !== 1 || alive[j] !== 1) continue;
      const joint = Math.log(1e-4 + help(i, j) + help(j, i));
      gain[i * n + j] = joint;
      sums.of += joint;
      squares.of += joint * joint;
      pairs.of++;
    }
  }
  const mean = sums.of / Math.max(1, pairs.of);
  const spread = Math.sqrt(Math.max(1e-9, squares.of / Math.max(1, pairs.of) - mean * mean));
  const [byGain, byReputation] = [values.get('formation.gain'), values.get('formation.reputation')];
  const of = new Float64Array(n * n).fill(-Infinity);
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const pair = i * n + j;
      if (alive[i] !== 1 || alive[j] !== 1 || rivals[pair] === 1) continue;
      gain[pair] = ((gain[pair] ?? 0) - mean) / spread;
      of[pair] =
        (distance ?? 0) * Math.log1p(km[pair] ?? 0) +
        (border ?? 0) * (touching[pair] === 1 ? 1 : 0) +
        (rivalSlope ?? 0) * (rivals[pair] ?? 0) +
        (commonRival ?? 0) * (sharedRival[pair] ?? 0) +
        (commonAlly ?? 0) * (sharedAlly[pair] ?? 0) +
        (allied ?? 0) * ((pact[pair] ?? 0) > 0 ? 1 : 0) +
        (major ?? 0) * (states[i]?.major === true || states[j]?.major === true ? 1 : 0) +
        (power ?? 0) * (((lnShare[i] ?? 0) + (lnShare[j] ?? 0)) / 2) +
        byGain * (gain[pair] ?? 0) +
        byReputation * (reputationOf(world, i) + reputationOf(world, j));
    }
  }
  return { of, gain };
}

/** The rates of the record's last decades; those of before 1990 for a check that starts then. */
function eraOf({ year, input }: WorldState): 'to-1945' | '1946-1989' | 'since-1990' {
  if (!isPostwar(year)) return 'to-1945';
  return year < 1990 || input.hazard === '1946-1989' ? '1946-1989' : 'since-1990';
}

const at = (n: number, i: number, j: number): number => (i < j ? i * n + j : j * n + i);

/** New pacts and new members of the year: how many by the rates of the record, who by the largest scores, with noise. */
export function formPacts(world: WorldState): void {
  const { n, alive, streams, year, values } = world;
  const rng = streams.of(year, 'formation');
  const era = eraOf(world);
  const { coverage } = world.input.start;
  const states = alive.reduce((sum, one) => sum + one, 0);
  const bilateral = poisson(rng, values.get(`formation.bilateral.${era}`) * states * coverage);
  const multilateral = poisson(rng, values.get(`formation.multilateral.${era}`) * states * coverage);
  const open = world.treaties.filter(({ defense, members }) => defense && members.length > 2);
  const joining = open.map((treaty) => ({ treaty, joins: poisson(rng, values.get('accession.rate')) })).filter(({ joins }) => joins > 0);
  if (bilateral + multilateral === 0 && joining.length === 0) return;
  const scores = scorePairs(world);
  for (let k = 0; k < bilateral + multilateral; k++) {
    const pair = pick(rng, scores.of);
    if (pair === undefined) break;
    const founders = [Math.floor(pair / n), pair % n];
    const size = k < bilateral ? 2 : 3 + poisson(rng, Math.max(0, values.get('formation.size') - 3));
    while (founders.length < size) {
      const next = bestFor(world, scores, founders, rng);
      if (next === undefined) break;
      founders.push(next);
    }
    // The two are scored as allies from the next year on; they make no second pact this year.
    for (const i of founders) for (const j of founders) if (i !== j) scores.of[at(n, i, j)] = -Infinity;
    found(world, founders, [`joint gain ${(scores.gain[pair] ?? 0).toFixed(1)} standard deviations above the mean pair`]);
  }
  for (const { treaty, joins } of joining) {
    for (let k = 0; k < joins; k++) {
      const place = bestFor(world, scores, treaty.members, rng);
      if (place === undefined) break;
      join(world, treaty, place, [`of all outsiders it suits the members best`], Math.min(1, values.get('accession.rate')));
    }
  }
  countTies(world);
}

function pick(rng: Parameters<typeof gumbel>[0], of: Float64Array): number | undefined {
  let [best, found]: [number, number | undefined] = [-Infinity, undefined];
  for (let pair = 0; pair < of.length; pair++) {
    const score = of[pair] ?? -Infinity;
    if (score === -Infinity) continue;
    const total = score + gumbel(rng);
    if (total > best) [best, found] = [total, pair];
  }
  return found;
}

/** The outsider whose best three scores with the members are highest, a rival of none; with noise. */
function bestFor({ n, alive, rivals }: WorldState, { of }: Scores, members: readonly number[], rng: Parameters<typeof gumbel>[0]): number | undefined {
  let [best, found]: [number, number | undefined] = [-Infinity, undefined];
  for (let i = 0; i < n; i++) {
    const noise = gumbel(rng);
    if (alive[i] !== 1 || members.includes(i) || members.some((one) => rivals[i * n + one] === 1)) continue;
    const top = members
      .map((one) => of[at(n, i, one)] ?? -Infinity)
      .filter((score) => score > -Infinity)
      .toSorted((a, b) => b - a)
      .slice(0, 3);
    if (top.length === 0) continue;
    const total = top.reduce((sum, one) => sum + one, 0) / top.length + noise;
    if (total > best) [best, found] = [total, i];
  }
  return found;
}

/** A pact of defense against any outsider, without a term, to be left with a year's notice. */
function pactOf(world: WorldState, founders: readonly number[], serial: number): StartTreaty {
  const { n, alive, year } = world;
  const members = founders.toSorted((a, b) => a - b);
  const names = members.slice(0, 2).map((place) => nameOf(world, place));
  const outsiders = Array.from({ length: n }, (_, i) => i).filter((i) => alive[i] === 1 && !members.includes(i));
  return {
    id: `pact-${year}-${serial}`,
    name: members.length === 2 ? `Pact of ${names.join(' and ')} (${year})` : `Pact of ${names.join(', ')} and ${members.length - 2} more (${year})`,
    members,
    since: year,
    defense: true,
    conditional: false,
    offense: false,
    asymmetric: false,
    exit: { article: '3', allowed: true, earliest: 0, notice: 1 },
    rule: { kind: 'unanimity' },
    clauses: members.map((toward) => ({
      action: 'defend',
      article: '1',
      toward,
      role: 'target',
      bound: members.filter((one) => one !== toward),
      against: outsiders,
      conditional: false,
      secret: false,
      bases: false,
      institutions: false,
      discretionary: false,
      consultFirst: false,
    })),
  };
}

export function found(world: WorldState, founders: readonly number[], because: readonly string[], byHand?: true): LiveTreaty {
  const serial = world.treaties.filter(({ made, since }) => made && since === world.year).length + world.ledger.open.size;
  const start = pactOf(world, founders, serial);
  const treaty = liveTreaty(start, world.n, world.alive, true);
  world.treaties.push(treaty);
  record(world.ledger, treaty.id, 'joined', treaty.members.length);
  for (const place of treaty.members) {
    treaty.entered[place] = relativePower(world.share, treaty.members, place);
    world.alliedYear[place] = world.year;
  }
  count(world, 'formed');
  tell(world, {
    kind: 'formed',
    states: [...treaty.members],
    treaty: treaty.id,
    treatyName: treaty.name,
    article: '1',
    because,
    ...(byHand === true && { byHand }),
  });
  return treaty;
}

export function join(world: WorldState, treaty: LiveTreaty, place: number, because: readonly string[], p?: number, byHand?: true): void {
  addMember(treaty, place);
  record(world.ledger, treaty.id, 'joined');
  treaty.entered[place] = relativePower(world.share, treaty.members, place);
  world.alliedYear[place] = world.year;
  if (treaty.defense) count(world, 'joined');
  tell(world, {
    kind: 'joined',
    states: [place],
    treaty: treaty.id,
    treatyName: treaty.name,
    because,
    ...(p !== undefined && { p: Number(p.toFixed(4)) }),
    ...(byHand === true && { byHand }),
  });
}
