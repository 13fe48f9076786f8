import { defineCommand, type Input } from '../command.ts';
import type { Io } from '../io.ts';
import { WORKSPACE, workplaceOf } from '../workspace-flag.ts';

export const design = defineCommand({
  name: 'design',
  summary: 'better ways to write a treaty: the front of what its clauses can do, each point in words and as a file',
  description:
    'Writes the clauses of a treaty otherwise and compares what comes of it: deterrence, the net of the member that gains least, entrapment, ratification, lock-in. ' +
    'Proposed is only what leaves every party better in than out and is likely enough to be ratified. Every way to write it is assessed where that is within the budget; else NSGA-II looks for the front, beside a random search of equal cost. ' +
    'Ctrl-C concludes with what was found; with --resume FILE the next run goes on from there. -o FOLDER writes each point as a treaty with a README; -o FILE writes .json, .md or .csv.',
  examples: [
    {
      line: 'foedus design anzus --date 2026-06-01 --only collective-defense.kind --only collective-defense.response --only exit.notice --draws 5',
      note: 'a few clauses, every way to write them',
    },
    { line: 'foedus design --between FRA,POL --date 2026-06-01 --budget 40 --draws 0 -o pact/', note: 'a new pact, each proposal as a file' },
    {
      line: "foedus design nato --date 2026-06-01 --only burden --require 'ratification>=.9' --draws 0",
      note: 'what a floor of spending costs, and a demand of your own',
    },
  ],
  args: [{ name: 'treaty', description: 'the treaty to begin from', complete: 'treaty' }],
  flags: [
    { name: 'between', value: 'STATES', description: 'a new pact between states, such as FRA,POL, in place of a treaty' },
    { name: 'date', value: 'DATE', description: 'the day; today when left out' },
    { name: 'fix', value: 'CLAUSE', description: 'a clause that does not move, or CLAUSE=VALUE at which it is held', repeat: true },
    { name: 'vary', value: 'CLAUSE=A,B', description: 'the values to try for a clause; parties.JPN=in,out has a state join', repeat: true },
    { name: 'only', value: 'CLAUSE', description: 'these clauses alone move', repeat: true },
    { name: 'floor', value: 'CHANCE', description: 'least chance that all members ratify; .5 when left out' },
    { name: 'require', value: 'DEMAND', description: "a demand of your own, such as 'deterrence>=1'", repeat: true },
    { name: 'objective', value: 'NAME', description: 'compare these alone: deterrence, worst-net, entrapment, ratification, lock-in', repeat: true },
    { name: 'method', value: 'METHOD', description: 'in place of the one that the size of the space asks for', choices: ['exhaustive', 'nsga2', 'random'] },
    { name: 'budget', value: 'N', description: 'ways to write it that are assessed; 1000 when left out' },
    { name: 'points', value: 'N', description: 'points of the front that are shown; 10 when left out' },
    { name: 'draws', value: 'N', description: 'draws behind the ranges of the points shown; 50 when left out, 0 for none' },
    { name: 'seed', value: 'N', description: 'seed of search and draws; 1 when left out' },
    { name: 'resume', value: 'FILE', description: 'keep what is looked at in FILE, and go on from what it holds', complete: 'file' },
    { name: 'explain', description: 'what each value of each clause does by itself' },
    WORKSPACE,
  ],
  run: async (input, { io, note }) => {
    const [
      { designTreaty },
      { designCsv, designFolder, designMarkdown },
      { designText },
      { loadCatalog },
      { createProgress },
      { storeFolder },
      { nameOn },
      { styleFor },
    ] = await Promise.all([
      import('../../app/design.ts'),
      import('../../app/design-files.ts'),
      import('../design-text.ts'),
      import('../../app/load-catalog.ts'),
      import('../progress.ts'),
      import('../../app/store-folder.ts'),
      import('../../core/states/names.ts'),
      import('../style.ts'),
    ]);
    const asked = await question(input, io);
    const progress = createProgress(io, input.on('quiet'));
    const start = performance.now();
    const found = await designTreaty({
      ...asked,
      cwd: io.cwd,
      workspace: storeFolder(input.flag('workspace'), io.cwd, io.env),
      onProgress: ({ phase, done, total }) => progress.at(done, total, PHASES[phase]),
      ...(!io.stop.aborted && { signal: io.stop }),
    }).finally(progress.end);
    note(`${found.evaluations} ways to write it in ${((performance.now() - start) / 1000).toFixed(1)} s.`);
    const nameOf = (id: string): string => {
      const state = loadCatalog().states.find((one) => one.id === id);
      return state === undefined ? id : nameOn(state, found.date);
    };
    const outcome = {
      value: found,
      text: (style: Parameters<typeof designText>[2]) => designText(found, nameOf, style, input.on('explain')),
      files: { md: () => designMarkdown(found, nameOf), csv: () => designCsv(found) },
    };
    const target = input.flag('output');
    if (target === undefined || !(await isFolder(target, io.cwd))) return outcome;
    const { writeFolder } = await import('../../app/write-folder.ts');
    const written = writeFolder(target, io.cwd, designFolder(found, nameOf));
    note(`Wrote ${written} files to ${target}.`);
    io.stdout(input.on('json') ? `${JSON.stringify(found, null, 2)}\n` : outcome.text(styleFor(io.color)));
    return undefined;
  },
});

