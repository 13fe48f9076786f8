import path from 'node:path';
import { Hono } from 'hono';
import { DIST } from '../app/paths.ts';
import { triggerAnswer } from '../app/trigger.ts';
import { UserError } from '../app/user-error.ts';
import { verdictJson } from '../app/verdict-json.ts';
import { VERSION } from '../app/version.ts';
import { worldOf } from '../app/world.ts';
import type { Catalog } from '../core/catalog.ts';
import type { IsoDate } from '../core/states/types.ts';
import { dataRoutes } from './data-routes.ts';
import { ownRequestsOnly, secureHeaders, tokenOrCookie, type Secrets } from './guard.ts';
import { problem } from './problem.ts';
import { checked, jsonBody, limited } from './read-body.ts';
import { resources } from './resources/index.ts';
import { routesOf } from './routes.ts';
import { sendFile } from './static.ts';
import { triggerRequestSchema } from './trigger-request.ts';
import type { Queue } from './work/queue.ts';

export interface ApiOptions {
  readonly catalog: Catalog;
  readonly secrets: Secrets;
  /** The workspace whose store is asked. */
  readonly workspace: string;
  /** Where work waits that takes long. */
  readonly queue: Queue;
  /** The port it listens on, known once it does. */
  readonly port: () => number;
  /** One line a request, its path as sent and without its query. */
  readonly log: (line: string) => void;
  /** An error of the server's own, with its stack. */
  readonly fault: (report: string) => void;
  /** The day questions are asked on that name none; today when left out. */
  readonly today?: () => IsoDate;
  /** Folder of the built pages; the build's own when left out. */
  readonly web?: string;
}

/** Addresses of the pages themselves, which all are one file: plain words without a file's ending. */
const PAGE = /^\/([\w@~-]+(\/|$))*$/;

/** A line about a flag as one about the part of a question of its name; commands to run stay as they are. */
const asField = (line: string): string => (line.includes("'foedus ") ? line : line.replaceAll(/(?<=^|\s)--(?=[a-z])/g, ''));

/** Today where the server runs. */
function localDay(): IsoDate {
  const now = new Date();
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

/** The local server's routes: the pages, the catalog, the map, and for programs the law and data. */
export function createApi({ catalog, workspace, queue, secrets, port, log, fault, today = localDay, web = path.join(DIST, 'web') }: ApiOptions): Hono {
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

  app.get('/api/version', (c) => c.json({ version: VERSION, catalog: catalog.version, format: catalog.format }));
  app.post('/api/trigger', limited, async (c) => {
    const body = await jsonBody(c);
    if ('problem' in body) return body.problem;
    const question = checked(c, body.value, triggerRequestSchema);
    if ('problem' in question) return question.problem;
    world ??= worldOf(catalog, { shapes: true });
    return c.json(verdictJson(await triggerAnswer(catalog, world, question.value)));
  });
  app.route('/api', dataRoutes(workspace, queue));
  app.route('/api', routesOf(resources, { catalog, workspace, queue, world: () => (world ??= worldOf(catalog, { shapes: true })), today }));
  app.all('/api/*', (c) => problem(c, 404, 'Not found', `There is no ${c.req.method} ${c.req.path}.`));

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
    if (error instanceof UserError) {
      const hints = error.detail.map(asField);
      return problem(c, 422, 'Not a question', asField(error.message), hints.length === 0 ? {} : { hints });
    }
    fault(error.stack ?? error.message);
    return problem(c, 500, 'Failed', 'The server met an error of its own; where foedus serve runs it says more.');
  });
  return app;
}
