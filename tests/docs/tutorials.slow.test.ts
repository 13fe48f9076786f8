import { describe, expect, it } from 'vitest';
import { docsPages } from './pages.ts';
import { isTutorial, runPage } from './run-page.ts';

const TUTORIALS = docsPages('docs/tutorials').filter(isTutorial);

describe('tutorials, every command with what it prints', () => {
  it('there is one for each kind of person', () => {
    expect(TUTORIALS).toEqual(['analyst', 'drafter', 'planner', 'scholar', 'teacher'].map((name) => `docs/tutorials/${name}.md`));
  });

  it.each(TUTORIALS)('%s', (page) => runPage(page));
});
