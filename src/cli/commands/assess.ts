import type { NamedTreaty } from '../../app/treaties-named.ts';
import { defineCommand, type Input } from '../command.ts';
import { ASSESSED, DAY } from '../flags.ts';
import { WORKSPACE, workplaceOf } from '../workspace-flag.ts';

export const assess = defineCommand({
  name: 'assess',
  summary: 'what a treaty changes: deterrence, credibility, abandonment and entrapment, with it and without it',
  description:
    'Asks the law every contingency of the catalog that challenges a member, solves each as a crisis game with the treaty and without, and shows 90 % ranges over draws of every parameter and assumption. ' +
    "TREATY is an id of the catalog, a file, or atop:3180; nato@1985-06-01 is as of a day. '--set' takes clauses (exit.notice=P6M, article-5.response.automaticity=automatic) and parameters (join.kappa=1).",
  examples: [
    { line: 'foedus assess nato --date 2025-06-01 --draws 0', note: 'every contingency at the central values' },
    {
      line: 'foedus assess us-japan-1960 --date 2025-06-01 --contingency china-japan-senkaku --draws 200 --explain',
      note: 'one contingency, with where each chance comes from',
    },
  ],
  args: [{ name: 'treaty', description: 'the treaty', required: true, complete: 'treaty' }],
  flags: [
    ...DAY,
    ...ASSESSED,
    { name: 'draws', value: 'N', description: 'draws for the ranges; 1000 when left out, 0 for none' },
    { name: 'seed', value: 'N', description: 'seed of the draws; 1 when left out' },
    { name: 'threads', value: 'N', description: 'threads to draw in; the numbers do not depend on it' },
    { name: 'influence', description: 'what the answer hangs on: every assumption moved to the ends of its range' },
    { name: 'explain', description: 'every ally of every contingency, and where its chance comes from' },
    WORKSPACE,
  ],
  run: async (input, { io, note }) => {
    const [{ loadCatalog }, { treatyNamed }, { assessTreaty }, { assessmentText }, { createProgress }] = await Promise.all([
      import('../../app/load-catalog.ts'),
      import('../../app/treaties-named.ts'),
      import('../../app/assess.ts'),
      import('../assess-text.ts'),
      import('../progress.ts'),
    ]);
    const named = await treatyNamed(loadCatalog, input.argument('treaty') ?? '', workplaceOf(input, io));
    const asked = await question(input, named, io.today());
    const progress = createProgress(io, input.on('quiet'));
    const start = performance.now();
    const { storeFolder } = await import('../../app/store-folder.ts');
    const found = await assessTreaty({
      ...asked,
      workspace: storeFolder(input.flag('workspace'), io.cwd, io.env),
      onProgress: (done, total) => progress.at(done, total, 'draws'),
      ...(!io.stop.aborted && { signal: io.stop }),
    }).finally(progress.end);
    note(`${found.contingencies.length} contingencies, ${found.draws} draws, ${((performance.now() - start) / 1000).toFixed(1)} s.`);
    return { value: found, text: (style) => assessmentText(found, loadCatalog(), style, input.on('explain')) };
  },
});

async function question(input: Input, named: NamedTreaty, today: string) {
  const [{ assessmentAsked, wholeFlag }, os] = await Promise.all([import('../assess-question.ts'), import('node:os')]);
  return {
    ...assessmentAsked(input, named, today),
    draws: wholeFlag(input, 'draws', 1000, 100_000),
    threads: wholeFlag(input, 'threads', Math.min(2, os.availableParallelism()), 64),
    influence: input.on('influence'),
  };
}
