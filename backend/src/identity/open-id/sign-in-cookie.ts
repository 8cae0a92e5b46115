import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ColumnCipherService, EncryptedColumn } from '../../personal-data/column-cipher.service';
import type { Checks } from './open-id-provider';

/** What one sign-in by OpenID has to remember until the provider leads back. */
export interface UnderWay {
  readonly checks: Checks;
  readonly returnTo: string;
}

/** So long a person may take at the provider. */
const LIFETIME_SECONDS = 600;

/** Where the cipher text belongs, as if it were a column: it opens nowhere else. */
const COOKIE: EncryptedColumn = { table: 'cookie', column: 'open_id', rowKey: 'state', hashColumn: null };

const nameOf = (isSecure: boolean): string => (isSecure ? '__Host-yuheng_openid' : 'yuheng_openid');

/**
 * A sign-in under way stands in a cookie of the browser that began it and nowhere else, so that any of several servers
 * can finish it and nobody can be made to finish somebody else's. It is encrypted and authenticated with the key of the
 * installation, because the verifier of the code is a secret, and bound to the state: it opens for no other answer of the
 * provider. SameSite=Lax, because the provider's redirect comes from another site, where a Strict cookie stays behind.
 */
export class SignInCookie {
  constructor(
    private readonly cipher: ColumnCipherService,
    private readonly isSecure: boolean,
  ) {}

  write(reply: FastifyReply, underWay: UnderWay, now: Date): void {
    const until = now.getTime() + LIFETIME_SECONDS * 1000;
    const text = this.cipher.encrypt(JSON.stringify({ ...underWay, until }), COOKIE, underWay.checks.state);
    this.set(reply, text, LIFETIME_SECONDS);
  }

  /** What was begun in this browser under that state; null where nothing was, or too long ago. */
  read(request: FastifyRequest, state: string, now: Date): UnderWay | null {
    const text = new RegExp(`(?:^|;\\s*)${nameOf(this.isSecure)}=([A-Za-z0-9._-]+)(?:;|$)`).exec(
      request.headers.cookie ?? '',
    )?.[1];
    if (!text) return null;
    try {
      const { until, ...underWay } = JSON.parse(this.cipher.decrypt(text, COOKIE, state)) as UnderWay & {
        until: number;
      };
      return until > now.getTime() ? underWay : null;
    } catch {
      return null;
    }
  }

  clear(reply: FastifyReply): void {
    this.set(reply, '', 0);
  }

  private set(reply: FastifyReply, value: string, seconds: number): void {
    const attributes = ['Path=/', 'HttpOnly', 'SameSite=Lax', `Max-Age=${seconds}`];
    if (this.isSecure) attributes.push('Secure');
    void reply.header('set-cookie', `${nameOf(this.isSecure)}=${value}; ${attributes.join('; ')}`);
  }
}
