import { defineCommand } from '../command.ts';
import { TREATIES } from '../flags.ts';
import { WORKSPACE, workplaceOf } from '../workspace-flag.ts';

export const matrix = defineCommand({
  name: 'matrix',
  summary: 'for every ordered pair of states on a date, who would be obliged',
  description: "Each pair is an attack by the first on the second's home territory, by land and unprovoked.",
  examples: [
    { line: 'foedus matrix --date 1914-07-28 --target BEL', note: 'who would owe something were Belgium attacked, by attacker' },
    { line: 'foedus matrix --date 2025-01-01 -o matrix.csv', note: "the whole world's pattern, as a table" },
  ],
  flags: [
    { name: 'date', value: 'DATE', description: 'the day, YYYY-MM-DD; today when left out' },
    { name: 'attacker', value: 'STATE', description: 'only pairs with this attacker', complete: 'state' },
    { name: 'target', value: 'STATE', description: 'only pairs with this target', complete: 'state' },
    ...TREATIES,
    WORKSPACE,
  ],
  run: async (input, { io, note }) => {
    const [{ loadCatalog }, { worldOf }, { obligationMatrix }, { selectTreaties }, { treatiesInPlay }, { knownState }, { dayOf }, { count, table }, { csv }] =
      await Promise.all([
        import('../../app/load-catalog.ts'),
        import('../../app/world.ts'),
        import('../../app/matrix.ts'),
        import('../../app/find-treaty.ts'),
        import('../../app/treaties-in-play.ts'),
        import('../../app/known-state.ts'),
        import('../../app/dates.ts'),
        import('../style.ts'),
        import('../../core/formats/csv.ts'),
      ]);
    const catalog = loadCatalog();
    const attacker = input.flag('attacker');
    const target = input.flag('target');
    const world = worldOf(catalog);
    const { drafts, only } = await treatiesInPlay(
      { added: input.flags('treaty'), only: input.flags('only') },
      { catalog, world, where: workplaceOf(input, io) },
    );
    const all = selectTreaties(catalog, drafts, []);
    const treaties = selectTreaties(catalog, drafts, only);
    const answer = obligationMatrix(treaties, world, {
      background: only.length === 0 ? [] : all.filter((treaty) => !treaties.includes(treaty)),
      date: dayOf(input.flag('date') ?? io.today()),
      ...(attacker !== undefined && { attacker: knownState(catalog, attacker, '--attacker') }),
      ...(target !== undefined && { target: knownState(catalog, target, '--target') }),
    });
    const lines = answer.rows.flatMap(({ attacker: from, target: to, duties }) =>
      duties.map(({ action, toward, treaty, article, states }) => [from, to, action, toward, treaty, article, states.join(' ')]),
    );
    note(`${count(answer.states.length, 'state')}, ${count(answer.pairs, 'pair')}; in ${answer.rows.length} somebody would owe something.`);
    return {
      value: answer,
      text: () =>
        lines.length === 0 ? 'Nobody would owe anything.\n' : table([['attacker', 'target', 'action', 'toward', 'treaty', 'article', 'states'], ...lines]),
      files: { csv: () => csv([['attacker', 'target', 'action', 'toward', 'treaty', 'article', 'states'], ...lines]) },
    };
  },
});
