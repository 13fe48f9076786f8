import path from 'node:path';
import { Hono } from 'hono';
import { etag } from 'hono/etag';
import { DIST } from '../app/paths.ts';
import { worldOf } from '../app/world.ts';
import type { Catalog } from '../core/catalog.ts';
import type { IsoDate } from '../core/states/types.ts';
import { ownRequestsOnly, secureHeaders, tokenOrCookie, type Secrets } from './guard.ts';
import { FAILED, problem, problemOf, sendProblem } from './problem.ts';
import { resources } from './resources/index.ts';
import { routesOf } from './routes.ts';
import { sendFile } from './static.ts';
import type { Jobs } from './work/jobs.ts';
import type { Queue } from './work/queue.ts';

export interface ApiOptions {
  readonly catalog: Catalog;
  readonly secrets: Secrets;
  /** The workspace whose store is asked. */
  readonly workspace: string;
  /** Where work waits that takes long. */
  readonly queue: Queue;
  /** Long work that is watched. */
  readonly jobs: Jobs;
  /** The port it listens on, known once it does. */
  readonly port: () => number;
  /** One line a request, its path as sent and without its query. */
  readonly log: (line: string) => void;
  /** An error of the server's own, with its stack. */
  readonly fault: (report: string) => void;
  /** The day that questions mean which name none. */
  readonly today: () => IsoDate;
  /** Folder of the built pages; the build's own when left out. */
  readonly web?: string;
}

/** Addresses of the pages themselves, which all are one file: plain words without a file's ending. */
const PAGE = /^\/([\w@~-]+(\/|$))*$/;

/** The local server's routes: the pages, what they draw on, and under `/api` what programs ask. */
export function createApi({ catalog, workspace, queue, jobs, secrets, port, log, fault, today, web = path.join(DIST, 'web') }: ApiOptions): Hono {
  const app = new Hono();
  const catalogText = JSON.stringify(catalog);
  let world: ReturnType<typeof worldOf> | undefined;

  app.use(async (c, next) => {
    const start = performance.now();
    await next();
    log(`${c.req.method} ${new URL(c.req.url).pathname} ${c.res.status} ${(performance.now() - start).toFixed(0)} ms`);
  });
  app.use(secureHeaders);
  app.use(ownRequestsOnly(port));
  app.use(tokenOrCookie(secrets, port));

  app.route('/api', routesOf(resources, { catalog, workspace, queue, jobs, world: () => (world ??= worldOf(catalog, { shapes: true })), today }));
  app.all('/api/*', (c) => problem(c, 404, 'Not found', `There is no ${c.req.method} ${c.req.path}.`));

  // What pages draw on is sent again only where it changed.
  for (const path of ['/catalog.json', '/facts.json', '/world/*']) app.get(path, etag());
  app.get('/catalog.json', (c) => c.body(catalogText, 200, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-cache' }));
  app.get('/facts.json', async (c) => (await sendFile(c, DIST, '/facts.json')) ?? c.notFound());
  app.get('/world/*', async (c) => (await sendFile(c, DIST, c.req.path)) ?? c.notFound());
  app.get('*', async (c) => {
    const isPage = PAGE.test(c.req.path);
    const sent = await sendFile(c, web, isPage ? '/index.html' : c.req.path);
    return sent ?? (isPage ? c.text('The pages are not built: run `npm run build`.', 503) : c.notFound());
  });

  app.notFound((c) => c.text('Not found', 404));
  app.onError((error, c) => {
    const told = problemOf(error);
    if (told !== undefined) return sendProblem(c, told);
    fault(error.stack ?? error.message);
    return sendProblem(c, FAILED);
  });
  return app;
}
