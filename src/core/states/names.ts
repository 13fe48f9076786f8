import { fold } from '../text/fold.ts';
import { inSpan } from './dates.ts';
import type { IsoDate, Span, State } from './types.ts';

/** One way in which a state is called. */
export interface Naming extends Span {
  readonly text: string;
  /** `text` as compared with what people type. */
  readonly key: string;
  readonly kind: 'name' | 'former-name' | 'alias';
}

/** What two spellings of a name have in common: no accents, case, points, apostrophes or leading article. */
export function nameKey(text: string): string {
  return fold(text)
    .replace(/['’.]/g, '')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^the /, '');
}

/** Every way in which a state is or was called, its short name first. */
export function namingsOf(state: State): readonly Naming[] {
  const named = (kind: Naming['kind'], text: string, span: Span = {}): Naming => ({
    ...(span.from === undefined ? {} : { from: span.from }),
    ...(span.to === undefined ? {} : { to: span.to }),
    text,
    key: nameKey(text),
    kind,
  });
  return [
    named('name', state.name),
    ...(state.names ?? []).map((former) => named('former-name', former.name, former)),
    ...(state.aliases ?? []).map((alias) => named('alias', alias)),
  ];
}

/** The state's short name on a date; without one, the current or last. */
export function nameOn(state: State, date?: IsoDate): string {
  if (date === undefined) return state.name;
  return state.names?.find((span) => inSpan(span, date))?.name ?? state.name;
}
