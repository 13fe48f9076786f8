import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { keysAt, optionsOf, schemasAt } from '../../core/treaty/keys.ts';
import type { Engine } from '../data/engine.ts';
import { placeAt } from './place.ts';

const STATES: readonly (string | number)[] = ['state', 'bound', 'to', 'against', 'with', 'allied_with', 'states'];
const PLACES: readonly (string | number)[] = ['include', 'exclude', 'territory'];

/** Completes keys and values of the treaty language, states and regions, by where the cursor stands. */
export function completeTreaty({ catalog, world }: Engine): (context: CompletionContext) => CompletionResult | null {
  const states: readonly Completion[] = catalog.states.map(({ id }) => ({ label: id, detail: world.nameOf(id), type: 'constant' }));
  const places: readonly Completion[] = [...catalog.regions.map(({ id }) => id), ...catalog.territories.map(({ id }) => id)].map((label) => ({
    label,
    type: 'constant',
  }));
  return (context) => {
    const text = context.state.doc.toString();
    const { path, writes, from } = placeAt(text, context.pos);
    if (from === context.pos && !context.explicit) return null;
    if (writes === 'key') {
      const options = keysAt(path).map((label): Completion => ({ label, apply: `${label}: `, type: 'property' }));
      if (options.length > 0) return { from, options, validFor: /^[\w-]*$/ };
    }
    const at = writes === 'key' ? [...path, 0] : path;
    const schemas = schemasAt(at);
    const name = at.findLast((step) => typeof step === 'string') ?? '';
    const options: Completion[] = [
      ...optionsOf(schemas).map((label): Completion => ({ label, type: 'enum', boost: 2 })),
      ...(STATES.includes(name) ? states : []),
      ...(PLACES.includes(name) ? places : []),
    ];
    return options.length === 0 ? null : { from, options, validFor: /^[\w-]*$/ };
  };
}
