import { nameKey } from './names.ts';
import { suggestStates, type NameIndex } from './search.ts';
import type { CodeSpan, State } from './types.ts';

function named(states: readonly State[]): string {
  return states.map(({ id, name }) => `${id} (${name})`).join(' or ');
}

/** States one of whose codes is the text: a number, or an abbreviation in either case. */
function coded(index: NameIndex, system: 'cow' | 'gw', text: string): State[] {
  const abbr = text.toUpperCase();
  const means = (code: CodeSpan) => code.abbr === abbr || String(code.number) === text;
  return index.map(({ state }) => state).filter((state) => state[system]?.some(means));
}

/**
 * One line for a text that is not a state id: what it is, and the id to write. "'GMY' is a COW code; states here use
 * ISO 3166. Did you mean DEU (Germany)?"
 */
export function explainUnknownState(index: NameIndex, text: string): string {
  const typed = text.trim();
  if (typed === '') return 'No state is named; write an id such as DEU (Germany).';

  const exact = index.find(({ state }) => state.id === typed);
  if (exact) {
    const others = coded(index, 'cow', typed).filter(({ id }) => id !== typed);
    return `'${typed}' is ${exact.state.name}${others.length > 0 ? `; as a COW code it is ${named(others)}` : ''}.`;
  }

  const upper = index.find(({ state }) => state.id === typed.toUpperCase());
  if (upper) return `State ids are three capital letters, not '${typed}'. Did you mean ${named([upper.state])}?`;

  for (const [system, title] of [
    ['cow', 'COW'],
    ['gw', 'Gleditsch-Ward'],
  ] as const) {
    const states = coded(index, system, typed);
    const noun = /^\d+$/.test(typed) ? 'number' : 'code';
    if (states.length > 0) return `'${typed}' is a ${title} ${noun}; states here use ISO 3166. Did you mean ${named(states)}?`;
  }

  const key = nameKey(typed);
  const called = index.filter(({ namings }) => namings.some((naming) => naming.key === key)).map(({ state }) => state);
  if (called.length > 0) return `'${typed}' is a name; states here are written by id. Did you mean ${named(called)}?`;

  const near = suggestStates(index, typed).map(({ state }) => state);
  if (near.length > 0) return `There is no state '${typed}'. Did you mean ${named(near)}?`;
  return `There is no state '${typed}'. States are written by their ISO 3166 code, such as DEU (Germany).`;
}
