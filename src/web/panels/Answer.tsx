import { memo } from 'react';
import type { Asked } from '../fight/question.ts';
import type { Chance, Likely } from '../fight/chances.ts';
import type { FightSearch } from '../fight/search.ts';
import type { Story } from '../fight/story.ts';
import { COPY } from '../fight/words.ts';
import { Message } from './Message.tsx';
import { VerdictPanel } from './VerdictPanel.tsx';

interface Props {
  readonly asked: Asked;
  readonly story: Story | null;
  readonly search: FightSearch;
  readonly index: number;
  readonly likely: readonly Likely[];
  readonly chances: ReadonlyMap<string, Chance>;
  readonly onDate: (date: string) => void;
  readonly onChange: (changes: Partial<FightSearch>) => void;
}

/** The panel: the verdicts, or what keeps the question from being one. */
export const Answer = memo(function Answer({ asked, story, search, index, likely, chances, onDate, onChange }: Props) {
  if ('incomplete' in asked) return <Message title="Who would fight?" text={COPY.empty} />;
  if ('problem' in asked) {
    const { nearest } = asked;
    return <Message title="No answer" text={asked.problem} {...(nearest ? { action: { label: 'Go to the nearest date', run: () => onDate(nearest) } } : {})} />;
  }
  return story ? <VerdictPanel story={story} search={search} index={index} likely={likely} chances={chances} onChange={onChange} /> : null;
});
