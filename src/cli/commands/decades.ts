import type { DecadesStart } from '../../core/explore/decades/types.ts';
import { defineCommand, type Input } from '../command.ts';
import { WORKSPACE } from '../workspace-flag.ts';

export const decades = defineCommand({
  name: 'decades',
  summary: 'decades ahead: many seeded worlds year by year, with fans, stories, and what a scenario changes',
  description:
    'Simulates every state year by year: growth, governments, interests, challenges by the fitted hazard, crises by the crisis game, promises kept and broken, treaties reviewed, left, made and joined. ' +
    'Worlds are seeded, and replayed to the byte. --inject takes a YAML file of what a hand makes happen, --happens one such thing in short; --role-sheets writes a page for each player. Before 2022 a run starts from the record in the store.',
  examples: [
    { line: 'foedus decades --from 2026-01-01 --years 10 --worlds 3 --states USA,CHN,JPN,KOR,PRK,RUS,PHL,AUS', note: 'a small world of eight states' },
    {
      line: 'foedus decades --from 2026-01-01 --years 5 --worlds 2 --states USA,JPN,CHN,KOR,PRK --scenario leaves:USA --chronicles 1',
      note: 'with a scenario, one story',
    },
  ],
  args: [],
  flags: [
    { name: 'from', value: 'DATE', description: 'the day it starts from; today when left out' },
    { name: 'years', value: 'N', description: 'years ahead; 20 when left out' },
    { name: 'worlds', value: 'N', description: 'worlds; 50 when left out' },
    { name: 'seed', value: 'N', description: 'seed; 1 when left out' },
    { name: 'states', value: 'LIST', description: 'these states alone, set apart by commas', complete: 'state' },
    {
      name: 'scenario',
      value: 'NAME',
      description: 'downturn, government:DEU, leaves:USA, leaves:USA:nato@2028, new-domain, rival-rises, pledges-met, pledges-missed',
      repeat: true,
    },
    { name: 'inject', value: 'FILE', description: 'YAML of what a hand makes happen', complete: 'file' },
    { name: 'happens', value: 'WORDS', description: "the same in short, as '2028 leaves USA nato' or '2030 war CHN PHL USA'", repeat: true },
    { name: 'set', value: 'NAME=VALUE', description: 'a parameter set by hand', repeat: true },
    { name: 'central', description: 'every world at the central parameters; each draws its own otherwise' },
    { name: 'record', description: 'start from the record in the store, whatever the year' },
    { name: 'hazard', value: 'ERA', description: 'fitted hazard of challenges of another era', choices: ['to-1945', 'since-1946', '1946-1989'] },
    { name: 'check', description: 'hold the fans against what happened, by the record in the store' },
    { name: 'chronicles', value: 'N', description: 'stories told, those in which most went wrong first; 3 when left out' },
    { name: 'lines', value: 'N', description: 'lines of each; 40 when left out' },
    { name: 'log', value: 'FILE', description: 'every world with every event, as JSON lines', complete: 'file' },
    { name: 'replay', value: 'FILE', description: 'run a log again and hold every byte against it', complete: 'file' },
    { name: 'role-sheets', value: 'FILE', description: 'a page for each player, as .html or .md', complete: 'file' },
    { name: 'folder', value: 'DIR', description: 'keep worlds there as they are done', complete: 'file' },
    { name: 'resume', description: 'go on with what the folder holds' },
    { name: 'shard', value: 'I/N', description: 'run one of N parts into the folder' },
    { name: 'queue', value: 'URL', description: 'hand worlds to workers over Redis or Valkey: redis://host:port' },
    { name: 'threads', value: 'N', description: 'threads; worlds do not depend on it' },
    WORKSPACE,
  ],
  run: async (input, { io, note }) => {
    const [{ prepareDecades, decadesAnswer }, { decadesText, coverageText, replayText }, { createProgress }, { storeFolder }, run] = await Promise.all([
      import('../../app/decades/decades.ts'),
      import('../decades-text.ts'),
      import('../progress.ts'),
      import('../../app/store-folder.ts'),
      import('../../app/decades/run.ts'),
    ]);
    const threads = await wholeOf(input, 'threads', Math.min(2, (await import('node:os')).availableParallelism()), 64);
    const [told, lines] = [await wholeOf(input, 'chronicles', 3, 200), await wholeOf(input, 'lines', 40, 100_000)];
    const progress = createProgress(io, input.on('quiet'));
    const onProgress = (done: number, total: number): void => progress.at(done, total, 'worlds');
    const signal = io.stop.aborted ? {} : { signal: io.stop };
    const replayed = input.flag('replay');
    if (replayed !== undefined) {
      const { replayLog } = await import('../../app/decades/log.ts');
      const { replay } = await replayLog(replayed, { cwd: io.cwd, threads, onProgress, ...signal }).finally(progress.end);
      return { value: replay, text: () => replayText(replay), exit: replay.same ? 0 : 1 };
    }
    const question = await questionOf(input, io.cwd);
    const workspace = storeFolder(input.flag('workspace'), io.cwd, io.env);
    const prepared = await prepareDecades(question, { workspace, today: io.today() });
    const sheets = input.flag('role-sheets');
    if (sheets !== undefined) await writeSheets(sheets, prepared.start, question.states, io.cwd, note);
    const start = performance.now();
    const options = { worlds: question.worlds, threads, events: input.flag('log') !== undefined, onProgress, ...signal };
    const folder = input.flag('folder');
    const worlds = await (
      folder === undefined
        ? run.runWorlds(prepared, options)
        : run.runWorldsInto(prepared, question, { ...options, folder, cwd: io.cwd, resume: input.on('resume'), onRemark: note, ...(await partOf(input)) })
    ).finally(progress.end);
    const seconds = (performance.now() - start) / 1000;
    if (worlds.length === 0) throw new (await import('../../app/user-error.ts')).UserError('stopped before the first world was done.');
    note(
      `${worlds.length} worlds, ${seconds.toFixed(1)} s, ${Math.round((prepared.start.states.length * prepared.years * worlds.length) / seconds).toLocaleString('en-US')} state-years a second.`,
    );
    const log = input.flag('log');
    if (log !== undefined) {
      const [{ logText }, { writeAtomically }] = await Promise.all([import('../../app/decades/log.ts'), import('../../app/files.ts')]);
      writeAtomically(log, io.cwd, logText(prepared, worlds));
      note(`Wrote ${log}.`);
    }
    if (input.on('check')) {
      const { checkAgainstRecord } = await import('../../app/decades/check.ts');
      const coverage = await checkAgainstRecord(prepared, worlds, workspace);
      return {
        value: { from: prepared.start.year, worlds: worlds.length, coverage },
        text: (style) => coverageText(coverage, { from: prepared.start.year, worlds: worlds.length }, style),
      };
    }
    const found = decadesAnswer(prepared, worlds, question.worlds, told);
    const { sheetsHtml, roleSheets } = await import('../../core/explore/decades/role-sheets.ts');
    return {
      value: found,
      text: (style) => decadesText(found, style, lines),
      files: { html: () => sheetsHtml(roleSheets(prepared.start, question.states), prepared.start.year) },
      exit: found.audit.faults.length === 0 ? 0 : 1,
    };
  },
});

