import { dutyRows } from '../fight/rows.ts';
import type { FightSearch } from '../fight/search.ts';
import type { StoryStep } from '../fight/story.ts';
import type { SlotName } from '../question/Question.tsx';
import { useShortcuts } from '../shell/keys.ts';

interface Keys {
  readonly search: FightSearch;
  readonly step: StoryStep | null;
  readonly index: number;
  readonly count: number;
  readonly player: { readonly toggle: () => void; readonly stop: () => void };
  readonly replace: (changes: Partial<FightSearch>) => void;
  readonly onStep: (step: number) => void;
  readonly onSlot: (slot: SlotName | null) => void;
}

/** The page's single-key shortcuts. */
export function useFightKeys({ search, step, index, count, player, replace, onStep, onSlot }: Keys): void {
  const to = (next: number): void => {
    player.stop();
    if (next >= 1 && next <= count) onStep(next);
  };
  useShortcuts({
    a: () => onSlot('from'),
    t: () => onSlot('to'),
    d: () => onSlot('date'),
    ArrowLeft: () => to(index),
    ArrowRight: () => to(index + 2),
    ' ': player.toggle,
    p: () => replace({ show: search.show === 'chance' ? 'duty' : 'chance' }),
    m: () => replace({ table: !search.table }),
    w: () => document.querySelector<HTMLButtonElement>('.inset')?.click(),
    y: () => replace({ why: search.why ? null : ((step ? dutyRows(step)[0]?.key : null) ?? null), tab: 'owes' }),
    Escape: () => {
      onSlot(null);
      if (search.why || search.sel) replace({ why: null, sel: null });
    },
  });
}
