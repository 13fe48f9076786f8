import type { Path } from '../../diagnostics.ts';
import { dropEntries } from '../edits.ts';
import { defineRule, type Finding } from '../rule.ts';

export const referenceDuplicateEntry = defineRule({
  id: 'reference/duplicate-entry',
  severity: 'advice',
  summary: 'A list names the same thing twice.',
  rationale: 'A second mention changes nothing, and often stands where another name was meant. The fix leaves it out.',
  source:
    'Vienna Convention on the Law of Treaties (1969), article 31(1), and the rule of effectiveness: words are read so as to have an effect, which a repetition has not.',
  check: ({ treaty, parsed }) => {
    const found: Finding[] = [];
    const visit = (value: unknown, path: Path): void => {
      if (typeof value !== 'object' || value === null) return;
      if (!Array.isArray(value)) {
        for (const [key, inner] of Object.entries(value)) visit(inner, [...path, key]);
        return;
      }
      const items: readonly unknown[] = value;
      const repeated = new Set(items.flatMap((item, i) => (typeof item === 'string' && items.indexOf(item) < i ? [i] : [])));
      for (const i of repeated) {
        const fix = dropEntries(parsed, path, repeated, 'Leave out what is named twice');
        found.push({ at: [...path, i], message: `'${String(items[i])}' stands in this list already`, ...(fix !== undefined && { fix }) });
      }
      for (const [i, inner] of items.entries()) visit(inner, [...path, i]);
    };
    visit(treaty, []);
    return found;
  },
});
