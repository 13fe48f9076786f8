import { defineCommand } from '../command.ts';
import { ASSESSED, DAY } from '../flags.ts';
import { WORKSPACE, workplaceOf } from '../workspace-flag.ts';

export const sensitivity = defineCommand({
  name: 'sensitivity',
  summary: 'what an answer of an assessment hangs on: tornado, Sobol indices, and where it turns',
  description:
    "Moves every assumption to the ends of its range, one at a time; finds the values at which each turns the answer; and takes the answer's variance apart by Sobol indices, first order and total. κ, nuclear ν, occasions, tripwires and the currency are always shown. " +
    "'--of' names the answer: spared, wars-spared, honors, difference, prevail, prevails, abandonment, entrapment, net:STATE or honors:STATE. '--against' asks of a difference between two treaties.",
  examples: [
    {
      line: 'foedus sensitivity us-japan-1960 --date 2025-06-01 --contingency china-japan-senkaku --of difference --samples 16',
      note: 'what the promise adds to the chance of honoring',
    },
    {
      line: 'foedus sensitivity nato --date 2025-06-01 --contingency russia-estonia --of net:EST --samples 0',
      note: 'where Estonia would be no better off, without Sobol indices',
    },
  ],
  args: [{ name: 'treaty', description: 'the treaty', required: true, complete: 'treaty' }],
  flags: [
    { name: 'of', value: 'ANSWER', description: 'the answer; spared when left out' },
    { name: 'against', value: 'TREATY', description: 'of the answer less that of this treaty', complete: 'treaty' },
    { name: 'turns-at', value: 'N', description: 'the value at which the answer turns; one half for a chance and 0 for all else when left out' },
    ...DAY,
    ...ASSESSED,
    { name: 'samples', value: 'N', description: 'rows of the Sobol design, best a power of two; 128 when left out, 0 for none' },
    { name: 'seed', value: 'N', description: 'seed of the design; 1 when left out' },
    { name: 'all', description: 'every assumption, not the weightiest alone' },
    WORKSPACE,
  ],
  run: async (input, { io, note }) => {
    const [{ loadCatalog }, { treatyNamed }, { sensitivityOf }, { UserError }, { storeFolder }] = await Promise.all([
      import('../../app/load-catalog.ts'),
      import('../../app/treaties-named.ts'),
      import('../../app/sensitivity.ts'),
      import('../../app/user-error.ts'),
      import('../../app/store-folder.ts'),
    ]);
    const [{ assessmentAsked, wholeFlag }, { sensitivityText }, { createProgress }] = await Promise.all([
      import('../assess-question.ts'),
      import('../sensitivity-text.ts'),
      import('../progress.ts'),
    ]);
    const workplace = workplaceOf(input, io);
    const named = await treatyNamed(loadCatalog, input.argument('treaty') ?? '', workplace);
    const other = input.flag('against');
    const against = other === undefined ? undefined : (await treatyNamed(loadCatalog, other, workplace)).treaty;
    const at = input.flag('turns-at');
    if (at !== undefined && (at.trim() === '' || !Number.isFinite(Number(at)))) throw new UserError(`--turns-at: '${at}' is no number.`);
    const progress = createProgress(io, input.on('quiet'));
    const found = await sensitivityOf({
      ...assessmentAsked(input, named, io.today()),
      of: input.flag('of') ?? 'spared',
      samples: wholeFlag(input, 'samples', 128, 1_000_000),
      workspace: storeFolder(input.flag('workspace'), io.cwd, io.env),
      ...(against !== undefined && { against }),
      ...(at !== undefined && { threshold: Number(at) }),
      onProgress: (done, total, part) => progress.at(done, total, part),
      ...(!io.stop.aborted && { signal: io.stop }),
    }).finally(progress.end);
    if (found.stoppedIn !== undefined) {
      const rows = found.sobol === undefined ? '' : `, at ${found.sobol.rows} of ${found.samples} rows`;
      note(`Stopped in the part '${found.stoppedIn}'${rows}: what was done is shown.`);
    }
    return { value: found, text: (style) => sensitivityText(found, style, input.on('all')) };
  },
});
