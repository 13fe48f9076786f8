import { setClause } from '../../treaty/set-clause.ts';
import type { Treaty } from '../../treaty/schema.ts';
import type { DesignReading } from './evaluate.ts';
import { helpingClauses, obligationVariables } from './obligation-variables.ts';
import type { DesignSetting } from './setting.ts';
import { memberVariable, treatyVariables } from './treaty-variables.ts';
import { asGiven, type ClauseValue, type DesignVariable } from './variable.ts';

/** What the user says of the clauses. */
export interface SpaceRequest {
  /** Clauses that do not move (`exit`, `exit.notice`), or that are written so (`exit.notice=P6M`). */
  readonly fix?: readonly string[];
  /** Clauses with the values to be tried: `exit.notice=P6M,P2Y`, `parties.JPN=in,out`. */
  readonly vary?: readonly string[];
  /** These clauses alone may move; all when left out. */
  readonly only?: readonly string[];
}

export interface Space {
  /** Every clause, in the order in which they are written; those that the user holds have one value. */
  readonly variables: readonly DesignVariable[];
  /** Clauses that the user holds, with the other values they might have had. */
  readonly held: readonly DesignVariable[];
}

const PARTY = /^parties\.([A-Z]{3})$/;

/** States that a request would have join. @throws {RangeError} where a request is none */
export function candidatesIn({ vary = [], fix = [] }: SpaceRequest): readonly string[] {
  return [...vary, ...fix].flatMap((text) => PARTY.exec(text.split('=')[0] ?? '')?.[1] ?? []);
}

/** Every clause of the text that an assessment moves on, with the ways to write it. */
export function defaultVariables(setting: DesignSetting, given: DesignReading): readonly DesignVariable[] {
  const { given: text, date, states, capabilities, asked, subject } = setting;
  const share = (state: string): number => capabilities.shares.get(state) ?? 0;
  const members = states.filter((state) => text.parties.some((party) => party.state === state)).toSorted((a, b) => share(b) - share(a));
  const nameOf = (state: string): string => subject.world.nameOf(state, date);
  const challengers = [...new Set(asked.map(({ contingency }) => contingency.challenger))].filter((state) => !states.includes(state));
  const forces = subject.facts.presence.some(({ treaty, guest, host }) => treaty === text.id && members.includes(guest) && members.includes(host));
  const burdened = given.members.filter(({ net }) => net < 0).map(({ state }) => state);
  return [
    ...helpingClauses(text).flatMap((clause) => obligationVariables(clause, { members, challengers, nameOf })),
    ...treatyVariables(text, { date, members, burdened, forces, nameOf }),
  ];
}

/**
 * The clauses that may move and those that may not, as the user asks.
 * @throws {RangeError} where a clause or value named is none
 */
export function createSpace(setting: DesignSetting, defaults: readonly DesignVariable[], { fix = [], vary = [], only = [] }: SpaceRequest): Space {
  const all = new Map(defaults.map((variable) => [variable.id, variable]));
  for (const text of vary) {
    const [id, values] = parted(text);
    if (values === undefined) throw new RangeError(`'${text}' names no values; write CLAUSE=a,b`);
    all.set(id, varied(setting, all.get(id), id, values));
  }
  const held = new Map<string, DesignVariable>();
  for (const text of fix) {
    const [id, values] = parted(text);
    if (values === undefined) {
      const found = [...all.values()].filter((variable) => isUnder(variable.id, id));
      if (found.length === 0) throw new RangeError(`there is no clause '${id}' that moves; ${known(all)}`);
      for (const variable of found) held.set(variable.id, variable);
      continue;
    }
    const [value, more] = values;
    if (value === undefined || more !== undefined) throw new RangeError(`'${text}' fixes a clause at one value`);
    const variable = varied(setting, all.get(id), id, [value]);
    const others = all.get(id)?.values.filter((one) => one.id !== variable.values[0]?.id) ?? [];
    const at = variable.values.find((one) => one.id.toLowerCase() === value.toLowerCase()) ?? variable.values.at(-1);
    held.set(id, { ...variable, values: [...(at === undefined ? [] : [at]), ...others] });
  }
  const wanted = only.map((id) => {
    if (![...all.keys()].some((one) => isUnder(one, id))) throw new RangeError(`there is no clause '${id}' that moves; ${known(all)}`);
    return id;
  });
  const isWanted = ({ id }: DesignVariable): boolean => wanted.length === 0 || wanted.some((one) => isUnder(id, one));
  const order = new Map([...all, ...held]);
  return {
    variables: [...order.values()].flatMap((variable) => {
      const at = held.get(variable.id)?.values.slice(0, 1);
      return at === undefined ? (isWanted(variable) ? [variable] : []) : [{ ...variable, values: at }];
    }),
    held: [...held.values()],
  };
}

const known = (all: ReadonlyMap<string, DesignVariable>): string => `there are ${[...all.keys()].join(', ')}`;
const isUnder = (id: string, prefix: string): boolean => id === prefix || id.startsWith(`${prefix}.`);

/** A clause and its values; commas within brackets or quotes part nothing. */
function parted(text: string): readonly [id: string, values: readonly string[] | undefined] {
  const cut = text.indexOf('=');
  if (cut === -1) return [text.trim(), undefined];
  const values = text.slice(cut + 1).match(/(?:\[[^\]]*\]|\{[^}]*\}|"[^"]*"|[^,])+/g) ?? [];
  return [text.slice(0, cut).trim(), values.map((one) => one.trim())];
}

/** A variable with the values asked for; any place of the treaty language will do. */
function varied(setting: DesignSetting, variable: DesignVariable | undefined, id: string, values: readonly string[]): DesignVariable {
  const { given, date, subject } = setting;
  const state = PARTY.exec(id)?.[1];
  if (state !== undefined && subject.world.state(state) === undefined) throw new RangeError(`there is no state '${state}'`);
  const base = variable ?? (state === undefined ? undefined : memberVariable(given, state, date, (one) => subject.world.nameOf(one, date)));
  const chosen = values.map((value): ClauseValue => {
    const of = base?.values.find((one) => one.id.toLowerCase() === value.toLowerCase());
    return of ?? written(given, id, value);
  });
  const stands = base === undefined ? asGiven('given', 'as it stands') : asGiven(base.given.id, base.given.words);
  const listed = base === undefined ? [stands, ...chosen] : chosen;
  const first = listed.filter((one) => one.id === stands.id);
  return { id, title: base?.title ?? id, given: stands, values: [...first.slice(0, 1), ...listed.filter((one) => one.id !== stands.id)] };
}

/** A value written by hand. @throws {RangeError} where the language does not take it there */
function written(given: Treaty, id: string, value: string): ClauseValue {
  try {
    setClause(given, id, value);
  } catch (error) {
    throw error instanceof RangeError ? new RangeError(`${id}=${value}: ${error.message}`, { cause: error }) : error;
  }
  return { id: value, words: `${id} ${value === 'null' ? 'is left out' : value}`, edit: (text) => setClause(text, id, value) };
}
