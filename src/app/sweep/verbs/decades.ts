import { decadesQuestion } from '../../decades/question.ts';
import { storeFolder } from '../../store-folder.ts';
import { defineSweepVerb } from './define.ts';
import { onlyNumbers } from './only-numbers.ts';

export const decades = defineSweepVerb({
  name: 'decades',
  summary: 'one simulated world of decades ahead, by its seed; parameters of the models are varied, such as join.kappa or accession.rate',
  seeded: true,
  question: decadesQuestion.omit({ worlds: true, seed: true }),
  prepare: async (question, axes, { workspace, cwd, env, today }) => {
    const { prepareDecades } = await import('../../decades/decades.ts');
    const input = await prepareDecades({ ...question, worlds: 1, seed: 1 }, { workspace: storeFolder(workspace, cwd, env), today });
    const names = input.parameters.flatMap((file) => Object.keys(file.parameters));
    onlyNumbers('decades', axes, names);
    return input;
  },
});
