// `npm start`: install what is missing, build what changed, open the workbench.
import { build, built } from './build.mjs';
import { ensure } from './ensure.mjs';

await ensure('start');
if (!(await build())) process.exit(1);
const { runCli, processIo } = await built('cli', 'main.js');
process.exitCode = await runCli(['serve', '--open', ...process.argv.slice(2)], processIo());
