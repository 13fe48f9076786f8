/** A state's public finances, and what it means to spend on defense. Shares in % of GDP, rates in % a year, nominal or real alike. */
export interface DebtCase {
  /** Gross debt of general government. */
  readonly debt: number;
  /** Mean interest paid on the debt. */
  readonly interest: number;
  readonly growth: number;
  /** Primary balance (interest left out) at today's defense spending; negative for a deficit. */
  readonly primary_balance: number;
  /** Defense spending today. */
  readonly defense: number;
  /** Share of GDP that is pledged. */
  readonly pledge: number;
  /** Growth of defense spending until the pledge is met. */
  readonly defense_growth: number;
  /** Share of the spending above today's that is borrowed, 0 (taxed, or cut elsewhere) to 1; 1 unless given. */
  readonly borrowed?: number;
  /** Years looked ahead; 20 unless given. */
  readonly years?: number;
  /** Debt that shall not be passed; none unless given. */
  readonly ceiling?: number;
  /** Rise of the interest, in points, for each point of debt above the threshold; 0 unless given (.03 to .04 for the United States in Laubach 2009). */
  readonly premium?: number;
  /** Debt above which the premium is paid; 60 unless given. */
  readonly threshold?: number;
}

/** One year of a path; shares in % of GDP. */
export interface DebtYear {
  /** 0 is today. */
  readonly year: number;
  readonly debt: number;
  readonly defense: number;
  /** Interest due on last year's debt. */
  readonly interest: number;
}

/** What a pledge does to the debt. */
export interface DebtPath {
  readonly path: readonly DebtYear[];
  /** Until the pledge is met at the growth given; null: never. */
  readonly yearsToPledge: number | null;
  /** Primary balance that holds today's debt where it is: (r − γ)/(1 + γ) d. */
  readonly stabilizing: number;
  /** Primary balance once the pledge is met, less the stabilizing one; negative where debt grows without end. */
  readonly room: number;
  /** Where debt settles if all stays as it is once the pledge is met, negative for assets; null where it does not, or a premium moves. */
  readonly settles: number | null;
  /** First year with debt above the ceiling; null: none in the years looked at. */
  readonly ceilingYear: number | null;
  /** Whether the debt stays under the ceiling, or without one, whether there is room. */
  readonly affordable: boolean;
  readonly method: 'recursion';
  readonly converged: true;
  readonly iterations: number;
  readonly warnings: readonly string[];
}

/**
 * Debt after a year: d′ = d (1 + r)/(1 + γ) − primary balance (Domar 1944).
 * @param debt % of GDP
 * @param interest % a year
 * @param growth % a year, above −100
 * @param balance % of GDP
 */
export function nextDebt(debt: number, interest: number, growth: number, balance: number): number {
  return (debt * (100 + interest)) / (100 + growth) - balance;
}

/**
 * Years until a share of GDP is reached: ln(pledge/share) / ln((1 + spending growth)/(1 + GDP growth)); 0 where it is met, null where never.
 * @param growth of GDP, and `spending` of defense, in % a year, both nominal or both real
 */
export function yearsToPledge(share: number, pledge: number, growth: number, spending: number): number | null {
  if (share >= pledge) return 0;
  if (!(share > 0) || spending <= growth) return null;
  return Math.log(pledge / share) / Math.log((100 + spending) / (100 + growth));
}

/** @throws {RangeError} for a growth of −100 % or less, or negative debt, defense or pledge */
export function debtPath(input: DebtCase): DebtPath {
  const {
    debt,
    interest,
    growth,
    primary_balance,
    defense,
    pledge,
    defense_growth,
    borrowed = 1,
    years = 20,
    ceiling = Infinity,
    premium = 0,
    threshold = 60,
  } = input;
  if (!(growth > -100 && defense_growth > -100)) throw new RangeError('growth is above −100 %');
  if (!(debt >= 0 && defense >= 0 && pledge >= 0)) throw new RangeError('debt, defense and pledge are 0 or more');
  const rate = (at: number): number => interest + premium * Math.max(0, at - threshold);
  const path: DebtYear[] = [{ year: 0, debt, defense, interest: 0 }];
  let owed = debt;
  let share = defense;
  for (let year = 1; year <= years; year++) {
    share = Math.max(defense, Math.min(pledge, (share * (100 + defense_growth)) / (100 + growth)));
    const due = (owed * rate(owed)) / (100 + growth);
    owed = nextDebt(owed, rate(owed), growth, primary_balance - borrowed * (share - defense));
    path.push({ year, debt: owed, defense: share, interest: due });
  }
  const balance = primary_balance - borrowed * Math.max(0, pledge - defense);
  const stabilizing = ((rate(debt) - growth) / (100 + growth)) * debt;
  const ceilingYear = path.find((one) => one.debt > ceiling)?.year ?? null;
  const room = balance - stabilizing;
  return {
    path,
    yearsToPledge: yearsToPledge(defense, pledge, growth, defense_growth),
    stabilizing,
    room,
    settles: premium === 0 && growth > interest ? (-balance * (100 + growth)) / (growth - interest) : null,
    ceilingYear,
    affordable: ceiling === Infinity ? room >= 0 : ceilingYear === null,
    method: 'recursion',
    converged: true,
    iterations: years,
    warnings: [
      ...(debt > ceiling ? ['The debt is above the ceiling today.'] : []),
      ...(defense_growth <= growth && defense < pledge ? ['Defense spending grows no faster than GDP: the pledge is never met.'] : []),
    ],
  };
}
