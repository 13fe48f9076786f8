import { defineCommand } from '../command.ts';
import { WORKSPACE } from '../workspace-flag.ts';

export const catalog = defineCommand({
  name: 'catalog',
  summary: 'what foedus knows out of the box: treaties, contingencies and institutions; check its files',
  examples: [
    { line: 'foedus catalog list --date 1914-07-28 --state ITA', note: "Italy's treaties in force on the eve of war" },
    { line: 'foedus catalog show anglo-japanese-1902', note: 'the file of one treaty: parties, clauses, term, sources, comments' },
    { line: 'foedus catalog contingencies --date 2025-06-01', note: 'what treaties are asked about on a day: who, whom, where, how often' },
    { line: 'foedus catalog contingencies russia-estonia', note: 'one of them, with stakes, losses, the basis of its rate, and sources' },
    { line: 'foedus catalog institutions USA', note: 'who must agree to a treaty, by what majority, and where that is written' },
    { line: 'foedus catalog check', note: 'read and check every file of the catalog; exit status 1 where one is faulty' },
  ],
  args: [
    {
      name: 'action',
      description: 'list and show treaties, contingencies, institutions; check the files; atop: compare the treaties with ATOP; list when left out',
      choices: ['list', 'show', 'contingencies', 'institutions', 'check', 'atop'],
    },
    { name: 'id', description: 'the treaty, contingency or state to show', complete: 'treaty' },
  ],
  flags: [
    {
      name: 'date',
      value: 'DATE',
      description: 'only treaties in force, or contingencies there are, on the day; institutions of the day, today when left out',
    },
    { name: 'state', value: 'STATE', description: 'only treaties with this party, or contingencies that it challenges or is challenged in', complete: 'state' },
    { name: 'dir', value: 'DIR', description: 'for check: another folder with states/, treaties/ and events/', complete: 'file' },
    { ...WORKSPACE, description: 'for atop: where the data of ATOP are; the nearest .foedus/ upward when left out' },
  ],
  run: async (input, { io, note }) => {
    const [{ loadCatalog }, { listTreaties }, { dayOf }, { UserError }, { count, table }] = await Promise.all([
      import('../../app/load-catalog.ts'),
      import('../../app/list-treaties.ts'),
      import('../../app/dates.ts'),
      import('../../app/user-error.ts'),
      import('../style.ts'),
    ]);
    const action = input.argument('action') ?? 'list';
    const name = input.argument('id');
    if (action === 'check') {
      const { checkCatalog } = await import('../../app/check-catalog.ts');
      const report = checkCatalog(input.flag('dir'), io.cwd);
      const { states, territories, regions, treaties, clauses, sources, events } = report.counts;
      return {
        value: report,
        exit: report.faults.length === 0 ? 0 : 1,
        text: () =>
          report.faults.length === 0
            ? `${count(states, 'state')}, ${count(territories, 'territory', 'territories')}, ${count(regions, 'region')}, ${count(treaties, 'treaty', 'treaties')} with ${count(clauses, 'clause')} and ${count(sources, 'source')}, ${count(events, 'crisis', 'crises')}: no fault.\n`
            : report.faults.map((fault) => `${fault}\n`).join(''),
      };
    }
    if (action === 'atop') {
      const { catalogAtop } = await import('../catalog-agreement.ts');
      return catalogAtop(input, io);
    }
    if (action === 'show') {
      if (name === undefined) throw new UserError("name the treaty to show, such as 'foedus catalog show nato'.");
      const { findTreaty } = await import('../../app/find-treaty.ts');
      const { catalogFile } = await import('../../app/own-catalog.ts');
      const treaty = findTreaty(loadCatalog().treaties, name);
      const text = (): string => catalogFile('treaties', `${treaty.id}.yaml`);
      return { value: treaty, text, files: { yaml: text, yml: text } };
    }
    if (action === 'contingencies') {
      const { catalogContingencies } = await import('../catalog-facts.ts');
      return catalogContingencies(input);
    }
    if (action === 'institutions') {
      const { catalogInstitutions } = await import('../catalog-facts.ts');
      return catalogInstitutions(input, io.today());
    }
    if (name !== undefined) throw new UserError(`'${name}': list takes no name; use 'foedus catalog show ${name}'.`);
    const { knownState } = await import('../../app/known-state.ts');
    const loaded = loadCatalog();
    const date = input.flag('date');
    const state = input.flag('state');
    const treaties = listTreaties(loaded, {
      ...(date !== undefined && { date: dayOf(date) }),
      ...(state !== undefined && { state: knownState(loaded, state, '--state') }),
    });
    note(`${count(treaties.length, 'treaty', 'treaties')}; catalog ${loaded.version}.`);
    return {
      value: { version: loaded.version, treaties },
      text: () => table(treaties.map((treaty) => [treaty.id, `${treaty.from ?? 'never'} to ${treaty.to ?? 'today'}`, treaty.name])),
    };
  },
});
