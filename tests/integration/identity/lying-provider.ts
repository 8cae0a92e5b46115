import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the next ID token says otherwise than it should. */
export interface Lie {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  /** Signed by a key that the provider does not name. */
  readonly foreignKey?: boolean;
  /** Where its header brings the foreign key along: the key itself, or an address of ours at which it lies. */
  readonly keyInHeader?: 'jwk' | 'jku' | 'x5u';
  readonly withoutIdToken?: boolean;
  /** The issuer that the description of the provider names. */
  readonly describedIssuer?: (issuer: string) => string;
  /** What lies at another address, to which the provider leads on: all that is right is answered there. */
  readonly movedPath?: string;
}

export interface LyingProvider {
  readonly issuer: string;
  /** Set before the code is exchanged. */
  lie: Lie;
  /** What the authorization request asked the ID token to repeat. */
  nonce: string;
  /** The paths that were asked for, in order. */
  readonly asked: string[];
  stop(): Promise<void>;
}

const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const keyPair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
type KeyPair = ReturnType<typeof keyPair>;
const described = ({ publicKey }: KeyPair, kid: string) => ({
  ...publicKey.export({ format: 'jwk' }),
  kid,
  alg: 'RS256',
  use: 'sig',
});

/** Before the path of what a provider leads on to. */
export const MOVED = '/moved';

/** A provider that signs whatever it is told to: what a broken or hostile one could send. It has no pages. */
export async function runLyingProvider(clientId: string, subject: string): Promise<LyingProvider> {
  const [own, foreign] = [keyPair(), keyPair()];
  const server = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider: LyingProvider = {
    issuer,
    lie: {},
    nonce: '',
    asked: [],
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };

  function idToken(): string {
    const now = Math.floor(Date.now() / 1000);
    const { header, claims, foreignKey, keyInHeader } = provider.lie;
    const head = {
      alg: 'RS256',
      kid: keyInHeader ? 'foreign' : 'own',
      ...(keyInHeader === 'jwk' ? { jwk: described(foreign, 'foreign') } : {}),
      ...(keyInHeader && keyInHeader !== 'jwk' ? { [keyInHeader]: `${issuer}/foreign-keys` } : {}),
      ...header,
    };
    const body = {
      iss: issuer,
      sub: subject,
      aud: clientId,
      iat: now,
      exp: now + 60,
      nonce: provider.nonce,
      ...claims,
    };
    const text = `${base64(head)}.${base64(body)}`;
    return `${text}.${head.alg === 'none' ? '' : signature(text, foreignKey || keyInHeader ? foreign.privateKey : own.privateKey)}`;
  }

  const ANSWERS: Readonly<Record<string, () => unknown>> = {
    '/.well-known/openid-configuration': () => ({
      issuer: provider.lie.describedIssuer?.(issuer) ?? issuer,
      authorization_endpoint: `${issuer}/auth`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/keys`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
    }),
    '/keys': () => ({ keys: [described(own, 'own')] }),
    '/foreign-keys': () => ({ keys: [described(foreign, 'foreign')] }),
    '/token': () => ({
      access_token: 'x',
      token_type: 'Bearer',
      ...(provider.lie.withoutIdToken ? {} : { id_token: idToken() }),
    }),
  };

  function answer({ url = '' }: IncomingMessage, response: ServerResponse): void {
    provider.asked.push(url);
    if (url === provider.lie.movedPath) {
      // 307 keeps the method and the body.
      response.writeHead(307, { location: `${MOVED}${url}`, connection: 'close' }).end();
      return;
    }
    const body = ANSWERS[url.replace(MOVED, '')]?.();
    response.writeHead(body ? 200 : 404, { 'content-type': 'application/json', connection: 'close' });
    response.end(JSON.stringify(body ?? {}));
  }

  return provider;
}

const signature = (text: string, key: KeyObject): string =>
  createSign('RSA-SHA256').update(text).sign(key).toString('base64url');
