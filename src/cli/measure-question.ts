import { readText } from '../app/files.ts';
import type { Question } from '../app/measures/define.ts';
import { numberOf } from '../app/measures/number-of.ts';
import { parseWeights } from '../app/measures/parse-weights.ts';
import type { Input } from './command.ts';
import { listOf } from './list-of.ts';
import { spanOf } from './year-flags.ts';

/** What the flags ask of a measure. @throws {UserError} where one is no year, number, list or readable file */
export function questionOf(input: Input, cwd: string): Question {
  const number = (flag: string): number | undefined => {
    const text = input.flag(flag);
    return text === undefined ? undefined : numberOf(text, `--${flag}`);
  };
  const [file, weights, threat] = [input.flag('input'), input.flag('weights'), input.flag('threat')];
  const [quota, gamma, honor] = [number('quota'), number('gamma'), number('honor')];
  const dated = input.flag('year') !== undefined || input.flag('years') !== undefined;
  return {
    states: listOf([...input.flags('state'), input.flag('states') ?? '']),
    without: listOf(input.flags('without')),
    ...(dated && { years: spanOf(input) }),
    ...(file !== undefined && { input: { name: file, text: readText(file, cwd) } }),
    ...(weights !== undefined && { weights: parseWeights(weights) }),
    ...(quota !== undefined && { quota }),
    ...(gamma !== undefined && { gamma }),
    ...(honor !== undefined && { honor }),
    ...(threat !== undefined && { threat }),
  };
}
