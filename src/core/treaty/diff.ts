/** The difference of two treaties, or of one treaty on two dates, clause by clause and in words. */
import { idWords } from '../text/id-words.ts';
import { articleName, both, capitalized } from '../text/sentence.ts';
import type { Path } from '../diagnostics.ts';
import { describeObligation } from './describe.ts';
import { equal } from './equal.ts';
import { areaPartPhrase, stateName, type NameOf } from './phrases.ts';
import type { Party, Treaty } from './schema.ts';
import { areaSchema, type Obligation } from './obligation-schema.ts';
import { exitSentence, termSentence } from './term.ts';
import { CONVENTIONAL_DOMAINS } from './vocabulary.ts';

export interface Change {
  readonly kind: 'added' | 'removed' | 'changed';
  /** Id of the clause, state of the party, or top-level key concerned. */
  readonly clause: string;
  /** Where: in the second treaty, or in the first for what was removed. */
  readonly path: Path;
  readonly before?: unknown;
  readonly after?: unknown;
  /** The change in one sentence. */
  readonly sentence: string;
}

/** Keys compared as they stand. Names, sources and notes say how a treaty is cited, not what it holds. */
const PLAIN_KEYS = [
  'form',
  'signed',
  'in_force',
  'ended',
  'secrecy',
  'at_war_at_signing',
  'amendments',
  'reservations',
  'suspensions',
  'decisions',
  'institutions',
  'interoperability',
] as const;

/**
 * Every difference that matters, in the order of the schema; empty where the two hold the same. To compare one treaty on
 * two dates, hand over `treatyAt(treaty, date)` twice.
 * @param nameOf names of states; ids where left out
 */
export function diffTreaties(a: Treaty, b: Treaty, nameOf: NameOf = (id) => id): readonly Change[] {
  return [
    ...diffParties(a, b, nameOf),
    ...diffEntries(a.purposes, b.purposes, ['purposes'], 'Purpose'),
    ...diffObligations(a, b, nameOf),
    ...PLAIN_KEYS.flatMap((key) => diffValue(key, a[key], b[key], [key])),
    ...diffEntries(a.burden?.pledges, b.burden?.pledges, ['burden', 'pledges'], 'Pledge'),
    ...diffValue('common_funding', a.burden?.common_funding, b.burden?.common_funding, ['burden', 'common_funding']),
    ...diffEntries(a.conditionality, b.conditionality, ['conditionality'], 'Condition'),
    ...diffSentence('term', a.term, b.term, a.term && termSentence(a.term), b.term && termSentence(b.term)),
    ...diffSentence('exit', a.exit, b.exit, a.exit && exitSentence(a.exit), b.exit && exitSentence(b.exit)),
  ];
}

function diffParties(a: Treaty, b: Treaty, nameOf: NameOf): Change[] {
  const states = [...new Set([...a.parties, ...b.parties].map((party) => party.state))];
  return states.flatMap((state): Change[] => {
    const before = a.parties.filter((party) => party.state === state);
    const after = b.parties.filter((party) => party.state === state);
    if (equal(before.map(bond), after.map(bond))) return [];
    const name = capitalized(stateName(state, nameOf));
    const path: Path = ['parties', (after.length === 0 ? a : b).parties.findIndex((party) => party.state === state)];
    if (before.length === 0) return [{ kind: 'added', clause: state, path, after, sentence: `${name} is a party${spans(after)}.` }];
    if (after.length === 0) return [{ kind: 'removed', clause: state, path, before, sentence: `${name} is no longer a party.` }];
    return [{ kind: 'changed', clause: state, path, before, after, sentence: `${name} is a party${spans(after)}, where it was one${spans(before)}.` }];
  });
}

/** What binds a party: not the notes on it. */
function bond({ from, to, role }: Party): object {
  return { from, to, role };
}

function spans(parties: readonly Party[]): string {
  return ` ${both(parties.map(({ from, to, role }) => `${role === undefined ? '' : `as ${role} `}from ${from}${to === undefined ? '' : ` to ${to}`}`))}`;
}

