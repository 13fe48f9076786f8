import { describe, expect, it } from 'vitest';
import { clauseLabel } from '../../src/web/fight/cite.ts';
import { engine } from './engine.ts';

describe('clauseLabel', () => {
  it.each([
    ['nato', '5', 'North Atlantic Treaty 1949, art. 5'],
    ['london-1839', 'annex VII', 'Treaty of London of 1839, annex VII'],
    ['eu-42-7', '42(7)', 'Treaty on European Union 2007, art. 42(7)'],
  ])('names %s %s once: treaty, year, article', (id, article, label) => {
    const treaty = engine().treaty(id);
    expect(treaty?.id).toBe(id);
    expect(clauseLabel(treaty, id, article)).toBe(label);
  });

  it('repeats neither year nor article for any clause of the catalog', () => {
    const wrong = engine()
      .catalog.treaties.flatMap((treaty) => treaty.obligations.map(({ article }) => clauseLabel(treaty, treaty.id, article)))
      .filter((label) => /\b((?:18|19|20)\d\d)\b \1\b/.test(label) || /\bart(?:\.|icle)[^;]*\bart(?:\.|icle)/i.test(label));
    expect(wrong).toEqual([]);
  });
});
