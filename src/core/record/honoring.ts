import { codeOf, readAtop, type AtopTables } from '../atop/alliance.ts';
import { datedPhases } from '../atop/phases.ts';
import { compareDates } from '../states/dates.ts';
import { rowsOf, type Row, type Table } from '../table/table.ts';
import type { Call } from './calls.ts';
import { clausesIn } from './exit-terms.ts';
import { labeledTable, type LabeledColumns } from './labeled-table.ts';
import { rowsByWar, startOf } from './war-of-dispute.ts';

/**
 * The honoring frame. Unit: alliance × war in which a member fought. Who is in: every row of Berkemeier and Fuhrmann (2018), 1816-2003, tests of the
 * alliance or not. Clauses are those of ATOP 5.1 in the phase that stood on the first day of the war, or, where none did, the first; what was owed is
 * the law's ruling on the entries into interstate wars of the Correlates of War (`callsIn`).
 */
const COLUMNS = {
  warid: ['int16', 'number of the war among the cases'],
  cowwar: ['int16', 'COW number of the war, missing where it has none'],
  atopid: ['int16', 'ATOP number of the alliance'],
  year: ['int16', 'year in which the war begins'],
  postwar: ['int8', 'since 1945'],
  sample: ['int8', 'marked as sample in the file: alliances to 1944 as Leeds, Long and Mitchell (2000) had them'],
  help: ['int8', 'promises defense or offense'],
  defense: ['int8', 'promises defense'],
  offense: ['int8', 'promises offense'],
  neutral: ['int8', 'promises neutrality'],
  nonaggression: ['int8', 'promises not to attack'],
  bilateral: ['int8', 'two members'],
  honored: ['int8', "1 honored, 0 violated, missing where the war was no test: the authors' coding"],
  honored_llm: ['int8', '... the coding after Leeds, Long and Mitchell'],
  called: ['int8', "1 tested, 0 not as the casus foederis was not met, missing else: the authors' coding"],
  called_llm: ['int8', '... the coding after Leeds, Long and Mitchell'],
  listed: ['int8', 'the war is among the interstate wars of the Correlates of War'],
  signed_in_war: ['int8', 'signed after the first day of that war'],
  owed: ['int8', 'members that owed another help as it entered the war, by the law; missing where the war is not listed'],
  helped: ['int8', 'those of them that fought on its side'],
  owed_neutrality: ['int8', 'members that owed another neutrality as it entered'],
  kept_neutral: ['int8', 'those of them that never fought against it'],
  conditional: ['int8', 'some main promise hangs on the adversary, the place, a war under way or the like'],
  secret: ['int8', 'secret in whole or in part'],
  wartime: ['int8', 'formed while some member was in an interstate war'],
  bases: ['int8', 'gives bases'],
  institutions: ['int8', 'peacetime military institutions, 0 to 2 (Leeds and Anac)'],
  formality: ['int8', 'formality, 0 to 2 (Leeds and Anac)'],
} as const satisfies LabeledColumns;

export interface HonoringInputs extends Pick<AtopTables, 'phase' | 'member' | 'institutions'> {
  /** Berkemeier and Fuhrmann's cases. */
  readonly cases: Table;
  /** COW's participants of interstate wars. */
  readonly participants: Table;
  readonly calls: readonly Call[];
}

const bit = (value: boolean): number => (value ? 1 : 0);

/** Builds the honoring frame, in the order of the cases. */
export function honoringFrame({ cases, participants, calls, ...atop }: HonoringInputs): Table {
  const alliances = new Map(readAtop(atop).alliances.map(({ id, phases }) => [id, datedPhases(phases)] as const));
  const begins = new Map([...rowsByWar(participants)].map(([war, rows]) => [war, rows.map(startOf).toSorted()[0] ?? '']));
  const called = new Map(calls.map((call) => [keyOf(call.war, call.atopId), call]));
  const rows = rowsOf(cases).map((row): Row => {
    const [atopId, war] = [codeOf(row, 'atopid') ?? 0, codeOf(row, 'cowwarid')];
    const date = war === undefined ? undefined : begins.get(war);
    const year = Number(date?.slice(0, 4) ?? /\d{4}/.exec(String(row['warname']))?.[0] ?? Number.NaN);
    const phases = alliances.get(atopId) ?? [];
    const on = date ?? `${year}-01-01`;
    const standing = phases.find(({ from, until }) => compareDates(from, on) <= 0 && (until === undefined || compareDates(until, on) > 0));
    const { phase } = standing ?? phases[0] ?? {};
    const terms = phase === undefined ? undefined : clausesIn(phase.row, year);
    const call = war === undefined ? undefined : called.get(keyOf(war, atopId));
    const marked = (name: string): boolean => codeOf(row, name) === 1;
    const score = (name: string): number | null => (phase?.institutions === undefined ? null : (codeOf(phase.institutions, name) ?? null));
    const size = (states: ReadonlySet<string> | undefined): number | null => (date === undefined ? null : (states?.size ?? 0));
    return {
      warid: codeOf(row, 'warid') ?? 0,
      cowwar: war ?? null,
      atopid: atopId,
      year,
      postwar: bit(year >= 1945),
      sample: bit(marked('sample')),
      help: bit(marked('defense') || marked('offense')),
      defense: bit(marked('defense')),
      offense: bit(marked('offense')),
      neutral: bit(marked('neutral')),
      nonaggression: bit(marked('nonagg')),
      bilateral: bit(!marked('multilateral')),
      honored: verdict(marked('honorBF'), marked('violateBF')),
      honored_llm: verdict(marked('honorLLM'), marked('violateLLM')),
      called: verdict(marked('honorBF') || marked('violateBF'), marked('cfnaBF')),
      called_llm: verdict(marked('honorLLM') || marked('violateLLM'), marked('cfnaLLM')),
      listed: bit(date !== undefined),
      signed_in_war: bit(phases.length > 0 && phases.every(({ from }) => compareDates(from, on) > 0)),
      owed: size(call?.owedHelp),
      helped: size(call?.helped),
      owed_neutrality: size(call?.owedNeutrality),
      kept_neutral: size(call?.neutral),
      conditional: terms?.conditional ?? null,
      secret: terms?.secret ?? null,
      wartime: terms?.wartime ?? null,
      bases: terms?.bases ?? null,
      institutions: score('milinst'),
      formality: score('formal'),
    };
  });
  return labeledTable(COLUMNS, rows);
}

const keyOf = (war: number, atopId: number): string => `${war} ${atopId}`;

/** 1 or 0; null where neither is so. */
const verdict = (yes: boolean, no: boolean): number | null => (yes ? 1 : no ? 0 : null);
