import type { FitRequest, ModelName } from '../../core/estimate/request.ts';
import { defineCommand, type Context, type Input, type Outcome } from '../command.ts';

const MODELS = ['egame12', 'egame122', 'egame123', 'ultimatum', 'logit', 'probit', 'hazard'] as const satisfies readonly ModelName[];
const LINKS = ['probit', 'logit', 'cloglog'] as const;
const TYPES = ['agent', 'private'] as const;
const OUTCOMES = ['both', 'offer'] as const;

export const fit = defineCommand({
  name: 'fit',
  summary: 'estimate a strategic game, a logit, a probit or a hazard from data of your own, or the parameters of the models from the record',
  description:
    'A formula is written as for the R package games: outcome ~ one part for each equation, set apart by bars. Text columns become indicators. Rows that lack a value used are dropped and counted. -o FILE writes .json or .tex. ' +
    'With --report in place of a formula: what two centuries of alliances and disputes in the store say. With --parameters: the file of parameters that the models run on, estimated anew.',
  examples: [
    {
      line: "foedus fit 'esc + war ~ balance | 0 | dem1 | balance + dem2' --data disputes.csv --model egame12",
      note: 'two players: escalate or not, resist or not',
    },
    { line: "foedus fit 'war ~ balance + dem1' --data disputes.csv --model logit --at balance=0:1:3", note: 'chances of war along the balance of power' },
  ],
  args: [{ name: 'formula', description: "outcome ~ equations, as in 'y ~ x1 + x2 | 0 | f | z - 1'" }],
  flags: [
    { name: 'data', value: 'FILE', description: 'the data: .csv, .tsv, .parquet or .dta (Stata)', complete: 'file' },
    { name: 'model', value: 'MODEL', description: 'what is fitted', choices: MODELS },
    { name: 'link', value: 'LINK', description: 'probit (when left out) or logit; of a hazard cloglog when left out', choices: LINKS },
    { name: 'type', value: 'TYPE', description: 'of a game: errors on actions (agent, when left out) or on payoffs (private)', choices: TYPES },
    { name: 'fixed-utils', value: 'NUMBERS', description: 'of a game: hold its utilities at these, in the order of the equations, and estimate log sigma' },
    { name: 'sd-formula', value: 'FORMULA', description: "of a game: regressors of log sigma, as '~ x - 1'" },
    { name: 'sd-by-player', description: 'of a game: a sigma for each player' },
    { name: 'max-offer', value: 'Q', description: 'of an ultimatum: the most that can be offered' },
    { name: 's1', value: 'SCALE', description: 'of an ultimatum: hold the scale of the first player' },
    { name: 's2', value: 'SCALE', description: 'of an ultimatum: hold the scale of the second player' },
    { name: 'outcome', value: 'WHAT', description: 'of an ultimatum: both offer and acceptance (when left out), or the offer alone', choices: OUTCOMES },
    { name: 'subset', value: 'CONDITION', description: 'only rows that meet it, as \'year >= 1850 & region == "Europe"\'' },
    {
      name: 'levels',
      value: 'A,B,C',
      description: 'values of the outcome in the order of the game; COLUMN=A,B,C those of a regressor, the base first',
      repeat: true,
    },
    { name: 'boot', value: 'N', description: 'standard errors from N draws of the rows; with --report or --parameters 200 when left out' },
    { name: 'cluster', value: 'COLUMN', description: 'with --boot: draw whole groups of rows' },
    { name: 'seed', value: 'N', description: 'seed of draws; 1 when left out' },
    { name: 'profile', value: 'NAME', description: 'the profile likelihood of a coefficient', repeat: true },
    {
      name: 'at',
      value: 'VALUES',
      description: 'predictions with intervals at values of regressors, as x=0:1:5,f=b; the others at their mean or mode',
      repeat: true,
    },
    { name: 'against', value: 'FORMULA', description: 'compare with another model of the same outcome: tests of Vuong and Clarke' },
    { name: 'against-model', value: 'MODEL', description: 'with --against: what that is; the same when left out', choices: MODELS },
    { name: 'report', description: 'the facts that the record in the store gives, beside those of publications' },
    { name: 'section', value: 'NAME', description: 'with --report: one part alone', repeat: true },
    { name: 'parameters', value: 'SET', description: 'estimate a set of parameters from the record: crisis, exit or spending; -o FILE.json writes it' },
    { name: 'workspace', value: 'DIR', description: 'where the data of the record are; the nearest .foedus/ upward when left out', complete: 'file' },
  ],
  run: async (input, context) => {
    const { io, note } = context;
    if (input.on('report') || input.flag('parameters') !== undefined) return fromRecord(input, context);
    const [{ fitFile, fitJson }, { fitText }, { latexTable }, { wholeNumber }, { UserError }] = await Promise.all([
      import('../../app/fit.ts'),
      import('../fit-text.ts'),
      import('../../core/estimate/latex.ts'),
      import('../../app/whole-number.ts'),
      import('../../app/user-error.ts'),
    ]);
    for (const [given, what] of [
      [input.argument('formula'), 'a formula'],
      [input.flag('data'), '--data FILE'],
      [input.flag('model'), '--model MODEL'],
    ] as const) {
      if (given === undefined) throw new UserError(`${what} is missing. See 'foedus fit --help'.`);
    }
    const modelOf = (text: string | undefined): ModelName | undefined => MODELS.find((name) => name === text);
    const model = modelOf(input.flag('model')) ?? 'logit';
    const [boot, seed = 1] = [wholeNumber(input.flag('boot'), '--boot'), wholeNumber(input.flag('seed'), '--seed')];
    const [cluster, against] = [input.flag('cluster'), input.flag('against')];
    if (cluster !== undefined && boot === undefined) throw new UserError('--cluster goes with --boot: it says what is drawn.');
    const answer = await fitFile({
      data: input.flag('data') ?? '',
      cwd: io.cwd,
      request: { model, formula: input.argument('formula') ?? '', ...requestOf(input, (message) => new UserError(message)) },
      seed,
      profiles: input.flags('profile'),
      at: input.flags('at'),
      ...(boot !== undefined && { boot }),
      ...(cluster !== undefined && { cluster }),
      ...(against !== undefined && { against: { formula: against, model: modelOf(input.flag('against-model')) ?? model } }),
    });
    if (input.flag('output') !== undefined) answer.fit.warnings.forEach(note);
    return {
      // Made when it is asked for: it holds a prediction for every row.
      get value() {
        return fitJson(answer);
      },
      text: (style) => fitText(answer, style),
      files: { tex: () => latexTable(answer.fit, answer.bootstrap?.se) },
    };
  },
});

