import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the next ID token says otherwise than it should. */
export interface Lie {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  /** Signed by a key that the provider does not name. */
  readonly foreignKey?: boolean;
  readonly withoutIdToken?: boolean;
}

export interface LyingProvider {
  readonly issuer: string;
  /** Set before the code is exchanged. */
  lie: Lie;
  /** What the authorization request asked the ID token to repeat. */
  nonce: string;
  stop(): Promise<void>;
}

const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const keyPair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });

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
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };

  function idToken(): string {
    const now = Math.floor(Date.now() / 1000);
    const { header, claims, foreignKey } = provider.lie;
    const head = { alg: 'RS256', kid: 'own', ...header };
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
    return `${text}.${head.alg === 'none' ? '' : signature(text, foreignKey ? foreign.privateKey : own.privateKey)}`;
  }

  const ANSWERS: Readonly<Record<string, () => unknown>> = {
    '/.well-known/openid-configuration': () => ({
      issuer,
      authorization_endpoint: `${issuer}/auth`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/keys`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
    }),
    '/keys': () => ({
      keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: 'own', alg: 'RS256', use: 'sig' }],
    }),
    '/token': () => ({
      access_token: 'x',
      token_type: 'Bearer',
      ...(provider.lie.withoutIdToken ? {} : { id_token: idToken() }),
    }),
  };

  function answer({ url = '' }: IncomingMessage, response: ServerResponse): void {
    const body = ANSWERS[url]?.();
    response.writeHead(body ? 200 : 404, { 'content-type': 'application/json', connection: 'close' });
    response.end(JSON.stringify(body ?? {}));
  }

  return provider;
}

const signature = (text: string, key: KeyObject): string =>
  createSign('RSA-SHA256').update(text).sign(key).toString('base64url');
