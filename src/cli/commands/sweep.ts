import type { SweepRequest } from '../../app/sweep/request.ts';
import { defineCommand, type Context, type Input, type Outcome } from '../command.ts';
import { WORKSPACE } from '../workspace-flag.ts';

export const sweep = defineCommand({
  name: 'sweep',
  summary: 'one question at many points: grids and designs, in threads, on many machines, stopped and resumed',
  description:
    "A file says what is asked, what is varied and how; or flags do. '--vary' takes values (exit.notice=P6M,P1Y), ranges with a step (join.kappa=0:1:0.1) and, for the designs lhs and sobol, without one (losses=0.1:10:log). " +
    'Results are one Parquet file in DIR, the same bytes however the cells were run. Ctrl-C keeps what is done; --resume goes on.',
  examples: [
    {
      line: 'foedus sweep assess us-japan-1960 --contingency china-japan-senkaku --date 2025-06-01 --vary join.kappa=0:1:0.25 --vary exit.notice=P6M,P1Y -o kappa',
      note: 'ten assessments, as kappa/results.parquet',
    },
    { line: 'foedus sweep sweep.yaml -o out --shard 1/2', note: 'the first half of a sweep, as one task of a cluster does it' },
    { line: 'foedus sweep merge out --partial', note: 'what the shards have done so far, put together' },
  ],
  args: [
    { name: 'what', description: 'assess, model, decades or design; a sweep file; merge, or status, of a folder', complete: 'file' },
    { name: 'subject', description: 'the treaty, the model, or the folder' },
  ],
  flags: [
    { name: 'vary', value: 'NAME=VALUES', description: 'what is varied: A,B,C or FROM:TO:STEP', repeat: true },
    { name: 'design', value: 'KIND', description: 'how points lie; grid when left out', choices: ['grid', 'lhs', 'sobol'] },
    { name: 'n', value: 'N', description: 'points of lhs and sobol' },
    { name: 'seed', value: 'N', description: 'seed of the design and of the draws; 1 when left out' },
    { name: 'repeat', value: 'N', description: 'cells of each point, under seeds that follow each other; 1 when left out' },
    { name: 'date', value: 'DATE', description: 'assess, design: the day; today when left out' },
    { name: 'contingency', value: 'ID', description: 'assess: this one alone, or several', repeat: true },
    { name: 'as', value: 'FORM', description: 'assess: bind the same partners as a pact, as hub:USA, or as pairs' },
    { name: 'without', value: 'STATE', description: 'assess: with this member gone', complete: 'state' },
    { name: 'set', value: 'NAME=VALUE', description: 'assess: a clause or a parameter set by hand; other verbs: a number of the question', repeat: true },
    { name: 'draws', value: 'N', description: 'assess: draws at each point; 0 when left out' },
    { name: 'answer', value: 'ID', description: 'assess: this column alone, or several, such as spared or net:USA', repeat: true },
    { name: 'input', value: 'FILE', description: 'model: the numbers, as JSON or YAML', complete: 'file' },
    { name: 'threads', value: 'N', description: 'threads to run in; as many as there are cores when left out' },
    { name: 'shard', value: 'I/N', description: 'this part of N equal ones alone; merge puts them together' },
    { name: 'queue', value: 'URL', description: "have workers do it ('foedus worker'), over the Redis at redis://host:port" },
    { name: 'chunk', value: 'N', description: 'cells handed out together; by their pace when left out' },
    { name: 'resume', description: 'go on with the sweep that DIR holds' },
    { name: 'partial', description: 'merge: write what there is where cells are missing' },
    WORKSPACE,
  ],
  run: async (input, context) => {
    const what = input.argument('what');
    if (what === 'merge') return merge(input, context);
    if (what === 'status') return status(input, context);
    if (what === undefined && !input.on('resume')) return list();
    return runSweep(what, input, context);
  },
});

async function list(): Promise<Outcome> {
  const [{ listSweepVerbs }, { table }] = await Promise.all([import('../../app/sweep/verbs/index.ts'), import('../style.ts')]);
  const verbs = listSweepVerbs();
  return { value: { verbs }, text: () => table(verbs.map(({ name, summary }) => [name, summary])) };
}

async function folderOf(input: Input): Promise<string> {
  const { UserError } = await import('../../app/user-error.ts');
  const folder = input.argument('subject');
  if (folder === undefined) throw new UserError(`name the sweep's folder: 'foedus sweep ${input.argument('what') ?? ''} DIR'.`);
  return folder;
}

async function merge(input: Input, { io }: Context): Promise<Outcome> {
  const [{ mergeSweep }, { mergedText }] = await Promise.all([import('../../app/sweep/merge.ts'), import('../sweep-text.ts')]);
  const output = input.flag('output');
  const merged = await mergeSweep(await folderOf(input), { cwd: io.cwd, partial: input.on('partial'), ...(output !== undefined && { output }) });
  return { value: merged, text: () => mergedText(merged), placed: true };
}

async function status(input: Input, { io }: Context): Promise<Outcome> {
  const [{ sweepStatus }, { statusText }] = await Promise.all([import('../../app/sweep/status.ts'), import('../sweep-text.ts')]);
  const found = sweepStatus(await folderOf(input), io.cwd);
  return { value: found, text: () => statusText(found) };
}

