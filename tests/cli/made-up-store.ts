import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { importFrom } from '../../src/data/import/import.ts';

/** Five states from 1816 to 1850, whose list ends in 1848; the fifth is lost in 1830. Numbers and names that nobody uses. */
const STATES = [
  ['ALF', 901, 'Alfa', 1848],
  ['BRA', 902, 'Bravo', 1848],
  ['CHA', 903, 'Charlie & Co', 1848],
  ['DEL', 904, 'Delta', 1848],
  ['ECH', 905, 'Echo', 1830],
] as const;

/** Who owes whom defense (1) or nothing: Alfa and Bravo each other, Bravo Charlie; from 1840 on Alfa owes Echo, no longer a state. */
const PLEDGES = [
  [901, 902, 1820, 1],
  [902, 901, 1820, 1],
  [902, 903, 1820, 1],
  [903, 902, 1820, 0],
  [901, 905, 1840, 1],
  [905, 901, 1840, 0],
] as const;
const LAST = 1850;

/** A folder with a store of three made-up files: `world` in it is the workspace. To be removed by the caller. */
export async function madeUpStore(): Promise<string> {
  const cwd = mkdtempSync(path.join(tmpdir(), 'foedus-test-'));
  const files = path.join(cwd, 'files');
  mkdirSync(files);
  const write = (name: string, rows: readonly (readonly (string | number)[])[]): void =>
    writeFileSync(path.join(files, name), rows.map((row) => `${row.join(',')}\n`).join(''));
  write('cow_states.csv', [
    ['stateabb', 'ccode', 'statenme', 'styear', 'stmonth', 'stday', 'endyear', 'endmonth', 'endday', 'version'],
    ...STATES.map(([abbreviation, ccode, name, end]) => [abbreviation, ccode, name, 1816, 1, 1, end, 12, 31, 2016]),
  ]);
  write('atop5_1_directed_dyad_year.csv', [
    ['ccode1', 'ccode2', 'year', 'atop_defense', 'atop_offense', 'atop_neutral', 'atop_nonagg', 'atop_consul'],
    ...PLEDGES.flatMap(([from, to, first, defense]) => Array.from({ length: LAST - first + 1 }, (_, index) => [from, to, first + index, defense, 0, 0, 0, 0])),
  ]);
  write('cow_nmc_v7.csv', [
    ['ccode', 'year', 'milex', 'milper', 'irst', 'pec', 'tpop', 'upop', 'cinc'],
    ...STATES.slice(0, 3).flatMap(([, ccode], index) => Array.from({ length: 35 }, (_, year) => [ccode, 1816 + year, 1, 1, 1, 1, 1, 1, 0.1 * (index + 1)])),
  ]);
  const { failed } = await importFrom(path.join(cwd, 'world'), files);
  if (failed.length > 0) throw new Error(failed.map(({ message }) => message).join('\n'));
  return cwd;
}
