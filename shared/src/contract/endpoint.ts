import type * as z from 'zod';
import type { ProblemSlug } from './problem';
import type { Permission } from './roles';

/**
 * One endpoint as data. From this one table come the server's routes, validation and permissions, OpenAPI 3.1, the
 * typed web client and the every-endpoint × every-role test (architecture.md section 4).
 */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Whole path from /api/, parameters as `:name`. */
  readonly path: `/api/${string}`;
  readonly permission: Permission;
  /** One English sentence for OpenAPI. */
  readonly summary: string;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  /** A JSON body, or the form of a file upload. */
  readonly body?: z.ZodType;
  readonly upload?: true;
  /** The media types of the file that is answered instead of JSON; its `response` is null. */
  readonly files?: readonly string[];
  /**
   * The name of the act in the audit trail; done, refused or failed, it leaves one entry. Every endpoint that changes
   * something has one.
   */
  readonly act?: string;
  /**
   * `version`: the request says in `If-Match` which version it changes, as `"3"`; another one is 409 `conflict`, so that
   * two people on one thing never overwrite each other.
   */
  readonly precondition?: 'version';
  /**
   * The request may carry an `Idempotency-Key`: sent again with the same key and content by the same account it is
   * answered as before and not done again.
   */
  readonly idempotent?: true;
  /** Reached also by a session that has first to change its password or to give its second factor. */
  readonly restricted?: true;
  /** 302 leads a browser elsewhere. */
  readonly status: 200 | 201 | 204 | 302;
  readonly response: z.ZodType | null;
  /** Problems beyond those that every route can answer (401, 403, 500, 503). */
  readonly problems: readonly ProblemSlug[];
}

type Read<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

export type ParamsOf<E extends Endpoint> = Read<E['params']>;
export type QueryOf<E extends Endpoint> = Read<E['query']>;
export type BodyOf<E extends Endpoint> = Read<E['body']>;
export type ResponseOf<E extends Endpoint> = E['response'] extends z.ZodType ? z.output<E['response']> : void;