async function runSweep(what: string | undefined, input: Input, { io, note }: Context): Promise<Outcome> {
  const [{ planSweep }, { runSweep: run }, { sweptText }, { createProgress }, { UserError }, { wholeNumber }, os] = await Promise.all([
    import('../../app/sweep/request.ts'),
    import('../../app/sweep/run.ts'),
    import('../sweep-text.ts'),
    import('../progress.ts'),
    import('../../app/user-error.ts'),
    import('../../app/whole-number.ts'),
    import('node:os'),
  ]);
  const folder = input.flag('output');
  if (folder === undefined) throw new UserError('name the folder of the results: -o DIR.');
  const count = (flag: string): number | undefined => {
    const number = wholeNumber(input.flag(flag), `--${flag}`);
    if (number === 0) throw new UserError(`--${flag}: must be 1 or more.`);
    return number;
  };
  const [chunk, queue, shard] = [count('chunk'), input.flag('queue'), await shardOf(input.flag('shard'))];
  if (queue !== undefined && shard !== undefined) throw new UserError('--queue and --shard do not go together: give one.');
  const request = what === undefined ? undefined : await requestOf(what, input, io);
  const plan =
    request === undefined ? undefined : await planSweep(request, { cwd: io.cwd, env: io.env, workspace: input.flag('workspace'), today: io.today() });
  const progress = createProgress(io, input.on('quiet'));
  const swept = await run(plan, request, {
    folder,
    cwd: io.cwd,
    threads: count('threads') ?? os.availableParallelism(),
    resume: input.on('resume'),
    onProgress: (done, total) => progress.at(done, total, 'cells'),
    onRemark: (line) => {
      progress.end();
      note(line);
    },
    ...(chunk !== undefined && { chunk }),
    ...(queue !== undefined && { queue }),
    ...(shard !== undefined && { shard }),
    ...(!io.stop.aborted && { signal: io.stop }),
  }).finally(progress.end);
  return { value: swept, text: () => sweptText(swept, folder), placed: true, exit: swept.stopped ? 1 : 0 };
}

async function shardOf(text: string | undefined) {
  if (text === undefined) return undefined;
  const { UserError } = await import('../../app/user-error.ts');
  const [, index = 0, of = 0] = (/^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? []).map(Number);
  if (index < 1 || index > of) throw new UserError(`--shard: '${text}' is no part of a whole; write 1/8 to 8/8.`);
  return { index, of };
}

/** What a sweep file says, or flags do; flags win. */
async function requestOf(what: string, input: Input, io: Context['io']): Promise<SweepRequest> {
  const [{ readSweepFile, sweepRequest }, { wholeNumber }] = await Promise.all([import('../../app/sweep/request.ts'), import('../../app/whole-number.ts')]);
  const file = /\.(ya?ml|json)$/i.test(what) ? readSweepFile(what, io.cwd) : undefined;
  const verb = file?.verb ?? what;
  const numbers = (['n', 'seed', 'repeat'] as const).flatMap((flag) => {
    const number = wholeNumber(input.flag(flag), `--${flag}`);
    return number === undefined ? [] : [[flag, number] as const];
  });
  const design = input.flag('design');
  return sweepRequest({
    ...file,
    verb,
    ...Object.fromEntries(numbers),
    ...(design !== undefined && { design }),
    vary: { ...file?.vary, ...(await pairs(input.flags('vary'), '--vary')) },
    question: { ...file?.question, ...(await questionOf(verb, input, io)) },
  });
}

/** NAME=VALUE, by name. */
async function pairs(texts: readonly string[], where: string): Promise<Readonly<Record<string, string>>> {
  const { UserError } = await import('../../app/user-error.ts');
  return Object.fromEntries(
    texts.map((text) => {
      const cut = text.indexOf('=');
      if (cut < 1 || cut === text.length - 1) throw new UserError(`${where}: '${text}' sets nothing; write NAME=VALUE.`);
      return [text.slice(0, cut), text.slice(cut + 1)];
    }),
  );
}

/** The part of the question that flags put; the verb says which it takes. */
async function questionOf(verb: string, input: Input, io: Context['io']): Promise<Readonly<Record<string, unknown>>> {
  const [{ wordValue }, { wholeNumber }, { readInput }] = await Promise.all([
    import('../../core/explore/sweep/axis.ts'),
    import('../../app/whole-number.ts'),
    import('../../app/sweep/request.ts'),
  ]);
  const subject = input.argument('subject');
  const set = Object.fromEntries(Object.entries(await pairs(input.flags('set'), '--set')).map(([name, text]) => [name, wordValue(text)]));
  const [numbers, draws, answers, contingencies] = [
    input.flag('input'),
    wholeNumber(input.flag('draws'), '--draws'),
    input.flags('answer'),
    input.flags('contingency'),
  ];
  const words = (['date', 'as', 'without'] as const).flatMap((flag) => {
    const word = input.flag(flag);
    return word === undefined ? [] : [[flag, word] as const];
  });
  return {
    ...(subject !== undefined && { [verb === 'model' ? 'name' : 'treaty']: subject }),
    ...(Object.keys(set).length > 0 && (verb === 'assess' ? { set } : set)),
    ...(numbers !== undefined && { input: readInput(numbers, io.cwd) }),
    ...(draws !== undefined && { draws }),
    ...(answers.length > 0 && { answers }),
    ...(contingencies.length > 0 && { contingencies }),
    ...Object.fromEntries(words),
  };
}
