import { defineCommand } from '../command.ts';
import { WORKSPACE, workplaceOf } from '../workspace-flag.ts';

export const compare = defineCommand({
  name: 'compare',
  summary: 'treaties, dates, forms and drafts side by side, with what their clauses do otherwise',
  description:
    'Assesses each in draws common to all, and takes every difference from the first draw by draw: deterrence, honoring, prevailing, entrapment, what it is worth to each member, ratification and days to decide, with 90 % ranges. Clauses that differ are stronger, weaker, broader, narrower or different. ' +
    "TREATY is an id of the catalog, a file, or atop:3180; nato@1990 is as of a day or the middle of a year. '--date' and '--as' take several, after commas; '--change' sets clauses of the first (exit.notice=P6M) and compares it with itself.",
  examples: [
    { line: 'foedus compare us-japan-1960 us-philippines-1951 --date 2025-06-01 --draws 10', note: 'two treaties on one date' },
    {
      line: 'foedus compare nato --date 2025-06-01 --as pact,hub:USA,pairs --contingency russia-estonia --draws 10',
      note: 'the same partners as one pact, hub and spokes, or pairs',
    },
  ],
  args: [{ name: 'treaties', description: 'the treaties, the first of which all others are taken from', required: true, many: true, complete: 'treaty' }],
  flags: [
    { name: 'date', value: 'DATE', description: 'the day, or several after commas; today when left out', repeat: true },
    { name: 'as', value: 'FORM', description: 'bind the same partners as pact, hub:USA or pairs; several after commas', repeat: true },
    { name: 'change', value: 'NAME=VALUE', description: 'beside the first, the first with these clauses; several after commas', repeat: true },
    { name: 'contingency', value: 'ID', description: 'this one alone, or several', repeat: true },
    { name: 'without', value: 'STATE', description: 'with this member gone', complete: 'state' },
    { name: 'set', value: 'NAME=VALUE', description: 'a parameter set by hand, for all', repeat: true },
    { name: 'draws', value: 'N', description: 'draws for the ranges; 200 when left out, 0 for none' },
    { name: 'seed', value: 'N', description: 'seed of the draws; 1 when left out' },
    { name: 'all', description: 'every clause change and every member' },
    WORKSPACE,
  ],
  run: async (input, { io, note }) => {
    const [{ loadCatalog }, { treatyNamed }, { compareTreaties }, { formNamed }, { settingOf, setByHand }, { dayOrYearOf }] = await Promise.all([
      import('../../app/load-catalog.ts'),
      import('../../app/treaties-named.ts'),
      import('../../app/compare.ts'),
      import('../../app/form-named.ts'),
      import('../../app/set-by-hand.ts'),
      import('../../app/dates.ts'),
    ]);
    const [{ listOf }, { wholeFlag }, { comparisonText }, { createProgress }, { storeFolder }, { UserError }] = await Promise.all([
      import('../list-of.ts'),
      import('../assess-question.ts'),
      import('../compare-text.ts'),
      import('../progress.ts'),
      import('../../app/store-folder.ts'),
      import('../../app/user-error.ts'),
    ]);
    const treaties = [];
    for (const name of input.arguments('treaties')) treaties.push(await treatyNamed(loadCatalog, name, workplaceOf(input, io)));
    const [first] = treaties;
    if (first === undefined) return undefined;
    const dates = listOf(input.flags('date')).map((day) => dayOrYearOf(day, '--date'));
    const forms = listOf(input.flags('as')).map((form) => formNamed(form));
    const { treaty, set } = setByHand(
      first.treaty,
      input.flags('set').map((text) => settingOf(text)),
    );
    if (treaty !== first.treaty) throw new UserError("--set: compare sets parameters alone; '--change' sets clauses of the first treaty.");
    const contingencies = input.flags('contingency');
    const gone = input.flag('without')?.toUpperCase();
    const progress = createProgress(io, input.on('quiet'));
    const found = await compareTreaties({
      treaties,
      dates: dates.length === 0 ? [io.today()] : dates,
      forms: forms.length === 0 ? [{ kind: 'pact' }] : forms,
      changes: input.flags('change').map((text) => listOf([text]).map((one) => settingOf(one, '--change'))),
      draws: wholeFlag(input, 'draws', 200, 100_000),
      seed: wholeFlag(input, 'seed', 1, 999_999_999),
      set,
      workspace: storeFolder(input.flag('workspace'), io.cwd, io.env),
      ...(contingencies.length > 0 && { contingencies }),
      ...(gone !== undefined && { without: gone }),
      onProgress: (done, total) => progress.at(done, total, 'draws'),
      ...(!io.stop.aborted && { signal: io.stop }),
    }).finally(progress.end);
    if (found.stoppedOf !== undefined) note(`Stopped at ${found.draws} of ${found.stoppedOf} draws: ranges are wider than they would be.`);
    return { value: found, text: (style) => comparisonText(found, loadCatalog(), style, input.on('all')) };
  },
});
