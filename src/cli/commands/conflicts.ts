import { defineCommand } from '../command.ts';
import { TREATIES } from '../flags.ts';
import { WORKSPACE, workplaceOf } from '../workspace-flag.ts';

export const conflicts = defineCommand({
  name: 'conflicts',
  summary: 'promises in force on a date that cannot both be kept',
  description: 'by-letter: both fall due in one war. who-began: one or the other falls due, by who began the war; both can be kept only where that is agreed.',
  examples: [
    { line: 'foedus conflicts --date 1888-01-01', note: 'the Reinsurance Treaty beside the alliances of 1879 and 1883' },
    { line: 'foedus conflicts --date 1914-07-28 --state ITA', note: "Italy's, on the eve of war" },
  ],
  flags: [
    { name: 'date', value: 'DATE', description: 'the day, YYYY-MM-DD; today when left out' },
    { name: 'state', value: 'STATE', description: 'of this state alone', complete: 'state' },
    ...TREATIES,
    WORKSPACE,
  ],
  run: async (input, { io, note }) => {
    const [{ loadCatalog }, { worldOf }, { conflictsOn }, { knownState }, { treatiesInPlay }, { dayOf }, { count }] = await Promise.all([
      import('../../app/load-catalog.ts'),
      import('../../app/world.ts'),
      import('../../app/conflicts.ts'),
      import('../../app/known-state.ts'),
      import('../../app/treaties-in-play.ts'),
      import('../../app/dates.ts'),
      import('../style.ts'),
    ]);
    const catalog = loadCatalog();
    const date = dayOf(input.flag('date') ?? io.today());
    const state = input.flag('state');
    const world = worldOf(catalog);
    const inPlay = await treatiesInPlay({ added: input.flags('treaty'), only: input.flags('only') }, { catalog, world, where: workplaceOf(input, io) });
    const found = conflictsOn(catalog, world, { date, ...inPlay, ...(state !== undefined && { state: knownState(catalog, state, '--state') }) });
    note(`${count(found.length, 'conflict')} on ${date}.`);
    return {
      value: { date, conflicts: found },
      text: (style) => (found.length === 0 ? 'No conflict.\n' : found.map(({ kind, because }) => `${style.bold(kind)}  ${because}\n`).join('')),
    };
  },
});