async function wholeOf(input: Input, flag: string, otherwise: number, most: number, least = 0): Promise<number> {
  const text = input.flag(flag);
  if (text === undefined) return otherwise;
  if (/^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most) return Number(text);
  const { UserError } = await import('../../app/user-error.ts');
  throw new UserError(`--${flag}: '${text}' is no whole number from ${least} to ${most}.`);
}

async function questionOf(input: Input, cwd: string) {
  const [{ UserError, faultsError }, { injectFileSchema }, { readInject }, { decadesQuestion }, { readText }, { readYaml }] = await Promise.all([
    import('../../app/user-error.ts'),
    import('../../core/explore/decades/injects.ts'),
    import('../../core/explore/decades/inject-words.ts'),
    import('../../app/decades/question.ts'),
    import('../../app/files.ts'),
    import('../../app/read-yaml.ts'),
  ]);
  const set: Record<string, number> = {};
  for (const text of input.flags('set')) {
    const [name = '', value = ''] = text.split('=');
    if (name === '' || value.trim() === '' || !Number.isFinite(Number(value))) throw new UserError(`--set: '${text}' sets nothing; write NAME=VALUE.`);
    set[name] = Number(value);
  }
  const file = input.flag('inject');
  const read = file === undefined ? undefined : readYaml(readText(file, cwd), file, injectFileSchema);
  if (read?.ok === false) throw faultsError(read.faults, `${file ?? ''}: is no file of injects.`);
  const inShort = input.flags('happens').map((text) => {
    const one = readInject(text);
    if ('fault' in one) throw new UserError(`--happens: ${one.fault}`);
    return one.inject;
  });
  const states = input
    .flag('states')
    ?.split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  const hazard = input.flag('hazard');
  const from = input.flag('from');
  return decadesQuestion.parse({
    ...(from !== undefined && { from: /^\d{4}$/.test(from) ? `${from}-01-01` : from }),
    years: await wholeOf(input, 'years', 20, 100, 1),
    worlds: await wholeOf(input, 'worlds', 50, 100_000, 1),
    seed: await wholeOf(input, 'seed', 1, 999_999_999),
    ...(states !== undefined && { states }),
    scenarios: input.flags('scenario'),
    injects: [...(read?.value.injects ?? []), ...inShort],
    set,
    draw: !input.on('central'),
    ...(input.on('record') && { record: true }),
    ...(hazard !== undefined && { hazard }),
  });
}

/** Which part of the worlds is run, and by whom. */
async function partOf(input: Input) {
  const [text, url] = [input.flag('shard'), input.flag('queue')];
  const shard = text === undefined ? undefined : /^(\d{1,6})\/(\d{1,6})$/.exec(text);
  const [index, of] = [Number(shard?.[1]), Number(shard?.[2])];
  if (text !== undefined && !(index >= 1 && index <= of)) {
    const { UserError } = await import('../../app/user-error.ts');
    throw new UserError(`--shard: '${text}' is no part; write 1/4 for the first of four.`);
  }
  return { ...(text !== undefined && { shard: { index, of } }), ...(url !== undefined && { queue: url }) };
}

async function writeSheets(file: string, start: DecadesStart, states: readonly string[] | undefined, cwd: string, note: (line: string) => void): Promise<void> {
  const [{ roleSheets, sheetsHtml, sheetMarkdown }, { writeAtomically }, { UserError }] = await Promise.all([
    import('../../core/explore/decades/role-sheets.ts'),
    import('../../app/files.ts'),
    import('../../app/user-error.ts'),
  ]);
  const ids = states?.map((one) => one.toUpperCase());
  const sheets = roleSheets(start, ids);
  if (file.endsWith('.html')) writeAtomically(file, cwd, sheetsHtml(sheets, start.year));
  else if (file.endsWith('.md')) writeAtomically(file, cwd, sheets.map((sheet) => sheetMarkdown(sheet, start.year)).join('\n---\n\n'));
  else throw new UserError(`--role-sheets: ${file}: use .html or .md.`);
  note(`Wrote ${file}: ${sheets.length} role sheets.`);
}
