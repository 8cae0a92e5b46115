/** The OpenID Connect provider with which people may sign in beside the password. */
export interface OpenIdSettings {
  readonly issuer: string;
  readonly clientId: string;
  /** null: a public client; PKCE protects its code all the same. */
  readonly clientSecret: string | null;
  /** What the button on the sign-in page calls it. */
  readonly name: string;
}

const ISSUER = 'YUHENG_OPENID_ISSUER';
const CLIENT_ID = 'YUHENG_OPENID_CLIENT_ID';
const CLIENT_SECRET = 'YUHENG_OPENID_CLIENT_SECRET';
const NAME = 'YUHENG_OPENID_NAME';

/**
 * YUHENG_OPENID_ISSUER, _CLIENT_ID, _CLIENT_SECRET and _NAME; null without an issuer: then there is no such sign-in.
 *
 * @throws Error that names the variable: an issuer without a client id, or the other way round; an issuer that is no
 *   https address (http only on this very machine, for trying it out), or has an account, a query or a fragment.
 */
export function readOpenId(variables: NodeJS.ProcessEnv): OpenIdSettings | null {
  const issuer = variables[ISSUER];
  const clientId = variables[CLIENT_ID];
  if (!issuer) {
    const alone = [CLIENT_ID, CLIENT_SECRET, NAME].find((name) => variables[name]);
    if (!alone) return null;
    throw new Error(`${ISSUER} 未设置，但设置了 ${alone} / must be set where ${alone} is.`);
  }
  if (!isIssuer(issuer)) {
    // An account in it may have a password.
    const read = issuer.replace(/\/\/.*@/, '//…@');
    throw new Error(
      `${ISSUER} 应为 https 网址，不带账户、查询和片段，读到“${read}” / must be an https address without account, query and fragment.`,
    );
  }
  if (!clientId) throw new Error(`${CLIENT_ID} 未设置，但设置了 ${ISSUER} / must be set where ${ISSUER} is.`);
  return {
    issuer,
    clientId,
    clientSecret: variables[CLIENT_SECRET] || null,
    name: variables[NAME] || '统一身份认证',
  };
}

function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(text);
  const isTransportSafe = protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
  return isTransportSafe && [username, password, search, hash].every((part) => part === '');
}

/** What a URL may be fetched from without TLS: this machine. */
const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
