import { DEMONSTRATION_PASSWORD } from '@yuheng/backend/identity/sessions.service';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { TestServer } from '../../support/server';
import type { FuzzAnswer, FuzzRequest } from './fuzz-request';
import { sendRaw } from './raw-http';

/** Signs in from here, so that the failures of the fuzzed sign-ins never count against it. */
const OWN_ADDRESS = '192.0.2.1';

/** Sends requests with the sessions of their accounts, which it opens as they are needed. */
export class FuzzClient {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly server: TestServer) {}

  /** Forgets a session that its own account has ended. */
  forget(username: string): void {
    this.cookies.delete(username);
  }

  /** Wrong passwords lock the fuzzer's own accounts as well: it could not see what comes after them. */
  async unlock(): Promise<void> {
    await this.server.sql('delete from sign_in_failure');
  }

  async send(request: FuzzRequest): Promise<FuzzAnswer> {
    const cookie = request.as !== null && request.session !== 'none' ? await this.cookieOf(request.as) : null;
    if (request.framing) return sendRaw(request, cookie, await this.port());
    return this.inject(request, cookie);
  }

  async cookieOf(username: string): Promise<string> {
    const known = this.cookies.get(username);
    if (known !== undefined) return known;
    await this.unlock();
    const answer = await this.fastify().inject({
      method: 'POST',
      url: '/api/session',
      payload: { username, password: DEMONSTRATION_PASSWORD },
      remoteAddress: OWN_ADDRESS,
    });
    const cookie = /yuheng_session=[^;]+/.exec(String(answer.headers['set-cookie']))?.[0];
    if (cookie === undefined) throw new Error(`${username} could not sign in: ${answer.body}`);
    this.cookies.set(username, cookie);
    return cookie;
  }

  private async inject(request: FuzzRequest, cookie: string | null): Promise<FuzzAnswer> {
    const { method, target, headers, body } = request;
    const sent: Record<string, string> = {};
    for (const [name, value] of headers) sent[name] = value;
    // The session stands among the fuzzer's own cookies, as a browser would send them: in one header.
    const cookies = [cookie, sent['cookie']].filter((one) => one);
    if (cookies.length > 0) sent['cookie'] = cookies.join('; ');
    const started = performance.now();
    const answer = await this.fastify().inject({
      method: method as 'GET',
      url: target,
      headers: sent,
      ...(body ? { payload: body } : {}),
    });
    return {
      status: answer.statusCode,
      headers: answer.headers as Record<string, string | undefined>,
      text: textOf(answer.rawPayload, answer.headers['content-encoding']),
      milliseconds: performance.now() - started,
    };
  }

  private async port(): Promise<number> {
    const { server } = this.fastify();
    if (!server.listening) await this.server.app.listen(0, '127.0.0.1');
    return (server.address() as AddressInfo).port;
  }

  private fastify() {
    return this.server.app.getHttpAdapter().getInstance();
  }
}

function textOf(bytes: Buffer, encoding: unknown): string {
  if (encoding === 'gzip') return gunzipSync(bytes).toString('utf8');
  return (encoding === 'br' ? brotliDecompressSync(bytes) : bytes).toString('utf8');
}
