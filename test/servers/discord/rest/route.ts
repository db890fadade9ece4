import type { Schema } from '../rules/schema.ts';
import type { Files } from '../world/messages.ts';
import type { World } from '../world/world.ts';

export interface Request {
  world: World;
  /** The route it came on, such as `POST /channels/:channel/messages`. */
  route: string;
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  // Checked against the route's schema before anything reads it.
  // biome-ignore lint/suspicious/noExplicitAny: its type is the business of each resource
  body: any;
  files: Files;
}

export interface Reply {
  status: number;
  body?: unknown;
  /** Bytes in place of JSON. */
  bytes?: Uint8Array;
  type?: string;
  headers?: Record<string, string>;
}

/** One thing that may be asked of the API. */
export interface Route {
  /** Method and path, with `:name` for what varies. */
  on: string;
  /** Discord's schema of the body; a function where that depends on the body. */
  schema?: Schema | ((body: unknown) => Schema | undefined);
  /** Needs no bot token. */
  open?: boolean;
  run(request: Request): Reply | Promise<Reply>;
}

export const ok = (body: unknown): Reply => ({ status: 200, body });
export const nothing = (): Reply => ({ status: 204 });

/** A path with the parts that vary written alike, so that `:id` and `:channel` are the same. */
export const shapeOf = (on: string): string => on.replace(/:\w+/g, ':');
