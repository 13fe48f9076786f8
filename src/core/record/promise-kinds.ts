import { codeOf, readAtop, type AtopTables } from '../atop/alliance.ts';
import { datedPhases, lastPhase } from '../atop/phases.ts';
import { compareDates } from '../states/dates.ts';
import type { IsoDate } from '../states/types.ts';
import type { ObligationKind } from '../treaty/vocabulary.ts';

/** What ATOP codes of a promise of help that may tell how it is kept. */
export interface PromiseKind {
  /** Never more than two members in the phase. */
  readonly bilateral: boolean;
  /** The text gives bases, to one side or to each other. */
  readonly bases: boolean;
  /** Hangs on the adversary, the place, an ongoing conflict or the number of adversaries. */
  readonly conditional: boolean;
  /** The agreement, or some of its articles, are secret. */
  readonly secret: boolean;
  /** Peacetime military institutions, moderate or high (Leeds and Anac 2005). */
  readonly institutions: boolean;
  /** Formed while a member was in an interstate war. */
  readonly wartime: boolean;
}

const CONDITIONS = ['adv', 'loc', 'con', 'num'] as const;
const FROM_MUTUAL_BASES = 2;

/** Reads what kind of promise a member's was on a date; undefined where ATOP has no such alliance. */
export type PromiseKinds = (atopId: number, member: number, date: IsoDate, kind: ObligationKind) => PromiseKind | undefined;

/** @param tables ATOP's phases, members and institutions */
export function promiseKinds(tables: Omit<AtopTables, 'dyads'>): PromiseKinds {
  const alliances = new Map(
    readAtop(tables).alliances.map(({ id, phases }) => {
      const dated = datedPhases(phases);
      const wartime = codeOf(phases[0]?.row ?? {}, 'wartime') === 1;
      return [id, { dated, wartime }] as const;
    }),
  );
  return (id, member, date, kind) => {
    const alliance = alliances.get(id);
    if (alliance === undefined) return undefined;
    const { dated, wartime } = alliance;
    const standing = dated.filter(({ from, until }) => compareDates(from, date) <= 0 && (until === undefined || compareDates(until, date) > 0));
    const found = standing.find(({ phase }) => phase.members.some((row) => codeOf(row, 'member') === member)) ?? standing[0] ?? lastPhase(dated);
    if (found === undefined) return undefined;
    const { row, members, institutions } = found.phase;
    const own = members.find((one) => codeOf(one, 'member') === member) ?? {};
    const prefix = kind === 'offense' ? 'offco' : 'defco';
    return {
      bilateral: codeOf(row, 'bilat') === 1,
      bases: (codeOf(row, 'base') ?? 0) >= FROM_MUTUAL_BASES,
      conditional: CONDITIONS.some((condition) => codeOf(own, `${prefix}${condition}`) === 1),
      secret: (codeOf(row, 'pubsecr') ?? 0) > 0,
      institutions: institutions !== undefined && (codeOf(institutions, 'milinst') ?? 0) > 0,
      wartime,
    };
  };
}
