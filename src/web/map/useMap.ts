import { useMemo, useRef } from 'react';
import { NONSTATE } from '../../core/law/types.ts';
import { useLoaded } from '../data/EngineProvider.tsx';
import type { Geography } from '../data/geography.ts';
import { rolesAt } from '../fight/roles.ts';
import type { Story } from '../fight/story.ts';
import { useHeld } from '../shell/useHeld.ts';
import type { Size } from '../shell/useSize.ts';
import { frameFor } from './frame.ts';
import type { Frame } from './frame.ts';
import { focusView, worldView } from './projection.ts';
import type { LonLat, View } from './projection.ts';
import { tintOn } from './tint.ts';
import type { Patch } from './tint.ts';

/** Both views of the map at their sizes, the land of each, and where states stand. */
export interface MapModel {
  readonly large: View;
  readonly small: View;
  readonly kind: 'focus' | 'world';
  readonly land: Readonly<Record<'focus' | 'world', { readonly geography: Geography; readonly patches: readonly Patch[] }>>;
  readonly placeOf: (state: string) => LonLat | null;
  readonly label: string;
  /** The corner of the inset: the one that hides fewer of the states that have part. */
  readonly corner: 'left' | 'right';
}

interface Asked {
  readonly story: Story | null;
  readonly date: string;
  readonly view: 'focus' | 'world' | null;
  readonly size: Size;
  /** While the date is dragged the frame stays. */
  readonly hold: boolean;
}

const EUROPE: Frame = {
  points: [
    [-9, 37],
    [30, 60],
    [28, 36],
    [-8, 58],
  ],
  share: 1,
  middle: [12, 50],
  label: 'Europe, closer',
};

/** On a map narrower than this, in pixels, the world says little. */
const NARROW = 600;

/** Chooses and fits the views: over all steps of a story at once, so that the map does not jump while it plays. */
export function useMap({ story, date, view, size, hold }: Asked): MapModel {
  const { engine, world: coarse, fine } = useLoaded();
  // While the date moves, the coarse outlines stand in for the fine: they are drawn in a tenth of the time.
  const near = hold ? coarse : (fine ?? coarse);
  const farPatches = tintOn(engine.world, coarse.codes, date);
  const nearPatches = near === coarse ? farPatches : tintOn(engine.world, near.codes, date);

  const asked = useMemo((): Frame | null => {
    if (!story || hold) return null;
    const { event } = story;
    const states = new Set(story.steps.flatMap((step) => [...rolesAt(story, step).keys()]));
    const principals = [...event.attackers, event.target].filter((state) => state !== NONSTATE);
    const away = event.place.kind !== 'home';
    const homes = new Map(farPatches.flatMap((patch) => (patch.owner && patch.kind === 'home' ? [[patch.owner, patch.codes] as const] : [])));
    return frameFor([...states], principals, away ? [[event.place.lon, event.place.lat]] : [], engine.world, coarse, event.date, homes);
  }, [story, hold, farPatches, engine, coarse]);

  const last = useRef<Frame>(EUROPE);
  const frame = hold || !asked ? last.current : asked;
  last.current = frame;

  const { width, height } = size;
  const kind = view ?? (frame.share >= (width < NARROW ? 0.5 : 0.8) ? 'focus' : 'world');
  const focus = useMemo(() => focusView(width, height, frame.points), [width, height, frame]);
  const world = useMemo(() => worldView(width, height, frame.middle), [width, height, frame]);
  const smallWorld = useMemo(() => worldView(260, 122), []);

  const placeOf = (state: string): LonLat | null => {
    if (story && state === story.event.target && story.event.place.kind !== 'home') return [story.event.place.lon, story.event.place.lat];
    if (!engine.world.state(state)) return null;
    const home = engine.world.home(state, date);
    return [home.lon, home.lat];
  };
  const large = kind === 'focus' ? focus : world;
  const crowd = (corner: 'left' | 'right'): number => {
    if (!story) return 0;
    return [...new Set(story.steps.flatMap((step) => [...rolesAt(story, step).keys()]))].filter((state) => {
      const place = placeOf(state);
      const at = place ? large.project(place) : null;
      const x = at && corner === 'right' ? width - at[0] : (at?.[0] ?? 0);
      return at !== null && at[1] > height * 0.6 && at[1] < height && x > 0 && x < width * 0.32;
    }).length;
  };
  return {
    kind,
    corner: useHeld(crowd('right') < crowd('left') ? 'right' : 'left', hold),
    large,
    small: kind === 'focus' ? smallWorld : focus,
    land: { focus: { geography: near, patches: nearPatches }, world: { geography: coarse, patches: farPatches } },
    placeOf,
    label: frame.label,
  };
}
