import { Hono } from 'hono';
import type { Place } from './place.ts';
import { problem } from './problem.ts';
import { limited } from './read-body.ts';
import type { Resource } from './resource.ts';

/** The routes of some resources. What a path has no method for is 405, and OPTIONS says which there are. */
export function routesOf(resources: readonly Resource[], place: Place): Hono {
  const app = new Hono();
  for (const { method, path, respond } of resources) {
    app.on(method, [routePath(path)], limited, (c) => respond(c, place));
  }
  for (const path of new Set(resources.map((one) => one.path))) {
    const allow = methodsOf(resources, path).join(', ');
    app.all(routePath(path), (c) => {
      c.header('Allow', allow);
      return c.req.method === 'OPTIONS' ? c.body(null, 204) : problem(c, 405, 'Method not allowed', `${c.req.path} answers ${allow}.`);
    });
  }
  return app;
}

const routePath = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1');

function methodsOf(resources: readonly Resource[], path: string): readonly string[] {
  const methods = resources.filter((one) => one.path === path).map(({ method }) => method);
  return [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'];
}
