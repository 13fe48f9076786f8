import { readdirSync } from 'node:fs';
import { Bench } from 'tinybench';
import type { Suite } from './suite.ts';

/** Runs every suite of this folder (or those whose file name holds an argument): each case warm, median of five, and its ratio to the first. */
async function main(wanted: readonly string[]): Promise<void> {
  const here = new URL('.', import.meta.url);
  const files = readdirSync(here)
    .filter((file) => file.endsWith('.bench.ts'))
    .filter((file) => wanted.length === 0 || wanted.some((word) => file.includes(word)))
    .sort();
  for (const file of files) {
    const { suite }: { suite: Suite } = await import(new URL(file, here).href);
    const bench = new Bench({ time: 0, iterations: 5, warmupTime: 0, warmupIterations: 2 });
    for (const [name, one] of Object.entries(suite.cases)) bench.add(name, typeof one === 'function' ? one : one.body);
    await bench.run();
    console.log(`\n${suite.title}`);
    await suite.close?.();
    let baseline = Number.NaN;
    for (const task of bench.tasks) {
      const { result } = task;
      if (result.state !== 'completed')
        throw new Error(`${suite.title}: ${task.name} did not complete`, { cause: 'error' in result ? result.error : undefined });
      const one = suite.cases[task.name];
      const median = result.latency.p50 * (typeof one === 'object' ? one.times : 1);
      if (Number.isNaN(baseline)) baseline = median;
      console.log(`  ${task.name.padEnd(56)} ${median.toFixed(3).padStart(10)} ms   x ${(median / baseline).toPrecision(2)}`);
    }
  }
}

await main(process.argv.slice(2));
