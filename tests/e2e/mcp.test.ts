import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../house/sources.ts';

/** `foedus mcp` as an independent client of the protocol meets it. */

const BIN = path.join(ROOT, 'bin', 'foedus.mjs');

let workspace = '';

async function connect(...flags: string[]): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(new StdioClientTransport({ command: process.execPath, args: [BIN, 'mcp', '--workspace', workspace, ...flags], stderr: 'inherit' }));
  return client;
}

interface Told {
  readonly isError: boolean;
  readonly text: string;
  readonly value: unknown;
}

async function call(client: Client, name: string, question: Readonly<Record<string, unknown>> = {}): Promise<Told> {
  const { isError = false, content, structuredContent } = await client.callTool({ name, arguments: question });
  const [first] = content;
  return { isError, text: first?.type === 'text' ? first.text : '', value: structuredContent };
}

beforeAll(() => {
  workspace = mkdtempSync(path.join(tmpdir(), 'foedus-test-'));
  spawnSync(process.execPath, [BIN, 'data', 'import', '--synthetic', '--workspace', workspace]);
});

afterAll(() => rmSync(workspace, { recursive: true, force: true }));

describe('an assistant that may read', () => {
  let client: Client;
  beforeAll(async () => (client = await connect()));
  afterAll(() => client.close());

  it('finds every verb as a tool that changes nothing, with its question described', async () => {
    const { tools } = await client.listTools();
    const names = tools.map(({ name }) => name);
    for (const verb of [
      'catalog',
      'trigger',
      'matrix',
      'lint',
      'assess',
      'compare',
      'sensitivity',
      'design',
      'burden',
      'review',
      'model',
      'history',
      'panel',
      'measure',
      'similarity',
      'network',
      'fit',
      'drafts',
      'studies',
    ])
      expect(names).toContain(verb);
    expect(names.filter((name) => name.startsWith('save'))).toEqual([]);
    expect(
      tools.every(
        ({ annotations, inputSchema, description = '' }) => annotations?.readOnlyHint === true && inputSchema.type === 'object' && description !== '',
      ),
    ).toBe(true);
    expect(client.getInstructions()).toContain('90 % range');
  });

  it('asks who owes what, as foedus trigger --json answers', async () => {
    const { value, text } = await call(client, 'trigger', { attackers: ['RUS'], target: 'EST', date: '2025-01-01' });
    const { stdout } = spawnSync(process.execPath, [BIN, 'trigger', '--attacker', 'RUS', '--target', 'EST', '--date', '2025-01-01', '--json'], {
      encoding: 'utf8',
    });
    expect(value).toEqual(JSON.parse(stdout));
    expect(JSON.parse(text)).toEqual(value);
  });

  it('finds treaties and states', async () => {
    const { value } = await call(client, 'catalog', { list: 'treaties', search: 'north atlantic' });
    expect(value).toMatchObject({ rows: [{ id: 'nato' }], total: 1 });
  });

  it('has long work done, and hears how far it is', async () => {
    const heard: number[] = [];
    const { isError } = await client.callTool(
      { name: 'assess', arguments: { treaty: 'anzus', date: '2025-06-01', draws: 300 } },
      { onprogress: ({ progress }) => void heard.push(progress) },
    );
    expect(isError ?? false).toBe(false);
    expect(heard.length).toBeGreaterThan(0);
    expect(heard).toEqual(heard.toSorted((a, b) => a - b));
  });

  it('reads the store of its workspace', async () => {
    expect((await call(client, 'network', { year: 1900 })).value).toMatchObject({ year: 1900, versions: { atop: 'synthetic-1' } });
  });

  it.each([
    ['trigger', { attackers: ['RUS'], target: 'XXX' }, "target: There is no state 'XXX'"],
    ['render', { treaty: 'natto' }, 'Did you mean nato'],
    ['render', { treaty: '../../etc/passwd' }, 'names no treaty'],
    ['drafts', { name: '..' }, 'is no name'],
    ['similarity', { years: { first: 1816, last: 2018 }, format: 'csv' }, 'format'],
  ])('%s %j is told what is wrong', async (name, question, words) => {
    const { isError, text } = await call(client, name, question);
    expect({ isError, told: text.includes(words) }, text).toEqual({ isError: true, told: true });
    expect(text).not.toMatch(/\n\s+at /);
  });

  it('is told where an answer is too long for it', async () => {
    const { isError, text } = await call(client, 'similarity', { years: { first: 1816, last: 2018 } });
    expect({ isError, told: text.includes('more than is sent to an assistant') }, text.slice(0, 200)).toEqual({ isError: true, told: true });
  });

  it('cannot save', async () => {
    const failed = await call(client, 'save-draft', { name: 'entente', text: 'language: 1' }).then(
      ({ isError }) => isError,
      () => true,
    );
    expect(failed).toBe(true);
    expect((await call(client, 'drafts')).value).toEqual({ drafts: [] });
  });
});

describe('an assistant that may write', () => {
  let client: Client;
  beforeAll(async () => (client = await connect('--write')));
  afterAll(() => client.close());

  it('saves a draft, and overwrites nobody’s work', async () => {
    const saved = await call(client, 'save-draft', { name: 'entente-2030', text: 'language: 1\n' });
    expect(saved.value).toMatchObject({ name: 'entente-2030', title: null });
    expect(readFileSync(path.join(workspace, 'drafts', 'entente-2030.yaml'), 'utf8')).toBe('language: 1\n');
    const blind = await call(client, 'save-draft', { name: 'entente-2030', text: 'other' });
    expect({ isError: blind.isError, told: blind.text.includes('Another revision stands') }).toEqual({ isError: true, told: true });
    const { value } = await call(client, 'drafts', { name: 'entente-2030' });
    expect(value).toMatchObject({ drafts: [{ text: 'language: 1\n' }] });
  });

  it('saves a study', async () => {
    const { value } = await call(client, 'save-study', { title: 'Estonia', view: '/fight?date=2025-01-01&from=RUS&to=EST' });
    expect(value).toMatchObject({ name: 'estonia', study: { verbs: [{ verb: 'trigger' }] } });
    expect((await call(client, 'studies')).value).toMatchObject({ studies: [{ name: 'estonia' }] });
  });

  it('saves nothing outside its workspace', async () => {
    for (const name of ['../outside', 'a/b', '.hidden', 'CON']) expect((await call(client, 'save-draft', { name, text: 'x' })).isError).toBe(true);
  });
});

describe('the process', () => {
  it('writes nothing but the protocol to its output, and ends with its input', async () => {
    const child = spawn(process.execPath, [BIN, 'mcp', '--workspace', workspace], { stdio: ['pipe', 'pipe', 'ignore'] });
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    const params = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'by hand', version: '1' } };
    child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params })}\n`);
    await expect.poll(() => out, { timeout: 20_000 }).toContain('\n');
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.stdin.end();
    expect(await ended).toBe(0);
    const lines = out
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(lines).toMatchObject([{ jsonrpc: '2.0', id: 1, result: { serverInfo: { name: 'foedus' } } }]);
  });
});