const PHASES = { search: 'ways to write it', random: 'random search of equal cost', draws: 'draws' } as const;

/** Whether -o names a folder: one that is there, or a name without an ending. */
async function isFolder(name: string, cwd: string): Promise<boolean> {
  const [{ statSync }, path] = await Promise.all([import('node:fs'), import('node:path')]);
  const there = statSync(path.resolve(cwd, name), { throwIfNoEntry: false });
  return there === undefined ? /[/\\]$/.test(name) || path.extname(name) === '' : there.isDirectory();
}

async function question(input: Input, io: Io) {
  const [{ askedDay }, { UserError }, { loadCatalog }, { treatyNamed }, { knownState }] = await Promise.all([
    import('../asked-day.ts'),
    import('../../app/user-error.ts'),
    import('../../app/load-catalog.ts'),
    import('../../app/treaties-named.ts'),
    import('../../app/known-state.ts'),
  ]);
  const whole = (flag: string, otherwise: number, least: number, most: number): number => {
    const text = input.flag(flag);
    if (text === undefined) return otherwise;
    if (!/^\d{1,9}$/.test(text) || Number(text) > most || Number(text) < least)
      throw new UserError(`--${flag}: '${text}' is no whole number from ${least} to ${most}.`);
    return Number(text);
  };
  const floorText = input.flag('floor') ?? '.5';
  const floor = Number(floorText);
  if (floorText.trim() === '' || !(floor >= 0 && floor <= 1)) throw new UserError(`--floor: '${floorText}' is no chance from 0 to 1.`);
  const between = input.flag('between');
  const name = input.argument('treaty');
  if ((between === undefined) === (name === undefined)) throw new UserError('name a treaty to begin from, or the states of a new pact with --between FRA,POL.');
  const named = name === undefined ? undefined : await treatyNamed(loadCatalog, name, workplaceOf(input, io));
  const states = between?.split(/[\s,]+/).filter((word) => word !== '') ?? [];
  const method = (['exhaustive', 'nsga2', 'random'] as const).find((one) => one === input.flag('method'));
  const resume = input.flag('resume');
  return {
    treaty: named?.treaty ?? { between: states.map((word) => knownState(loadCatalog(), word.toUpperCase(), '--between')) },
    date: askedDay(input, named?.date ?? io.today()),
    floor,
    budget: whole('budget', 1000, 1, 1_000_000),
    points: whole('points', 10, 1, 100),
    draws: whole('draws', 50, 0, 10_000),
    seed: whole('seed', 1, 0, 999_999_999),
    fix: input.flags('fix'),
    vary: input.flags('vary'),
    only: input.flags('only'),
    require: input.flags('require'),
    ...(input.flags('objective').length > 0 && { objectives: input.flags('objective') }),
    ...(method !== undefined && { method }),
    ...(resume !== undefined && { resume }),
  };
}
