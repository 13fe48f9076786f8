import { useId, useState } from 'react';
import { nameKey } from '../../core/states/names.ts';
import type { Territory } from '../../core/states/types.ts';
import { useLoaded } from '../data/EngineProvider.tsx';

interface Props {
  /** Territory id, "lat,lon", or null for the target's home. */
  readonly value: string | null;
  readonly target: string | null;
  readonly date: string;
  readonly onChange: (place: string | null, fault: boolean) => void;
}

const POINT = /^(-?\d{1,2}(?:\.\d+)?)\s*[,; ]\s*(-?\d{1,3}(?:\.\d+)?)$/;

/** A place by name of the gazetteer or as latitude and longitude; empty is the target's home territory. */
export function PlaceField({ value, target, date, onChange }: Props) {
  const { engine } = useLoaded();
  const { territories } = engine.catalog;
  const known = value ? territories.find((one) => one.id === value) : undefined;
  const [text, setText] = useState(known?.name ?? value ?? '');
  const id = useId();
  const home = target ? `${engine.world.nameOf(target, date)}'s home territory` : "The target's home territory";
  const read = readPlace(text, territories);
  const place = read && read !== 'fault' ? (read.includes(',') ? null : engine.world.at(read, date)) : null;
  const held = place?.administered.map((state) => engine.world.nameOf(state, date)).join(' and ');
  return (
    <label className="field">
      <span>Where: a territory, or latitude and longitude</span>
      <input
        className="input"
        list={`${id}-list`}
        placeholder={home}
        value={text}
        aria-invalid={read === 'fault'}
        aria-describedby={`${id}-note`}
        onChange={(event) => {
          setText(event.target.value);
          const next = readPlace(event.target.value, territories);
          onChange(next === 'fault' ? null : next, next === 'fault');
        }}
      />
      <datalist id={`${id}-list`}>
        {territories.map((one) => (
          <option key={one.id} value={one.name} />
        ))}
      </datalist>
      <small id={`${id}-note`} className={read === 'fault' ? 'fault' : 'src'}>
        {read === 'fault' ? 'No place by that name in the gazetteer. A point is written 51.7, -57.9.' : held ? `Administered by ${held} on the date.` : ''}
      </small>
    </label>
  );
}

function readPlace(text: string, territories: readonly Territory[]): string | null | 'fault' {
  const typed = text.trim();
  if (typed === '') return null;
  const point = POINT.exec(typed);
  if (point) return Math.abs(Number(point[1])) <= 90 && Math.abs(Number(point[2])) <= 180 ? `${point[1]},${point[2]}` : 'fault';
  const key = nameKey(typed);
  return territories.find((one) => one.id === typed || [one.name, ...(one.aliases ?? [])].some((name) => nameKey(name) === key))?.id ?? 'fault';
}
