/** A kind of government, and how likely it honors the promise. */
export interface Disposition {
  readonly name: string;
  /** h: P(it honors), from the crisis game at its price of a broken promise. */
  readonly honors: number;
  /** Chance that the next election brings each disposition, in the order of the list; sums to 1. */
  readonly next: readonly number[];
}

export interface Turnover {
  readonly dispositions: readonly Disposition[];
  /** Place in the list of the one in power. */
  readonly now: number;
  /** Years to the next election. */
  readonly firstElection: number;
  /** Years between elections. */
  readonly term: number;
  /** Years ahead; 10 unless given. */
  readonly years?: number | undefined;
}

export interface TurnoverReading {
  /** Expected chance of honoring at the end of each year, from year 0. */
  readonly path: readonly number[];
  /** Mean from now to the horizon. */
  readonly mean: number;
  /** The credibility haircut: what of today's chance is lost in the mean; negative where successors are more willing. */
  readonly haircut: number;
  /** Chances of the dispositions at the horizon. */
  readonly last: readonly number[];
  readonly method: 'Markov chain at elections, exact';
}

/**
 * Credibility over the years as governments change: dispositions follow a Markov chain that moves at elections; h_t = Σ_d π_t(d) h_d. The mean is
 * over time, exact between elections. Whether turnover harms promises, and whose, is disputed (Gaubatz 1996, International Organization 50; Leeds,
 * Mattes and Vogel 2009, American Journal of Political Science 53): the chances are the user's.
 * @throws {RangeError} where chances do not sum to 1, or times are not positive
 */
export function credibilityUnderTurnover({ dispositions, now, firstElection, term, years = 10 }: Turnover): TurnoverReading {
  if (!(term > 0) || !(years > 0) || firstElection < 0) throw new RangeError('terms and horizons are positive numbers of years');
  if (dispositions[now] === undefined) throw new RangeError(`there is no disposition ${now}`);
  for (const { name, next } of dispositions) {
    const sum = next.reduce((total, p) => total + p, 0);
    if (next.length !== dispositions.length || next.some((p) => p < 0) || Math.abs(sum - 1) > 1e-9) {
      throw new RangeError(`the chances after '${name}' are not those of ${dispositions.length} dispositions that sum to 1`);
    }
  }
  const honored = (chances: readonly number[]): number => chances.reduce((sum, p, d) => sum + p * (dispositions[d]?.honors ?? 0), 0);
  const step = (chances: readonly number[]): readonly number[] =>
    dispositions.map((_, to) => chances.reduce((sum, p, from) => sum + p * (dispositions[from]?.next[to] ?? 0), 0));

  let chances: readonly number[] = dispositions.map((_, d) => Number(d === now));
  const path = [honored(chances)];
  let election = firstElection;
  let time = 0;
  let area = 0;
  for (let year = 1; time < years;) {
    const until = Math.min(election, year, years);
    area += (until - time) * honored(chances);
    time = until;
    if (time === election) {
      chances = step(chances);
      election += term;
    }
    if (time === year) {
      path.push(honored(chances));
      year++;
    }
  }
  const mean = area / years;
  const today = path[0] ?? 0;
  return { path, mean, haircut: today === 0 ? 0 : 1 - mean / today, last: chances, method: 'Markov chain at elections, exact' };
}
