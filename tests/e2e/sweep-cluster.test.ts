import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { hashFile } from '../../src/data/disk/hash.ts';
import { foedus } from '../cli/harness.ts';
import { ROOT } from '../house/sources.ts';

const EXAMPLES = path.join(ROOT, 'docs', 'explore', 'examples');
const read = (name: string): string => readFileSync(path.join(EXAMPLES, name), 'utf8');

let cwd = '';
let alone = '';

/** Runs a program as a node of a cluster would, with `foedus` on its path. */
async function onNode(command: string, args: readonly string[], env: Readonly<Record<string, string>>): Promise<void> {
  const child = spawn(command, args, {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...env, PATH: `${path.join(cwd, 'bin')}:${process.env['PATH'] ?? ''}` },
  });
  let err = '';
  child.stderr.on('data', (text: Buffer) => (err += text.toString()));
  const [exit] = await once(child, 'exit');
  expect({ args, exit, err }).toEqual({ args, exit: 0, err: '' });
}

/** The hash of what the shards of a folder come to. */
async function merged(folder: string): Promise<string> {
  const { exit, err } = await foedus(['sweep', 'merge', folder], { cwd });
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  return hashFile(path.join(cwd, folder, 'results.parquet')).sha256;
}

beforeAll(async () => {
  cwd = mkdtempSync(path.join(tmpdir(), 'foedus-cluster-'));
  mkdirSync(path.join(cwd, 'bin'));
  writeFileSync(path.join(cwd, 'bin', 'foedus'), `#!/bin/sh\nexec "${process.execPath}" "${path.join(ROOT, 'bin', 'foedus.mjs')}" "$@"\n`, { mode: 0o755 });
  for (const name of ['sweep.yaml', 'sweep.slurm']) copyFileSync(path.join(EXAMPLES, name), path.join(cwd, name));
  await onNode('foedus', ['sweep', 'sweep.yaml', '-o', 'alone', '--threads', '2'], {});
  alone = hashFile(path.join(cwd, 'alone', 'results.parquet')).sha256;
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

describe('the Slurm array', () => {
  const text = read('sweep.slurm');

  it('asks for tasks counted from 1, as shards are', () => {
    expect(text).toMatch(/^#SBATCH --array=1-\d+$/m);
    expect(text.startsWith('#!/bin/bash\n')).toBe(true);
  });

  it('run task by task, comes to what one process does', async () => {
    const task = (id: number): Promise<void> =>
      onNode('bash', ['sweep.slurm'], { SLURM_ARRAY_TASK_ID: String(id), SLURM_ARRAY_TASK_COUNT: '2', SLURM_CPUS_PER_TASK: '1' });
    await Promise.all([task(1), task(2)]);
    expect(await merged('out')).toBe(alone);
  });
});

describe('the indexed job of Kubernetes', () => {
  const container = z.object({
    command: z.array(z.string()),
    args: z.array(z.string()),
    env: z.array(z.object({ name: z.string(), value: z.string() })),
    volumeMounts: z.array(z.object({ name: z.string(), mountPath: z.string() })),
  });
  const job = z
    .object({
      apiVersion: z.literal('batch/v1'),
      kind: z.literal('Job'),
      spec: z.object({
        completionMode: z.literal('Indexed'),
        completions: z.int(),
        parallelism: z.int(),
        template: z.object({
          spec: z.object({
            restartPolicy: z.enum(['Never', 'OnFailure']),
            containers: z.tuple([container]),
            volumes: z.array(z.looseObject({ name: z.string() })),
          }),
        }),
      }),
    })
    .parse(parse(read('sweep-job.yaml')));
  const { spec } = job.spec.template;
  const [shard] = spec.containers;
  const env = Object.fromEntries(shard.env.map(({ name, value }) => [name, value]));

  it('has as many pods as shards, and a volume where the sweep is', () => {
    expect(String(job.spec.completions)).toBe(env['SHARDS']);
    expect(shard.volumeMounts.map(({ name }) => name)).toEqual(spec.volumes.map(({ name }) => name));
    expect(shard.volumeMounts[0]?.mountPath).toBe(env['FOLDER']);
  });

  it('run index by index, comes to what one process does', async () => {
    const folder = path.join(cwd, 'volume');
    mkdirSync(folder);
    copyFileSync(path.join(cwd, 'sweep.yaml'), path.join(folder, 'sweep.yaml'));
    const [command = '', ...words] = [...shard.command, ...shard.args];
    const pod = (index: number): Promise<void> =>
      onNode(command, words, { ...env, FOLDER: folder, SHARDS: '2', THREADS: '1', JOB_COMPLETION_INDEX: String(index) });
    await Promise.all([pod(0), pod(1)]);
    expect(await merged('volume/out')).toBe(alone);
  });
});