function diffObligations(a: Treaty, b: Treaty, nameOf: NameOf): Change[] {
  const ids = [...new Set([...a.obligations, ...b.obligations].map((one) => one.id))];
  return ids.flatMap((id): Change[] => {
    const before = a.obligations.find((one) => one.id === id);
    const after = b.obligations.find((one) => one.id === id);
    if (before === undefined && after === undefined) return [];
    if (before === undefined && after !== undefined) {
      return [{ kind: 'added', clause: id, path: pathOf(b, after), after, sentence: `New: ${titleOf(after)}. ${describeObligation(after, b, nameOf)}` }];
    }
    if (before !== undefined && after === undefined) {
      return [{ kind: 'removed', clause: id, path: pathOf(a, before), before, sentence: `Gone: ${titleOf(before)}. ${describeObligation(before, a, nameOf)}` }];
    }
    return before === undefined || after === undefined ? [] : diffFields(before, after, a, b, nameOf);
  });
}

function titleOf(obligation: Obligation): string {
  return `${idWords(obligation.id)} (${articleName(obligation.article)})`;
}

function pathOf(treaty: Treaty, obligation: Obligation): Path {
  return ['obligations', treaty.obligations.indexOf(obligation)];
}

/** The differences inside one obligation, each at the field it stands in; a trigger or response is opened. */
function diffFields(before: Obligation, after: Obligation, a: Treaty, b: Treaty, nameOf: NameOf): Change[] {
  const fields = leaves(before, after, []).map((leaf) => (leaf.path.at(-1) === 'domains' ? withConventional(leaf) : leaf));
  const [said, says] = [describeObligation(before, a, nameOf), describeObligation(after, b, nameOf)];
  const base = pathOf(b, after);
  return fields.map(({ path, from, to }) => ({
    kind: from === undefined ? 'added' : to === undefined ? 'removed' : 'changed',
    clause: after.id,
    path: [...base, ...path],
    ...(from !== undefined && { before: from }),
    ...(to !== undefined && { after: to }),
    sentence: `${capitalized(titleOf(after))}: ${path.at(-1) === 'area' ? areaSentence(from, to, nameOf) : fieldSentence(path, from, to)}${said === says || fields.length > 1 ? '' : ` ${says}`}`,
  }));
}

/** A clause that names no domain covers the conventional ones. */
function withConventional({ path, from, to }: Leaf): Leaf {
  return { path, from: from ?? CONVENTIONAL_DOMAINS, to: to ?? CONVENTIONAL_DOMAINS };
}

function areaSentence(from: unknown, to: unknown, nameOf: NameOf): string {
  const [old, now] = [partPhrases(from, nameOf), partPhrases(to, nameOf)];
  const quoted = (phrases: readonly string[]): string => phrases.map((phrase) => `“${phrase === '' ? 'anywhere' : phrase}”`).join('; ');
  const added = now.filter((phrase) => !old.includes(phrase));
  const gone = old.filter((phrase) => !now.includes(phrase));
  const words = [added.length === 0 ? '' : `now ${quoted(added)}`, gone.length === 0 ? '' : `no longer ${quoted(gone)}`].filter((word) => word !== '');
  return `area: ${words.length === 0 ? 'cited otherwise' : words.join('; ')}.`;
}

function partPhrases(area: unknown, nameOf: NameOf): string[] {
  const parsed = areaSchema.safeParse(area);
  return parsed.success ? (parsed.data.parts ?? [parsed.data]).map((part) => areaPartPhrase(part, nameOf)) : [];
}

interface Leaf {
  readonly path: Path;
  readonly from: unknown;
  readonly to: unknown;
}

function leaves(before: unknown, after: unknown, path: Path): Leaf[] {
  if (same(before, after)) return [];
  if (isMap(before) && isMap(after) && path.length < 2) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return keys.filter((key) => !REMARKS.has(key)).flatMap((key) => leaves(before[key], after[key], [...path, key]));
  }
  return [{ path, from: before, to: after }];
}

/** Keys that say how a clause is documented, not what it holds. */
const REMARKS = new Set(['precision', 'quote', 'note', 'source', 'reading', 'confidence']);

/** Whether two values hold the same, remarks aside. */
function same(a: unknown, b: unknown): boolean {
  return equal(substance(a), substance(b));
}