/** What the data of the store say: facts, or a file of parameters. */
async function fromRecord(input: Input, { io }: Context): Promise<Outcome> {
  const [{ reportOf, parametersFrom, parametersText }, { sectionText }, { storeFolder }, { wholeNumber }, { UserError }, { createProgress }] =
    await Promise.all([
      import('../../app/estimation/report.ts'),
      import('../section-text.ts'),
      import('../../app/with-store.ts'),
      import('../../app/whole-number.ts'),
      import('../../app/user-error.ts'),
      import('../progress.ts'),
    ]);
  const formula = input.argument('formula');
  if (formula !== undefined) throw new UserError(`'${formula}': --report and --parameters take no formula; what they fit is on their pages.`);
  const progress = createProgress(io, input.on('quiet'));
  const request = {
    onProgress: progress.at,
    folder: storeFolder(input.flag('workspace'), io.cwd, io.env),
    seed: wholeNumber(input.flag('seed'), '--seed') ?? 1,
    draws: wholeNumber(input.flag('boot'), '--boot') ?? 200,
  };
  const set = input.flag('parameters');
  if (set !== undefined) {
    if (input.on('report')) throw new UserError('--report and --parameters are two questions: ask one at a time.');
    const parameters = await parametersFrom(set, request).finally(progress.end);
    return { value: parameters, text: () => parametersText(parameters), files: { json: () => parametersText(parameters) } };
  }
  const sections = await reportOf(input.flags('section'), request).finally(progress.end);
  return { value: { sections }, text: (style) => sections.map((section) => sectionText(section, style)).join('\n\n') };
}

/** The options of the model alone. */
function requestOf(input: Input, fault: (message: string) => Error): Omit<FitRequest, 'model' | 'formula'> {
  const number = (name: string): number | undefined => {
    const text = input.flag(name);
    if (text === undefined) return undefined;
    const value = Number(text);
    if (text.trim() === '' || !Number.isFinite(value)) throw fault(`--${name}: '${text}' is no number.`);
    return value;
  };
  const fixed = input.flag('fixed-utils');
  const fixedUtilities = fixed?.split(',').map((text) => {
    if (text.trim() === '' || !Number.isFinite(Number(text))) throw fault(`--fixed-utils '${fixed}': '${text}' is no number.`);
    return Number(text);
  });
  const [link, type, outcome] = [
    LINKS.find((name) => name === input.flag('link')),
    TYPES.find((name) => name === input.flag('type')),
    OUTCOMES.find((name) => name === input.flag('outcome')),
  ];
  const [scaleFormula, subset, maxOffer, s1, s2] = [input.flag('sd-formula'), input.flag('subset'), number('max-offer'), number('s1'), number('s2')];
  const levels = new Map(
    input.flags('levels').map((text) => {
      const [, column = '', list = text] = /^([A-Za-z.][\w.]*)=(.*)$/.exec(text) ?? [];
      return [column, list.split(',').map((level) => level.trim())] as const;
    }),
  );
  return {
    ...(link !== undefined && { link }),
    ...(type !== undefined && { type }),
    ...(outcome !== undefined && { outcome }),
    ...(fixedUtilities !== undefined && { fixedUtilities }),
    ...(scaleFormula !== undefined && { scaleFormula }),
    ...(input.on('sd-by-player') && { scaleByPlayer: true }),
    ...(maxOffer !== undefined && { maxOffer }),
    ...(s1 !== undefined && { s1 }),
    ...(s2 !== undefined && { s2 }),
    ...(subset !== undefined && { subset }),
    ...(levels.size > 0 && { levels }),
  };
}
