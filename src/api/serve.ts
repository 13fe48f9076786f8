import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { UserError } from '../app/user-error.ts';
import { createApi, type ApiOptions } from './app.ts';
import { newSecret } from './guard.ts';
import { createJobs } from './work/jobs.ts';
import { createQueue, type QueueOptions } from './work/queue.ts';

export interface RunningServer {
  readonly port: number;
  /** The link that opens the pages, its token included. */
  readonly link: string;
  readonly close: () => Promise<void>;
}

export interface ServeOptions extends Pick<ApiOptions, 'catalog' | 'workspace' | 'log' | 'fault' | 'web' | 'today'> {
  /** Left out: the usual port, or any free one where it is taken. */
  readonly port?: number;
  /** How work that takes long is done. */
  readonly work?: QueueOptions;
  /** How long a request may take to arrive, in milliseconds; half a minute when left out. */
  readonly patience?: number;
}

/** Where the pages are looked for first, so that a browser finds what it saved for them. */
export const USUAL_PORT = 7414;

/** How many jobs may wait; they hold up no question that is answered at once. */
const JOBS = 20;

/** More than browsers and programs of one person open; what waits beyond is closed. */
const CONNECTIONS = 1000;

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

const isTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

/**
 * Starts the local server, on 127.0.0.1 alone.
 * @throws {UserError} where the port asked for is taken or not allowed
 */
export async function startServer({ port: wanted, work, patience = 30_000, ...options }: ServeOptions): Promise<RunningServer> {
  let port = 0;
  const secrets = { token: newSecret(), session: newSecret() };
  const { workspace, today, fault } = options;
  const [queue, line] = [createQueue(work), createQueue({ ...work, places: JOBS })];
  const jobs = createJobs({ queue: line, workspace, today, fault });
  const api = createApi({ ...options, queue, jobs, secrets, port: () => port });
  const server = createServer(
    { requestTimeout: patience, headersTimeout: patience, connectionsCheckingInterval: Math.min(patience, 5000) },
    getRequestListener(api.fetch),
  );
  server.maxConnections = CONNECTIONS;
  try {
    port = await listen(server, wanted ?? USUAL_PORT);
  } catch (error) {
    if (wanted !== undefined || !isTaken(error)) {
      throw new UserError(`--port: ${wanted ?? USUAL_PORT} ${isTaken(error) ? 'is taken; name another, or 0 for any' : 'cannot be used'}.`, [], {
        cause: error,
      });
    }
    port = await listen(server, 0);
  }
  return {
    port,
    link: `http://127.0.0.1:${port}/?token=${secrets.token}`,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await Promise.all([closed, queue.close(), jobs.close().then(line.close)]);
    },
  };
}
