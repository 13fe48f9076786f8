import { useDeferredValue, useMemo } from 'react';
import { useLoaded } from '../data/EngineProvider.tsx';
import type { Chip } from './chips.ts';
import type { Roles } from '../fight/roles.ts';
import { nameOf } from '../fight/words.ts';
import { percent } from '../../charts/numbers.ts';
import { placeLabels } from './labels.ts';
import type { Label, Wanted } from './labels.ts';
import { MARK_WIDTH } from './Labels.tsx';
import type { MapModel } from './useMap.ts';
import { useHeld } from '../shell/useHeld.ts';
import { rasterize } from './raster.ts';
import { textWidth } from './text-width.ts';

/** Land smaller than this on the map, in square pixels, is a dot. */
const SMALL = 40;

/** A state drawn as a dot: without a shape at this scale, too small, or gone from today's map. */
export interface Dot {
  readonly state: string;
  readonly at: readonly [number, number];
}

export interface Lettering {
  readonly labels: readonly Label[];
  readonly dots: readonly Dot[];
}

/** Names and dots for a map. Deferred: while the date is dragged the fills go ahead and the names follow. */
export function useLettering(map: MapModel, roles: Roles, date: string, chance: boolean, chips: readonly Chip[], ready: boolean, hold: boolean): Lettering {
  const { engine } = useLoaded();
  const { large, land, kind, placeOf } = map;
  const dots = useMemo(() => {
    const { geography, patches } = land[kind];
    return [...roles.keys()].flatMap((state): Dot[] => {
      const patch = patches.find((one) => one.owner === state && one.kind === 'home');
      const shape = patch ? geography.land(patch.codes) : null;
      if (shape && large.area(shape) >= SMALL) return [];
      const place = placeOf(state);
      const at = place ? large.project(place) : null;
      return at && at[0] > 0 && at[1] > 0 && at[0] < large.width && at[1] < large.height ? [{ state, at }] : [];
    });
    // placeOf changes with story and date, which roles and land follow.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [roles, land[kind].patches, large]);

  const asked = useMemo(() => ({ large, roles, date, chance, chips }), [large, roles, date, chance, chips]);
  // Names wait for the first picture: laying them out is the dearest part of a map.
  const settled = useDeferredValue(useHeld(ready ? asked : null, hold), null);
  const ground = useHeld(
    useMemo(() => ({ ...land[kind], dots }), [land[kind].patches, dots]),
    hold,
  );
  const labels = useMemo(() => {
    if (settled === null) return [];
    const view = settled.large;
    const { geography, patches } = ground;
    const draw = (key: string, codes: readonly string[]): string => view.draw(`${geography.scale} ${key}`, geography.land(codes));
    const homes = new Map(patches.flatMap((patch) => (patch.owner && patch.kind === 'home' ? [[patch.owner, patch] as const] : [])));
    const small = new Set(ground.dots.map(({ state }) => state));
    const size = (state: string): number => {
      const patch = homes.get(state);
      const shape = patch ? geography.land(patch.codes) : null;
      return shape ? view.area(shape) : 0;
    };
    const want = (state: string, quiet: boolean): Wanted => {
      const patch = homes.get(state);
      const role = settled.roles.get(state);
      const name = nameOf(engine.world, state, settled.date);
      const text = settled.chance && role?.chance ? `${name} ${percent(role.chance.value)}` : name;
      const place = placeOf(state);
      const marked = role?.kind === 'duty' && !settled.chance;
      return {
        id: state,
        text,
        width: textWidth(text) + 2 + (marked ? MARK_WIDTH : 0),
        path: patch ? draw(patch.key, patch.codes) : '',
        point: place ? view.project(place) : null,
        dot: small.has(state),
        area: size(state),
        quiet,
        principal: role?.kind === 'attacker' || role?.kind === 'target',
      };
    };
    const all = [...settled.roles.values()];
    const rest = all.filter(({ kind, fresh }) => kind !== 'attacker' && kind !== 'target' && !fresh).map(({ state }) => state);
    const named = [
      ...all.filter(({ kind }) => kind === 'attacker' || kind === 'target').map(({ state }) => state),
      ...all
        .filter(({ kind, fresh }) => kind !== 'attacker' && kind !== 'target' && fresh)
        .map(({ state }) => state)
        .sort((a, b) => size(b) - size(a)),
      ...rest.sort((a, b) => size(b) - size(a)),
    ];
    const powers = engine.catalog.states
      .filter(({ id }) => !settled.roles.has(id) && homes.has(id) && engine.world.isGreatPower(id, settled.date))
      .map(({ id }) => id);
    const landPaths = patches.map((patch) => draw(patch.key, patch.codes));
    const litPaths = patches
      .filter((patch) => patch.owner && patch.kind === 'home' && settled.roles.has(patch.owner))
      .map((patch) => draw(patch.key, patch.codes));
    const { width, height } = view;
    const [share, tall] = kind === 'focus' ? [0.25, (width * 0.25 * 122) / 260] : [0.29, height * 0.29];
    const wide = width * (width < 600 ? 0.38 : share) + 14;
    const inset: readonly [number, number, number, number] =
      map.corner === 'left' ? [0, height - 14 - tall, wide, height] : [width - wide, height - 14 - tall, width, height];
    return placeLabels(
      [...named.map((state) => want(state, false)), ...powers.map((state) => want(state, true))],
      { width, height, land: rasterize(landPaths, width, height), lit: rasterize(litPaths, width, height) },
      [
        inset,
        ...settled.chips.map(({ side, top, width: chip }): readonly [number, number, number, number] =>
          side === 'l' ? [0, top, chip + 8, top + 26] : [width - chip - 8, top, width, top + 26],
        ),
      ],
      ground.dots.map(({ at }) => at),
    );
    // The rest follows from what settled holds.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [settled, ground, engine]);
  return { labels: settled?.large.key === large.key ? labels : [], dots };
}
