// `npm run test:slow`: the tests that take minutes.
import { build } from './build.mjs';
import { ensure } from './ensure.mjs';
import { tool, tools } from './house.mjs';

await ensure('test');
if (!(await build())) process.exit(1);
const { code } = await tool(tools.vitest, ['run', '--project', 'slow', '--passWithNoTests']);
process.exit(code);
