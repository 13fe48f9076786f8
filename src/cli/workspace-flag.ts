import type { Workplace } from '../app/workplace.ts';
import type { Flag, Input } from './command.ts';
import type { Io } from './io.ts';

/** For commands that read the data of a workspace only where a treaty is named by its ATOP number. */
export const WORKSPACE: Flag = {
  name: 'workspace',
  value: 'DIR',
  description: 'where the data of atop:3180 are; the nearest .foedus/ upward when left out',
  complete: 'file',
};

/** Where a command looks for files and data. */
export function workplaceOf(input: Input, { cwd, env }: Io): Workplace {
  return { cwd, env, workspace: input.flag(WORKSPACE.name) };
}
