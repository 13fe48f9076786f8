/** Imports a folder into a workspace in a process of its own, to be killed at it: says when it starts. */
import { importFrom } from '../../src/data/import/import.ts';

const [workspace = '', from = ''] = process.argv.slice(2);
process.stdout.write('ready\n');
await importFrom(workspace, from, { synthetic: true });
