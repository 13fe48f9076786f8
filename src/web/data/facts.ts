import { FACTS_FORMAT, type Facts } from '../../core/facts/facts.ts';
import { fetchJson, LoadError } from './engine.ts';

const isFacts = (value: unknown): value is Facts => typeof value === 'object' && value !== null && 'contingencies' in value && 'format' in value;

let known: Promise<Facts> | undefined;

/** Fetches what the models know of states, once. Throws LoadError. */
export function fetchFacts(): Promise<Facts> {
  known ??= fetchJson('/facts.json').then((value) => {
    if (!isFacts(value) || value.format !== FACTS_FORMAT)
      throw new LoadError('This page and its facts are of different versions. Run npm run build, then reload.');
    return value;
  });
  return known;
}
