import type { EndpointName } from '@yuheng/shared/contract/endpoints';
import { formOf, type TestServer } from '../../support/server';

/** What a request of an operation says that chance alone would never say: ids, days and files that belong together. */
export interface Recipe {
  /** Who may do it there; null: nobody signs in for it. */
  readonly as: string | null;
  /** By the name of a parameter or of a key of the body; what is not named here is left out where it may be. */
  readonly values: Readonly<Record<string, unknown>>;
  /** What If-Match names: the version in which the thing stands before anybody changes it. */
  readonly version?: number;
  /** One success uses it up, so only sound requests are made of it: a trick that happens to succeed would take it away unseen. */
  readonly isUsedUp?: true;
  /** The file of an upload, and what its form says beside it. */
  readonly file?: Buffer;
  readonly fields?: Readonly<Record<string, string>>;
}

export type Recipes = Readonly<Partial<Record<EndpointName, Recipe>>>;

/** The server, as what the recipes speak of is entered into it. */
export interface Kitchen {
  readonly server: TestServer;
  /** @throws Error where the answer is no success: a recipe that rests on it would speak of nothing. */
  say<Answer>(url: string, as: string, body: unknown, version?: number): Promise<Answer>;
  send<Answer>(url: string, as: string, file: Buffer): Promise<Answer>;
  read(url: string, as: string): Promise<Buffer>;
}

export function kitchenOf(server: TestServer): Kitchen {
  const asked = async (request: Parameters<TestServer['request']>[0]) => {
    const answer = await server.request(request);
    if (answer.status < 300) return answer;
    throw new Error(`${request.method ?? 'GET'} ${request.url} answers ${answer.status}: ${answer.text}`);
  };
  return {
    server,
    say: async <Answer>(url: string, as: string, body: unknown, version?: number): Promise<Answer> => {
      const headers: Record<string, string> = version === undefined ? {} : { 'if-match': `"${version}"` };
      return (await asked({ method: 'POST', url, as, body, headers })).json<Answer>();
    },
    send: async <Answer>(url: string, as: string, file: Buffer): Promise<Answer> =>
      (await asked({ method: 'POST', url, as, ...formOf(file) })).json<Answer>(),
    read: async (url, as) => (await asked({ url, as })).bytes,
  };
}
