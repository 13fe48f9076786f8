// `npm run bench`: runs bench/*.bench.ts and prints how each case compares with its baseline.
import { build } from './build.mjs';
import { ensure } from './ensure.mjs';
import { tool, tools } from './house.mjs';

await ensure('bench');
if (!(await build())) process.exit(1);
const { code } = await tool(tools.tsx, ['bench/run.ts', ...process.argv.slice(2)]);
process.exit(code);
