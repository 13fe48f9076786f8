import type { Roles } from '../fight/roles.ts';
import { ACTION_NOUN } from '../fight/words.ts';
import type { View, LonLat } from './projection.ts';

interface Props {
  readonly view: View;
  readonly roles: Roles;
  readonly placeOf: (state: string) => LonLat | null;
  readonly nameOf: (state: string) => string;
  readonly onShow: (state: string) => void;
}

interface Chip {
  readonly side: 'l' | 'r';
  readonly what: string;
  readonly states: string[];
  readonly heights: number[];
}

const MOST = 3;

/** States that have part but lie off the view, grouped by what they owe, on the side they lie. */
export function EdgeChips({ view, roles, placeOf, nameOf, onShow }: Props) {
  const chips = new Map<string, Chip>();
  for (const role of roles.values()) {
    const place = placeOf(role.state);
    if (!place) continue;
    const at = view.project(place);
    if (at && at[0] > 0 && at[0] < view.width && at[1] > 0 && at[1] < view.height) continue;
    const middle = view.invert([view.width / 2, view.height / 2]) ?? [0, 0];
    const east = at ? at[0] > view.width / 2 : ((place[0] - middle[0] + 540) % 360) - 180 > 0;
    const what = role.action ? ACTION_NOUN[role.action] : role.kind === 'free' ? 'owes nothing' : role.kind === 'choice' ? 'at war by choice' : role.kind;
    const key = `${east} ${what}`;
    const chip = chips.get(key) ?? { side: east ? 'r' : 'l', what, states: [], heights: [] };
    chips.set(key, chip);
    chip.states.push(role.state);
    chip.heights.push(at ? Math.max(0.08, Math.min(0.5, at[1] / view.height)) : 0.2);
  }
  const bySide = (side: Chip['side']): Chip[] => [...chips.values()].filter((chip) => chip.side === side).slice(0, 4);
  return (
    <>
      {[...bySide('l'), ...bySide('r')].map((chip) => {
        const row = bySide(chip.side).indexOf(chip);
        const names = chip.states.slice(0, MOST).map(nameOf).join(', ') + (chip.states.length > MOST ? ` and ${chip.states.length - MOST} more` : '');
        const text = `${names}: ${chip.what}`;
        return (
          <button
            key={`${chip.side} ${chip.what}`}
            type="button"
            className={`edge ${chip.side}`}
            style={{ top: `${12 + row * 10}%` }}
            onClick={() => chip.states[0] && onShow(chip.states[0])}
          >
            {chip.side === 'l' ? `‹ ${text}` : `${text} ›`}
          </button>
        );
      })}
    </>
  );
}