function substance(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(substance);
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, field]) => (REMARKS.has(key) ? [] : [[key, substance(field)]])));
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fieldSentence(path: Path, from: unknown, to: unknown): string {
  const name = String(path.at(-1)).replaceAll('_', ' ');
  if (Array.isArray(to) && (from === undefined || Array.isArray(from)) && to.every(isWord)) {
    const old: readonly unknown[] = Array.isArray(from) ? from : [];
    const added = to.filter((item) => !old.includes(item));
    const removed = old.filter((item) => !to.includes(item));
    const words = [added.length === 0 ? '' : `${both(added.map(String))} added`, removed.length === 0 ? '' : `${both(removed.map(String))} left out`].filter(
      (word) => word !== '',
    );
    if (from !== undefined && words.length > 0) return `${name}: ${both(words)}.`;
  }
  if (from === undefined) return `${name}: ${inWords(to)}; nothing was said before.`;
  if (to === undefined) return `${name}: no longer given; it was ${inWords(from)}.`;
  return `${name}: ${inWords(to)}; it was ${inWords(from)}.`;
}

function isWord(value: unknown): boolean {
  return typeof value === 'string';
}

/** A value in words, short enough for a sentence. */
function inWords(value: unknown): string {
  if (typeof value === 'string') return value.trim().replace(/\.$/, '');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : both(value.map(inWords));
  if (!isMap(value)) return String(value);
  return Object.entries(value)
    .filter(([key]) => !REMARKS.has(key))
    .map(([key, field]) => `${key.replaceAll('_', ' ')} ${inWords(field)}`)
    .join(', ');
}

interface Entry {
  readonly id: string;
}

function diffEntries(a: readonly Entry[] | undefined, b: readonly Entry[] | undefined, base: Path, title: string): Change[] {
  const [old, now] = [a ?? [], b ?? []];
  const ids = [...new Set([...old, ...now].map((one) => one.id))];
  return ids.flatMap((id): Change[] => {
    const before = old.find((one) => one.id === id);
    const after = now.find((one) => one.id === id);
    if (same(before, after)) return [];
    const name = `${title} ${idWords(id)}`;
    const at = (list: readonly Entry[]): Path => [...base, list.findIndex((one) => one.id === id)];
    if (before === undefined) return [{ kind: 'added', clause: id, path: at(now), after, sentence: `${name} is new: ${inWords(withoutId(after))}.` }];
    if (after === undefined)
      return [{ kind: 'removed', clause: id, path: at(old), before, sentence: `${name} is gone; it was ${inWords(withoutId(before))}.` }];
    return leaves(before, after, []).map(({ path, from, to }) => ({
      kind: 'changed',
      clause: id,
      path: [...at(now), ...path],
      before: from,
      after: to,
      sentence: `${name}: ${fieldSentence(path, from, to)}`,
    }));
  });
}

function withoutId(value: unknown): unknown {
  return isMap(value) ? Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'id')) : value;
}

function diffValue(key: string, before: unknown, after: unknown, path: Path): Change[] {
  const isEmpty = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.length === 0);
  if (same(before, after) || (isEmpty(before) && isEmpty(after))) return [];
  return leaves(before, after, isMap(before) && isMap(after) ? [] : [key]).map((leaf) => {
    const inner = isMap(before) && isMap(after) ? leaf.path : [];
    const title = capitalized(key.replaceAll('_', ' '));
    return {
      kind: isEmpty(leaf.from) ? 'added' : isEmpty(leaf.to) ? 'removed' : 'changed',
      clause: key,
      path: [...path, ...inner],
      ...(leaf.from !== undefined && { before: leaf.from }),
      ...(leaf.to !== undefined && { after: leaf.to }),
      sentence: inner.length === 0 ? capitalized(fieldSentence([key], leaf.from, leaf.to)) : `${title}: ${fieldSentence(inner, leaf.from, leaf.to)}`,
    };
  });
}

function diffSentence(key: string, before: unknown, after: unknown, said: string | undefined, says: string | undefined): Change[] {
  if (same(before, after)) return [];
  const title = capitalized(key);
  if (says === undefined) return [{ kind: 'removed', clause: key, path: [key], before, sentence: `${title} is no longer given; it was: ${said ?? ''}` }];
  if (said === undefined) return [{ kind: 'added', clause: key, path: [key], after, sentence: `${title} is new: ${says}` }];
  return [{ kind: 'changed', clause: key, path: [key], before, after, sentence: `${title}: ${says} It was: ${said}` }];
}
