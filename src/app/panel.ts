import type { State } from '../core/states/types.ts';
import { rowAt, type Row } from '../core/table/table.ts';
import { buildPanelFrom, type Panel, type PanelRequest } from '../data/panels/build.ts';
import { storeTables } from '../data/panels/tables/store-tables.ts';
import { SYSTEM_TITLES, type SystemId } from '../data/panels/units.ts';
import { noSuchState, statesCalled } from './known-state.ts';
import { loadCatalog } from './load-catalog.ts';
import { UserError } from './user-error.ts';
import { usingStore } from './with-store.ts';

export type { Panel, PanelRequest } from '../data/panels/build.ts';
export type { AuditEntry } from '../data/panels/audit.ts';

/** A panel, with what it took. */
export interface BuiltPanel extends Panel {
  /** Sources with their versions, those of several tables set apart by commas: `{atop: '5.1'}`. */
  readonly versions: Readonly<Record<string, string>>;
  /** From the opening of the store to the panel in memory. */
  readonly seconds: number;
}

/**
 * Builds a panel from the store of a workspace.
 * @param folder the workspace
 * @throws {UserError} where a source is unknown, does not fit the unit or was never imported
 */
export async function buildPanel(folder: string, request: PanelRequest): Promise<BuiltPanel> {
  const start = performance.now();
  const registry = loadCatalog().states;
  const panel = await usingStore(folder, (store) => buildPanelFrom(storeTables(store), request, registry));
  return { ...panel, versions: versionsOf(panel), seconds: (performance.now() - start) / 1000 };
}

function versionsOf({ audit }: Panel): Readonly<Record<string, string>> {
  const found = new Map<string, Set<string>>();
  for (const { source, version } of audit) found.set(source, (found.get(source) ?? new Set()).add(version));
  return Object.fromEntries([...found].map(([source, versions]) => [source, [...versions].join(', ')]));
}

/** Every number a state ever had in a system. */
function numbersOf(state: State, system: SystemId): readonly number[] {
  return [...new Set((state[system] ?? []).map(({ number }) => number))];
}

/**
 * The codes of a system that the user's words stand for: its numbers, the registry's ids and names, or its abbreviations, in this order.
 * @throws {UserError} where a word stands for no state, with the nearest that are
 */
export function stateCodes(words: readonly string[], system: SystemId): readonly number[] {
  const catalog = loadCatalog();
  const codes = words.flatMap((word) => {
    if (/^\d+$/.test(word)) return [Number(word)];
    const called = statesCalled(catalog, word);
    const numbers = called.flatMap((state) => numbersOf(state, system));
    if (numbers.length > 0) return numbers;
    const upper = word.toUpperCase();
    const abbreviated = catalog.states.flatMap((state) => (state[system] ?? []).filter(({ abbr }) => abbr === upper).map(({ number }) => number));
    if (abbreviated.length > 0) return abbreviated;
    const [state] = called;
    if (state === undefined) throw noSuchState(catalog, word, '--states');
    throw new UserError(`--states: ${state.name} (${state.id}) has no number in the list of ${SYSTEM_TITLES[system]}.`);
  });
  return [...new Set(codes)].sort((a, b) => a - b);
}

/** The first rows of a panel. */
export function headOf({ table }: Panel, rows: number): readonly Row[] {
  return Array.from({ length: Math.min(rows, table.rows) }, (_, row) => rowAt(table, row));
}

/** What is told of a panel beside its rows, as one JSON object. */
export interface PanelSummary extends Omit<BuiltPanel, 'table'> {
  /** How many. */
  readonly rows: number;
  /** Their names. */
  readonly columns: readonly string[];
  readonly head?: readonly Row[];
}

/** What is told of a panel beside its rows, with the first of them where asked for. */
export function panelSummary(panel: BuiltPanel, head?: number): PanelSummary {
  const { table, audit, seconds, unit, system, years, versions, notes } = panel;
  return {
    rows: table.rows,
    columns: table.columns.map(({ name }) => name),
    audit,
    seconds,
    unit,
    system,
    years,
    versions,
    notes,
    ...(head !== undefined && { head: headOf(panel, head) }),
  };
}

/** What a panel is called, as its files say: "directed-dyad-year panel, COW states, 1816-2016". */
export function panelTitle({ unit, system, years }: Panel): string {
  return `${unit} panel, ${system === 'cow' ? 'COW' : 'Gleditsch-Ward'} states, ${years.first}-${years.last}`;
}
