import { answersOf, WHOLE_ANSWERS, type Read } from '../../core/assess/answers.ts';
import { pointAt } from '../../core/assess/assumptions.ts';
import type { Capabilities } from '../../core/assess/capability.ts';
import { drawAssessment } from '../../core/assess/draws.ts';
import { intervalOf } from '../../core/assess/interval.ts';
import { prepareAssessment, type PreparedAssessment } from '../../core/assess/prepare.ts';
import { quantitiesOf, type Quantity } from '../../core/assess/quantities.ts';
import { solveCase } from '../../core/assess/solve-case.ts';
import type { SweepValue } from '../../core/explore/sweep/axis.ts';
import type { SweepPoint } from '../../core/explore/sweep/design.ts';
import { flatten, type Row } from '../../core/explore/sweep/flatten.ts';
import { setClause } from '../../core/treaty/set-clause.ts';
import type { Treaty } from '../../core/treaty/schema.ts';
import { formNamed } from '../form-named.ts';
import { selectTreaties } from '../find-treaty.ts';
import { loadCatalog, loadFacts } from '../load-catalog.ts';
import { isParameter } from '../set-by-hand.ts';
import { worldOf } from '../world.ts';

/** The question that all cells of a sweep of `assess` share. */
export interface AssessShared {
  readonly treaty: Treaty;
  readonly date: string;
  readonly contingencies?: readonly string[];
  readonly as?: string;
  readonly without?: string;
  readonly set?: Readonly<Record<string, SweepValue>>;
  readonly draws: number;
  readonly answers?: readonly string[];
  /** Shares of power from a store, by day. */
  readonly capabilities: readonly {
    readonly date: string;
    readonly year: number;
    readonly method: string;
    readonly shares: readonly (readonly [state: string, share: number])[];
    readonly partial: readonly (readonly [state: string, lacking: readonly string[]])[];
  }[];
}

/** All contingencies as often, or as costly, times a number. */
const isScale = (name: string): boolean => name === 'occasions' || name === 'losses';

/** Treaties prepared that are kept at hand; the points of a design come back to them. */
const KEPT = 32;

interface Variant {
  readonly prepared: PreparedAssessment;
  /** Ids of the answers that it has. */
  readonly answers: readonly string[];
  /** Quantities of each contingency, in the order of its draws. */
  readonly quantities: readonly (readonly Quantity[])[];
}

/** What of a point makes another treaty or another day, and what moves numbers under it. */
function splitPoint(point: SweepPoint): { readonly variant: SweepPoint; readonly moved: Readonly<Record<string, number>> } {
  const entries = Object.entries(point);
  const moves = ([name]: readonly [string, SweepValue]): boolean => isParameter(name) || isScale(name);
  return {
    variant: Object.fromEntries(entries.filter((entry) => !moves(entry))),
    moved: Object.fromEntries(
      entries.filter(moves).map(([name, value]) => {
        if (typeof value !== 'number') throw new RangeError(`${name} is a number, not '${value}'`);
        return [name, value];
      }),
    ),
  };
}

/**
 * Assesses one treaty at many points: what is asked of the law is asked once for each text and day.
 * @returns `answer` gives the row of a point under a seed; `check` throws a RangeError where a point cannot be assessed at all
 */
export function openAssessment(shared: AssessShared): {
  readonly answer: (point: SweepPoint, seed: number) => Row;
  readonly check: (point: SweepPoint) => void;
} {
  const catalog = loadCatalog();
  const facts = loadFacts();
  const world = worldOf(catalog, { shapes: true });
  const variants = new Map<string, Variant>();

  const capabilitiesOn = (date: string): Capabilities | undefined => {
    const found = shared.capabilities.find((one) => one.date === date);
    return found === undefined ? undefined : { ...found, shares: new Map(found.shares), partial: new Map(found.partial) };
  };

  const prepare = (variant: SweepPoint): Variant => {
    const { moved, variant: texts } = splitPoint({ ...shared.set });
    const { date = shared.date, as = shared.as, without = shared.without, ...clauses } = variant;
    const treaty = Object.entries({ ...texts, ...clauses }).reduce((text, [name, value]) => withClause(text, name, value), shared.treaty);
    const gone = without === undefined ? undefined : String(without);
    if (gone !== undefined && !treaty.parties.some(({ state }) => state === gone)) throw new RangeError(`${gone} is no party of ${treaty.id}`);
    const capabilities = capabilitiesOn(String(date));
    const prepared = prepareAssessment(
      { facts, world, treaties: selectTreaties(catalog, [treaty], []), treaty },
      {
        date: String(date),
        draws: shared.draws,
        seed: 0,
        set: moved,
        form: formNamed(as === undefined ? 'pact' : String(as)),
        ...(shared.contingencies !== undefined && { contingencies: shared.contingencies }),
        ...(gone !== undefined && { gone }),
        ...(capabilities !== undefined && { capabilities }),
      },
    );
    const { members } = prepared;
    const wanted = shared.answers ?? [...Object.keys(WHOLE_ANSWERS), ...members.flatMap((state) => [`net:${state}`, `honors:${state}`])];
    const answers = wanted.filter((id) => !id.includes(':') || members.includes(id.split(':')[1] ?? '') || !wasMember(shared, id));
    // An answer that is none is said here.
    const { answer } = answersOf(prepared);
    for (const id of shared.answers ?? []) if (answers.includes(id)) answer(id);
    return { prepared, answers, quantities: prepared.asked.map((one) => quantitiesOf(one, members)) };
  };

  const variantOf = (variant: SweepPoint): Variant => {
    const key = JSON.stringify(variant);
    const known = variants.get(key);
    if (known !== undefined) return known;
    const made = prepare(variant);
    const [oldest] = variants.keys();
    if (variants.size >= KEPT && oldest !== undefined) variants.delete(oldest);
    variants.set(key, made);
    return made;
  };

  const checked = (point: SweepPoint): { readonly variant: Variant; readonly moved: Readonly<Record<string, number>> } => {
    const { variant, moved } = splitPoint(point);
    const scale = Object.keys(moved).find(isScale);
    if (scale !== undefined && shared.draws > 0) throw new RangeError(`${scale} moves the central values; vary it with no draws`);
    const known = facts.parameters.find(({ id }) => id === 'crisis')?.parameters ?? {};
    const unknown = Object.keys(moved).find((name) => !isScale(name) && known[name] === undefined);
    if (unknown !== undefined) throw new RangeError(`there is no parameter '${unknown}'; they are named in catalog/parameters/crisis.json`);
    return { variant: variantOf(variant), moved };
  };

  return {
    check: (point) => void checked(point),
    answer: (point, seed) => {
      const { variant, moved } = checked(point);
      return flatten(rowOf(variant, moved, { seed, draws: shared.draws }));
    },
  };
}

