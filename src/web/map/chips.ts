import type { Roles } from '../fight/roles.ts';
import { ACTION_NOUN } from '../fight/words.ts';
import type { LonLat, View } from './projection.ts';

/** A note at the edge of the map on states that have part but lie off the view. */
export interface Chip {
  readonly key: string;
  readonly side: 'l' | 'r';
  readonly text: string;
  readonly state: string;
  /** Distance from the top, in pixels. */
  readonly top: number;
  /** About how wide it is, in pixels. */
  readonly width: number;
}

const NAMED = 3;
const MOST = 4;
const ROW = 34;

/** Chips for a view: states off it grouped by what they owe, on the side they lie. */
export function edgeChips(view: View, roles: Roles, placeOf: (state: string) => LonLat | null, nameOf: (state: string) => string): Chip[] {
  const groups = new Map<string, { side: 'l' | 'r'; what: string; states: string[] }>();
  const middle = view.invert([view.width / 2, view.height / 2]) ?? [0, 0];
  for (const role of roles.values()) {
    const place = placeOf(role.state);
    const at = place ? view.project(place) : null;
    if (!place || (at && at[0] > 0 && at[0] < view.width && at[1] > 0 && at[1] < view.height)) continue;
    const east = at ? at[0] > view.width / 2 : ((place[0] - middle[0] + 540) % 360) - 180 > 0;
    const side = east ? 'r' : 'l';
    const what =
      role.kind === 'may'
        ? 'bound by nothing'
        : role.action
          ? ACTION_NOUN[role.action]
          : role.kind === 'free'
            ? 'owes nothing'
            : role.kind === 'choice'
              ? 'at war by choice'
              : role.kind;
    const group = groups.get(`${side} ${what}`) ?? { side, what, states: [] };
    groups.set(`${side} ${what}`, group);
    group.states.push(role.state);
  }
  const narrow = view.width < 600;
  const named = narrow ? 1 : NAMED;
  const rows = { l: 0, r: 0 };
  return [...groups].flatMap(([key, { side, what, states }]): Chip[] => {
    const [state] = states;
    if (state === undefined || rows[side] >= (narrow ? 2 : MOST)) return [];
    const many = states.length > 1 && what === 'owes nothing' ? 'owe nothing' : what;
    const names = states.slice(0, named).map(nameOf).join(', ') + (states.length > named ? ` and ${states.length - named} more` : '');
    const text = side === 'l' ? `‹ ${names}: ${many}` : `${names}: ${many} ›`;
    const row = narrow ? rows.l + rows.r : rows[side];
    rows[side] += 1;
    const top = 14 + row * ROW;
    return [{ key, side, text, state, top, width: Math.min(text.length * 6.4 + 20, view.width * (narrow ? 0.7 : 0.46)) }];
  });
}
