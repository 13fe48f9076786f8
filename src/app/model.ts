import { loadYaml } from '../core/treaty/parse.ts';
import { LIMITS } from '../core/treaty/limits.ts';
import { didYouMean, idsNear } from './did-you-mean.ts';
import type { ModelAnswer } from './models/define.ts';
import { models } from './models/index.ts';
import { located } from './read-yaml.ts';
import { faultsError, UserError } from './user-error.ts';

/** Every model with one line each. */
export const listModels = (): readonly { readonly name: string; readonly title: string }[] => models.map(({ name, title }) => ({ name, title }));

interface ModelInput {
  readonly name: string;
  readonly text: string;
}

/** What one model finds, as plain JSON. @throws {UserError} as `answerOf` */
export const runModel = (name: string, input: ModelInput): ModelAnswer['value'] => answerOf(name, input).value;

/**
 * Runs one model on the plain JSON (or YAML) of a file.
 * @throws {UserError} where there is no such model, or the input is another thing
 */
export function answerOf(name: string, input: ModelInput): ModelAnswer {
  const model = models.find((one) => one.name === name);
  if (model === undefined) {
    const near = idsNear(
      name,
      models.map(({ name: id, title }) => [id, title] as const),
    );
    throw new UserError(`there is no model '${name}'. ${didYouMean(near, `The models are: ${models.map(({ name: id }) => id).join(', ')}.`)}`);
  }
  const loaded = loadYaml(input.text, input.name, LIMITS);
  if (!loaded.ok) {
    throw faultsError(
      loaded.diagnostics.map((diagnostic) => located(diagnostic, input.text)),
      `${input.name}: cannot be read.`,
    );
  }
  let result;
  try {
    result = model.run(loaded.value);
  } catch (error) {
    if (error instanceof RangeError) throw new UserError(`${input.name}: ${error.message}.`, [], { cause: error });
    throw error;
  }
  if (result.ok) return result.answer;
  throw faultsError(
    result.error.issues.map(({ path, message }) => `${input.name}: ${path.join('.')}${path.length === 0 ? '' : ': '}${message}`),
    `${input.name}: is no input of ${name}.`,
  );
}
