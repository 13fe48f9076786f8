import type { Cascade, Conflict, Duty, LawEvent, NotOwed, Verdict } from '../core/law/types.ts';
import type { Place } from '../core/states/types.ts';

/** Version of the JSON that `foedus trigger --json` and `POST /api/trigger` answer with; see docs/schemas/verdict.schema.json. */
export const VERDICT_FORMAT = 1;

export interface PlaceJson extends Place {
  /** The state whose home it is, else the first that administers it. */
  readonly state: string | null;
}

export interface VerdictJson {
  readonly format: typeof VERDICT_FORMAT;
  readonly event: Omit<LawEvent, 'place'> & { readonly place: PlaceJson };
  readonly duties: readonly Duty[];
  readonly notOwed: readonly NotOwed[];
  readonly conflicts: readonly Conflict[];
  readonly cascade?: Cascade;
}

/** A verdict as the published JSON. */
export function verdictJson({ event, duties, notOwed, conflicts, cascade }: Verdict): VerdictJson {
  const { place } = event;
  const state = place.kind === 'home' ? place.id : (place.administered[0] ?? null);
  return {
    format: VERDICT_FORMAT,
    event: { ...event, place: { state, ...place } },
    duties,
    notOwed,
    conflicts,
    ...(cascade !== undefined && { cascade }),
  };
}
