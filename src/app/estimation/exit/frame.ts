import { exitFrames, type ExitFrames } from '../../../core/record/exit.ts';
import type { Store } from '../../../data/store/store.ts';

/** The tables the frames rest on, by source. */
export const EXIT_TABLES = [
  ['atop', 'alliance'],
  ['atop', 'phase'],
  ['atop', 'member'],
  ['nmc', 'state-year'],
  ['polity', 'state-year'],
  ['war', 'participants'],
  ['majors', 'spells'],
] as const;

/** Treaty-years and membership-years from the store. @throws {DataError} where a table is lacking */
export async function readExitFrames(store: Store): Promise<ExitFrames> {
  return exitFrames({
    alliance: await store.read('atop', 'alliance'),
    phase: await store.read('atop', 'phase'),
    member: await store.read('atop', 'member'),
    nmc: await store.read('nmc', 'state-year', ['ccode', 'year', 'cinc']),
    polity: await store.read('polity', 'state-year', ['cown', 'year', 'polity']),
    wars: await store.read('war', 'participants'),
    majors: await store.read('majors', 'spells'),
  });
}
