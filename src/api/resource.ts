import type { Context } from 'hono';
import * as z from 'zod';
import type { Place } from './place.ts';
import { checked, jsonBody } from './read-body.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

export const GROUPS = {
  program: 'The program itself',
  catalog: 'What foedus knows out of the box',
  law: 'Who owes what to whom, and when',
  treaties: 'Treaties as texts',
  politics: 'Chances, costs and gains',
  data: 'The store: sources, panels, measures, networks',
  estimation: 'What data say: estimates and facts',
  work: 'What the workspace keeps: drafts and studies',
  jobs: 'Long work, watched and stopped',
} as const;
export type Group = keyof typeof GROUPS;

/** What a request is made of: parts of the path, the query, a JSON body. */
export interface Asks {
  readonly parts?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
}

interface Described {
  readonly method: Method;
  /** After `/api`, its parts in braces: `/drafts/{name}`. */
  readonly path: string;
  /** Name of the operation, for programs made from the document. */
  readonly id: string;
  readonly group: Group;
  readonly summary: string;
  readonly description?: string;
  /** Request headers that matter, with what they say. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Of a JSON answer; left out where only files are answered, or nothing. */
  readonly answer?: z.ZodType;
  /** Where all goes well: 200 when left out. */
  readonly status?: 200 | 201 | 202 | 204;
  /** JSON answers under other statuses. */
  readonly also?: Readonly<Record<number, z.ZodType>>;
  /** Media types of other answers. */
  readonly files?: readonly string[];
  /** Statuses of problems beside those that every resource has. */
  readonly problems?: readonly number[];
}

/** What is asked and answered under one path by one method: routes, checks and the OpenAPI document are made from it. */
export interface Resource extends Described {
  readonly asks: Asks;
  readonly respond: (c: Context, place: Place) => Promise<Response>;
}

interface Definition<S extends Asks & z.core.$ZodLooseShape> extends Described {
  readonly asks: S;
  readonly handle: (asked: z.output<z.ZodObject<S>>, c: Context, place: Place) => Response | Promise<Response>;
}

/** A resource from the schemas of its parts and what answers it: requests that they do not take never reach that. */
export function defineResource<S extends Asks & z.core.$ZodLooseShape>({ asks, handle, ...described }: Definition<S>): Resource {
  const schema = z.object(asks);
  return {
    ...described,
    asks,
    respond: async (c, place) => {
      const sent = asks.body === undefined ? { value: undefined } : await jsonBody(c);
      if ('problem' in sent) return sent.problem;
      const read = checked(c, { parts: c.req.param(), query: queryOf(c), body: sent.value }, schema);
      return 'problem' in read ? read.problem : handle(read.value, c, place);
    },
  };
}

/** The query, a name that is given twice as a list. */
function queryOf(c: Context): Readonly<Record<string, string | readonly string[]>> {
  return Object.fromEntries(Object.entries(c.req.queries()).map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]));
}
