import { defineCommand } from '../command.ts';

export const validate = defineCommand({
  name: 'validate',
  summary: 'how well the models predict what they were not fitted to: onset, initiation, joining, exit, spending',
  description:
    'Every model is fitted to a part of the record in the store and tested on the rest: later years, disputes or wars or treaties held out. The structural model stands beside a plain logit on the same columns. -o FILE writes .html, .svg (one figure) or .json.',
  examples: [
    { line: 'foedus validate', note: 'everything, in some minutes' },
    { line: 'foedus validate --section exit -o exit.html', note: 'one question, as a page with figures' },
  ],
  flags: [
    { name: 'section', value: 'NAME', description: 'one question alone: onset, initiation, joining, exit or spending', repeat: true },
    {
      name: 'figure',
      value: 'NAME',
      description: 'what -o FILE.svg draws: scores (when left out), decades or calibration',
      choices: ['scores', 'decades', 'calibration'],
    },
    { name: 'boot', value: 'N', description: 'draws behind the intervals; 200 when left out' },
    { name: 'seed', value: 'N', description: 'seed of folds and draws; 1 when left out' },
    { name: 'workspace', value: 'DIR', description: 'where the data of the record are; the nearest .foedus/ upward when left out', complete: 'file' },
  ],
  run: async (input, { io }) => {
    const [{ validate: validated }, { validationPage, validationSvg }, { figure, sectionText }, { storeFolder }, { wholeNumber }, { createProgress }] =
      await Promise.all([
        import('../../app/estimation/validation/index.ts'),
        import('../../app/estimation/validation/figures.ts'),
        import('../section-text.ts'),
        import('../../app/with-store.ts'),
        import('../../app/whole-number.ts'),
        import('../progress.ts'),
      ]);
    const progress = createProgress(io, input.on('quiet'));
    const sections = await validated(input.flags('section'), {
      folder: storeFolder(input.flag('workspace'), io.cwd, io.env),
      seed: wholeNumber(input.flag('seed'), '--seed') ?? 1,
      draws: wholeNumber(input.flag('boot'), '--boot') ?? 200,
      onProgress: progress.at,
    }).finally(progress.end);
    return {
      value: { sections },
      text: (style) => sections.map((section) => sectionText(section, style)).join('\n\n'),
      files: {
        svg: () => validationSvg(sections, input.flag('figure') ?? 'scores'),
        html: () => validationPage(sections, (cell) => (typeof cell === 'string' ? cell : figure(cell))),
      },
    };
  },
});