/** @throws {RangeError} naming the clause */
function withClause(treaty: Treaty, name: string, value: SweepValue): Treaty {
  try {
    return setClause(treaty, name, String(value));
  } catch (error) {
    if (error instanceof RangeError) throw new RangeError(`${name}: ${error.message}`, { cause: error });
    throw error;
  }
}

/** Whether the text has the state of an answer among its parties: a day or a point may lack it. */
const wasMember = ({ treaty }: AssessShared, id: string): boolean => treaty.parties.some(({ state }) => state === id.split(':')[1]);

interface Drawing {
  readonly seed: number;
  readonly draws: number;
}

/** The assessment with parameters and scales moved, solved anew where they are. */
function movedTo(
  { prepared, quantities }: Variant,
  moved: Readonly<Record<string, number>>,
  seed: number,
): { readonly here: PreparedAssessment; readonly read: Read } {
  const { asked, inForce, options } = prepared;
  const { values, rate, losses } = pointAt(prepared, moved);
  const isMoved = Object.keys(moved).length > 0;
  const solved = isMoved
    ? asked.map(({ prepared: game, contingency, responseFor }) => solveCase(game, values, responseFor(values), rate(contingency), inForce))
    : prepared.solved;
  const draws = asked.map(({ contingency }, place) => {
    const worlds = solved[place];
    return worlds === undefined ? undefined : { worlds, values, losses: losses(contingency) };
  });
  const byName = quantities.map((list) => new Map(list.map((one) => [one.name, one])));
  return {
    here: { ...prepared, solved, options: { ...options, seed, set: { ...options.set, ...moved } } },
    read: (place, name) => {
      const draw = draws[place];
      return draw === undefined ? undefined : byName[place]?.get(name)?.of(draw);
    },
  };
}

interface Drawing {
  readonly seed: number;
  readonly draws: number;
}

/** The answers at a point: at the central values; with one draw also what it gave, with more the ends of their 90 % range. */
function rowOf(variant: Variant, moved: Readonly<Record<string, number>>, { seed, draws }: Drawing): Readonly<Record<string, unknown>> {
  const { prepared, answers, quantities } = variant;
  const { here, read } = movedTo(variant, moved, seed);
  const samples = draws === 0 ? [] : drawAssessment(here, 0, draws);
  const places = quantities.map((list) => new Map(list.map(({ name }, place) => [name, place])));
  const readDraw =
    (draw: number): Read =>
    (place, name) => {
      const at = places[place]?.get(name);
      return at === undefined ? undefined : samples[place]?.[at]?.[draw];
    };
  const sheet = answersOf(here);
  const columns = answers.flatMap((id): [string, number | undefined][] => {
    const { of } = sheet.answer(id);
    const value = of(read);
    if (draws === 0) return [[id, value]];
    const drawn = Float64Array.from({ length: draws }, (_, draw) => of(readDraw(draw)));
    if (draws === 1)
      return [
        [id, value],
        [`${id}.drawn`, drawn[0]],
      ];
    const { low, high } = intervalOf(value, drawn);
    return [
      [id, value],
      [`${id}.low`, low],
      [`${id}.high`, high],
    ];
  });
  return {
    'in-force': prepared.inForce,
    members: prepared.members.length,
    asked: prepared.asked.length,
    'not-asked': prepared.notAsked.length,
    ...Object.fromEntries(columns),
  };
}
