import { both } from '../text/sentence.ts';
import type { RankedChange } from '../treaty/rank-change.ts';

/** A change to be read; states that joined or left are told in one. */
export type FoldedChange = Pick<RankedChange, 'label' | 'reason' | 'sentence'>;

/** Changes to be read in turn: who joined in one sentence, who left in another, then the clauses. @param nameOf names of states; ids where left out */
export function foldMembers(changes: readonly RankedChange[], nameOf: (id: string) => string = (id) => id): readonly FoldedChange[] {
  const isMember = ({ path, kind }: RankedChange): boolean => path[0] === 'parties' && kind !== 'changed';
  const told = (kind: 'added' | 'removed', what: string): FoldedChange[] => {
    const moved = changes.filter((change) => isMember(change) && change.kind === kind);
    const [first] = moved;
    if (first === undefined) return [];
    if (moved.length === 1) return [first];
    return [
      {
        label: first.label,
        reason: `${moved.length} members ${kind === 'added' ? 'more' : 'fewer'}`,
        sentence: `${both(moved.map(({ clause }) => nameOf(clause)))} ${what}.`,
      },
    ];
  };
  return [...told('added', 'are parties'), ...told('removed', 'are no longer parties'), ...changes.filter((change) => !isMember(change))];
}
