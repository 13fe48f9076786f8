/**
 * Lifts treaty files of older language versions to this one, comments kept (docs/language/versions.md).
 * Version 0, of files without `language`, spelled as the British do, wrote keys in camel case and named a few otherwise.
 */
import { isMap, isNode, isScalar, isSeq, type Document, type Node, type Pair, type Scalar, type YAMLMap } from 'yaml';
import type { Diagnostic } from '../diagnostics.ts';
import { valueAt } from './explain.ts';
import { formatTreaty } from './format.ts';
import { keysOf, optionsOf, rootSchemas, schemasUnder, type Schema } from './keys.ts';
import { loadYaml, parseTreaty } from './parse.ts';
import { keyText } from './positions.ts';
import { LANGUAGE_VERSION } from './vocabulary.ts';

export type UpgradeResult =
  | {
      readonly ok: true;
      /** The lifted file in canonical form; the file itself where it is of this version already. */
      readonly text: string;
      /** The version it was written in. */
      readonly from: number;
      /** What was done, a line each. */
      readonly changes: readonly string[];
      /** Faults that remain in the lifted text, for a person to mend. */
      readonly diagnostics: readonly Diagnostic[];
    }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Keys of version 0 under their present names, wherever the schema has these and not those. */
export const KEYS_OF_VERSION_0: Readonly<Record<string, string>> = {
  enteredIntoForce: 'in_force',
  casus: 'trigger',
  members: 'parties',
  member: 'state',
  joined: 'from',
  left: 'to',
  type: 'kind',
  owedBy: 'bound',
  owedTo: 'to',
  denunciation: 'exit',
};

/** Spellings of version 0 and this version's. */
export const SPELLINGS_OF_VERSION_0: readonly (readonly [string, string])[] = [
  ['defence', 'defense'],
  ['offence', 'offense'],
  ['non-aggression', 'nonaggression'],
  ['mobilisation', 'mobilization'],
  ['organisation', 'organization'],
];

/** Keys whose ids and words are respelled though the schema lists none. */
const WORDS = new Set(['metric']);

/**
 * Lifts a file to this version of the language. A newer file, or one that is no YAML, comes back as diagnostics.
 * @param file name used in diagnostics
 */
export function upgradeTreaty(text: string, file: string): UpgradeResult {
  const loaded = loadYaml(text, file);
  if (!loaded.ok) return loaded;
  const language = valueAt(loaded.value, ['language']);
  if (language === LANGUAGE_VERSION) return { ok: true, text, from: LANGUAGE_VERSION, changes: [], diagnostics: [] };
  const { contents } = loaded.document;
  if (!isMap(contents) || (language !== undefined && language !== 0)) return { ok: false, diagnostics: parseTreaty(text, file).diagnostics };
  const changes: string[] = [];
  lift(contents, rootSchemas, '', changes);
  complete(loaded.document, changes);
  const lifted = loaded.document.toString({ lineWidth: 0 });
  const formatted = formatTreaty(lifted, file);
  if (formatted.ok) return { ok: true, text: formatted.text, from: 0, changes, diagnostics: [] };
  return { ok: true, text: lifted, from: 0, changes, diagnostics: formatted.diagnostics };
}

/** What every file says now and a file of version 0 left unsaid. */
function complete(document: Document, changes: string[]): void {
  document.set('language', LANGUAGE_VERSION);
  changes.push(`language: ${LANGUAGE_VERSION}`);
  if (document.has('secrecy')) return;
  document.set('secrecy', 'public');
  changes.push('secrecy: public, which went without saying');
}

function lift(node: Node, schemas: readonly Schema[], key: string, changes: string[]): void {
  if (isScalar(node)) return liftValue(node, schemas, key, changes);
  if (isMap(node)) return liftMap(node, schemas, changes);
  if (!isSeq(node)) return;
  for (const [index, item] of node.items.entries()) if (isNode(item)) lift(item, schemasUnder(schemas, index), key, changes);
}

function liftMap(map: YAMLMap, schemas: readonly Schema[], changes: string[]): void {
  const known = keysOf(schemas);
  for (const pair of map.items) {
    liftKey(pair, known, map, changes);
    const key = keyText(pair) ?? '';
    if (isNode(pair.value)) lift(pair.value, schemasUnder(schemas, key), key, changes);
  }
}

function liftKey(pair: Pair, known: readonly string[], map: YAMLMap, changes: string[]): void {
  const key = keyText(pair);
  if (key === undefined || known.includes(key) || !isScalar(pair.key)) return;
  const renamed = Object.hasOwn(KEYS_OF_VERSION_0, key) ? KEYS_OF_VERSION_0[key] : key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  if (renamed === undefined || renamed === key || !known.includes(renamed) || map.has(renamed)) return;
  pair.key.value = renamed;
  pair.key.source = renamed;
  changes.push(`${key} is now ${renamed}`);
}

function liftValue(scalar: Scalar, schemas: readonly Schema[], key: string, changes: string[]): void {
  const { value } = scalar;
  if (typeof value !== 'string') return;
  const options = optionsOf(schemas);
  if (options.includes(value)) return;
  const respelled = SPELLINGS_OF_VERSION_0.reduce((word, [old, now]) => word.replaceAll(old, now), value);
  if (respelled === value || !(options.includes(respelled) || WORDS.has(key))) return;
  scalar.value = respelled;
  changes.push(`${value} is now ${respelled}`);
}
