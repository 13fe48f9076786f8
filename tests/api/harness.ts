import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'vitest';
import { startServer, type RunningServer, type ServeOptions } from '../../src/api/serve.ts';
import { loadCatalog } from '../../src/app/load-catalog.ts';

/** A running server with a workspace of its own, asked as a program asks: with the token. */
export interface TestServer {
  readonly server: RunningServer;
  readonly workspace: string;
  readonly token: string;
  readonly faults: readonly string[];
  readonly logged: readonly string[];
  readonly ask: (address: string, init?: { method?: string; headers?: Readonly<Record<string, string>>; json?: unknown; body?: string }) => Promise<Response>;
  readonly close: () => Promise<void>;
}

/** Today for the servers of tests. */
export const TODAY = '2025-06-01';

export async function startTestServer(options: Partial<ServeOptions> = {}): Promise<TestServer> {
  const workspace = options.workspace ?? mkdtempSync(path.join(tmpdir(), 'foedus-test-'));
  const faults: string[] = [];
  const logged: string[] = [];
  const server = await startServer({
    catalog: loadCatalog(),
    port: 0,
    today: () => TODAY,
    log: (line) => void logged.push(line),
    fault: (report) => void faults.push(report),
    ...options,
    workspace,
  });
  const { origin, searchParams } = new URL(server.link);
  const token = searchParams.get('token') ?? '';
  return {
    server,
    workspace,
    token,
    faults,
    logged,
    ask: (address, { method = 'GET', headers = {}, json, body } = {}) => {
      const sent = json === undefined ? body : JSON.stringify(json);
      return fetch(`${origin}${address}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          connection: 'close',
          ...(sent !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(sent !== undefined && { body: sent }),
      });
    },
    close: async () => {
      await server.close();
      if (options.workspace === undefined) rmSync(workspace, { recursive: true, force: true });
    },
  };
}

/** Checks that an answer is a problem (RFC 9457) of a status, whose detail holds some words. */
export async function expectProblem(response: Response, status: number, detail = ''): Promise<void> {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(await response.json()).toMatchObject({ type: 'about:blank', status, detail: expect.stringContaining(detail) });
  expect(response.status).toBe(status);
}
