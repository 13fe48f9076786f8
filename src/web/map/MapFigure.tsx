import { useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { useLoaded } from '../data/EngineProvider.tsx';
import { treatyLabel } from '../fight/cite.ts';
import { roleSentence } from '../fight/roles.ts';
import type { Roles } from '../fight/roles.ts';
import type { Story, StoryStep } from '../fight/story.ts';
import { capital, nameOf } from '../fight/words.ts';
import { useHeld } from '../shell/useHeld.ts';
import { useSize } from '../shell/useSize.ts';
import { Arcs } from './Arcs.tsx';
import { Areas } from './Areas.tsx';
import type { DrawnArea } from './areas.ts';
import { edgeChips } from './chips.ts';
import { Defs } from './Defs.tsx';
import { EdgeChips } from './EdgeChips.tsx';
import { fillOf } from './fill.ts';
import { Inset } from './Inset.tsx';
import { Labels } from './Labels.tsx';
import { Shapes } from './Shapes.tsx';
import { SideDots } from './SideDots.tsx';
import { useLettering } from './useLabels.ts';
import { useFontsReady } from './useFontsReady.ts';
import { useMap } from './useMap.ts';

interface Props {
  readonly story: Story | null;
  readonly step: StoryStep | null;
  readonly roles: Roles;
  readonly date: string;
  readonly headline: string;
  readonly view: 'focus' | 'world' | null;
  readonly chance: boolean;
  readonly sel: string | null;
  readonly why: string | null;
  readonly areas: (map: ReturnType<typeof useMap>) => readonly DrawnArea[];
  /** A slot is open: every state fills it. */
  readonly filling: boolean;
  readonly hold: boolean;
  readonly onPick: (state: string) => void;
  readonly onView: (view: 'focus' | 'world') => void;
}

const stateAt = (target: EventTarget | null): string | null =>
  target instanceof Element ? (target.closest('[data-state]')?.getAttribute('data-state') ?? null) : null;

/** The map: one tab stop. Pointing names a state, a press picks it; arrows walk the states that have part, Enter picks. */
export function MapFigure({ story, step, roles, date, headline, view, chance, sel, why, areas, filling, hold, onPick, onView }: Props) {
  const { engine } = useLoaded();
  const [frame, size] = useSize<HTMLDivElement>({ width: 948, height: 453 });
  const [tip, setTip] = useState<{ state: string; x: number; y: number } | null>(null);
  const [walked, setWalked] = useState<string | null>(null);
  const svg = useRef<SVGSVGElement>(null);
  const map = useMap({ story, date, view, size, hold });
  const ready = useFontsReady();
  const { large, small, land, kind, placeOf } = map;
  const chips = useMemo(
    () => (large.kind === 'focus' || large.width < 600 ? edgeChips(large, roles, placeOf, (state) => nameOf(engine.world, state, date)) : []),
    // placeOf follows story and date, which roles and the view follow.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [large, roles, engine, date],
  );
  const { labels, dots } = useLettering(map, roles, date, chance, chips, ready, hold);
  const sentence = (state: string): string => capital(roleSentence(state, roles.get(state), engine.world, date, (id) => treatyLabel(engine.treaty(id), id)));
  const inset = useHeld(
    useMemo(() => ({ ...land[small.kind], roles }), [land[small.kind].patches, small, roles]),
    hold,
  );
  const hover = tip?.state ?? walked;

  const point = (event: PointerEvent): void => {
    const state = stateAt(event.target);
    setTip(state && event.pointerType === 'mouse' ? { state, x: event.clientX, y: event.clientY } : null);
  };
  const keys = (event: KeyboardEvent): void => {
    const order = [...roles.keys()];
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (by !== undefined && order.length > 0) {
      const at = walked ? order.indexOf(walked) : by > 0 ? -1 : 0;
      setWalked(order[(at + by + order.length) % order.length] ?? null);
    } else if ((event.key === 'Enter' || event.key === ' ') && walked) onPick(walked);
    else if (event.key === 'Escape' && walked) setWalked(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const drawn = areas(map);
  return (
    <div
      ref={frame}
      className={`map${filling ? ' filling' : ''}${hold ? ' moving' : ''}`}
      data-map
      data-fills-slot
      tabIndex={0}
      role="application"
      aria-label={`Map. ${headline}. Arrow keys walk the states that have part, Enter selects; the table holds the same.`}
      onKeyDown={keys}
      onBlur={() => setWalked(null)}
    >
      <svg
        ref={svg}
        role="img"
        aria-label={headline}
        viewBox={`0 0 ${size.width} ${size.height}`}
        onPointerMove={point}
        onPointerLeave={() => setTip(null)}
        onClick={(event) => {
          const state = stateAt(event.target);
          if (state) onPick(state);
        }}
      >
        <Defs />
        <Shapes view={large} geography={land[kind].geography} patches={land[kind].patches} roles={roles} chance={chance} sel={sel} hover={hover} />
        {drawn.length > 0 ? <Areas view={large} areas={drawn} /> : null}
        {dots.map(({ state, at }) => (
          <circle
            key={state}
            className={`ministate${state === sel ? ' sel' : ''}${state === hover ? ' hover' : ''}`}
            data-state={state}
            cx={at[0]}
            cy={at[1]}
            r="4.5"
            style={{ fill: fillOf(roles.get(state), chance) }}
          />
        ))}
        {step ? <Arcs view={large} step={step} placeOf={placeOf} sel={sel} why={why} /> : null}
        {step && story ? <SideDots view={large} step={step} event={story.event} placeOf={placeOf} /> : null}
        <Labels labels={labels} roles={roles} chance={chance} />
      </svg>
      <Inset
        view={small}
        large={large}
        geography={inset.geography}
        patches={inset.patches}
        roles={inset.roles}
        chance={chance}
        corner={map.corner}
        label={small.kind === 'world' ? 'World' : map.label}
        onSwap={() => onView(small.kind)}
      />
      <EdgeChips chips={chips} onShow={() => onView('world')} />
      {tip ? (
        <div className="tip" role="tooltip" style={{ left: Math.min(window.innerWidth - 280, tip.x + 14), top: tip.y + 16 }}>
          {sentence(tip.state)}
        </div>
      ) : null}
      <span className="vh" aria-live="polite">
        {walked ? sentence(walked) : ''}
      </span>
    </div>
  );
}
