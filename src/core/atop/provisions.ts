import type { Column } from '../table/column.ts';
import type { Row } from '../table/table.ts';
import type { Treaty } from '../treaty/schema.ts';
import { codeOf, type AtopPhase } from './alliance.ts';

type Institutions = NonNullable<Treaty['institutions']>;
type Burden = NonNullable<Treaty['burden']>;

const REGULAR_MEETINGS = 1;
const PERMANENT_BODY = 3;
const MILITARY = 1;
const ALL_PURPOSES = 4;

/** What stands behind the agreement, as its text says: ATOP codes the text, not what grew from it. */
export function institutionsOf({ row, institutions }: AtopPhase): Institutions | undefined {
  const organs = [1, 2].map((i) => ({ form: codeOf(row, `organ${i}`), purpose: codeOf(row, `orgpurp${i}`) }));
  const bodies = organs.filter(({ form }) => form === PERMANENT_BODY);
  const base = codeOf(row, 'base') ?? 0;
  const scores = ['milinst', 'formal'].flatMap((name) => {
    const score = institutions === undefined ? undefined : codeOf(institutions, name);
    return score === undefined ? [] : [`${name} ${score}`];
  });
  const found: Institutions = {
    ...(codeOf(row, 'intcom') === 1 && { integrated_command: true }),
    ...(bodies.some(({ purpose }) => purpose === MILITARY || purpose === ALL_PURPOSES) && { permanent_staff: true }),
    ...(bodies.some(({ purpose }) => purpose !== MILITARY) && { secretariat: true }),
    ...(organs.some(({ form }) => form === REGULAR_MEETINGS) && { meetings: 'regular' }),
    ...(base > 1 && { bases: true }),
    ...(codeOf(row, 'medarb') === 1 && { dispute_settlement: true }),
    ...(scores.length > 0 && { note: `Peacetime military institutionalization and formality, each 0 to 2, by Leeds and Anac 2005: ${scores.join(', ')}` }),
  };
  return Object.keys(found).length === 0 ? undefined : found;
}

/** That contributions or costs are shared out, where they are: ATOP does not code how. */
export function burdenOf(row: Row): Burden | undefined {
  if (codeOf(row, 'contrib') !== 1) return undefined;
  return { common_funding: { formula: 'other', note: 'The text spells out contributions or the division of costs, which ATOP does not code (contrib 1)' } };
}

const SECRECY = ['public', 'secret-articles', 'secret'] as const;

/** Public where ATOP does not say. */
export function secrecyOf(row: Row): Treaty['secrecy'] {
  return SECRECY[codeOf(row, 'pubsecr') ?? 0] ?? 'public';
}

/** Columns that have no place among the keys of a treaty. */
const NOTED = [
  'wartime',
  'estmode',
  'secrart',
  'proadd',
  'futmem',
  'asymm',
  'notaiden',
  'dipaid',
  'terrres',
  'seppeace',
  'thirdcom',
  'noothall',
  'specthrt',
  'statthr1',
  'statthr2',
  'conwtin',
  'milcon',
  'milaid',
  'subord',
  'organ1',
  'orgpurp1',
  'organ2',
  'orgpurp2',
  'base',
  'armred',
  'acqterr',
  'divgains',
  'demwith',
  'ecaid',
  'interv',
  'reflnun',
  'refothio',
  'natrefal',
  'compag',
  'nomicoop',
  'conres',
  'agprois',
  'conmen',
] as const;

/** Columns that a treaty gives once though phases may differ in them. */
const LASTING = ['pubsecr', 'speclgth', 'length', 'renounce', 'proren', 'renewlgt', 'intcom', 'medarb', 'contrib'] as const;

/** "separate peace: forbidden (seppeace 1)", for each code of the agreement that no key of a treaty holds. */
export function provisionsInWords(row: Row, columns: ReadonlyMap<string, Column>): readonly string[] {
  return NOTED.filter((name) => (codeOf(row, name) ?? 0) !== 0).map((name) => inWords(name, row, columns));
}

/** What an earlier phase had otherwise than the last, whose term, secrecy and institutions the treaty gives. */
export function differencesInWords(row: Row, last: Row, columns: ReadonlyMap<string, Column>): readonly string[] {
  return [...LASTING, ...NOTED].filter((name) => codeOf(row, name) !== codeOf(last, name)).map((name) => inWords(name, row, columns));
}

function inWords(name: string, row: Row, columns: ReadonlyMap<string, Column>): string {
  const value = codeOf(row, name);
  const column = columns.get(name);
  // A label explains its codes in brackets: "term, months (0: not given)".
  const label = (column?.label ?? name).replace(/ \(0: .*\)$/, '');
  if (value === undefined) return `${label}: not known (${name})`;
  const meanings = column?.kind === 'text' ? undefined : column?.valueLabels;
  const meaning = meanings === undefined ? String(value) : meanings[value];
  return `${label}${meaning === undefined || meaning === 'yes' ? '' : `: ${meaning}`} (${name} ${value})`;
}
