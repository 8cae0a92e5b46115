import { Injectable } from '@nestjs/common';
import { Settings } from '../../config/settings';
import type { OpenIdSettings } from '../../config/open-id';

/** openid-client is an ES module: it is imported when it is first needed, and only where a provider is configured. */
const load = () => import('openid-client');
type Client = Awaited<ReturnType<typeof load>>;
type Configuration = Awaited<ReturnType<Client['discovery']>>;

/** What one sign-in has to remember until the provider leads back. */
export interface Checks {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** What the provider says of who signed in there. */
export interface ProviderAnswer {
  readonly subject: string;
  /** It asked for a second factor itself. */
  readonly secondFactor: boolean;
}

/** Ways of authentication (RFC 8176) that are, or include, something one has. */
const SECOND_FACTORS: readonly unknown[] = ['otp', 'mfa', 'hwk'];
/** A provider that answers later than this is as one that is down. */
const TIMEOUT_SECONDS = 10;

/**
 * The configured OpenID Connect provider: authorization code with PKCE, state and nonce. What it is able to do is asked
 * for at the first sign-in and kept; a provider that was down is asked again by the next one.
 */
@Injectable()
export class OpenIdProvider {
  private known: Promise<{ client: Client; configuration: Configuration }> | null = null;

  constructor(private readonly settings: Settings) {}

  get configured(): OpenIdSettings | null {
    return this.settings.environment.openId;
  }

  /** Where to lead the browser, and what to check when it comes back. */
  async begin(redirectUri: string): Promise<{ url: URL; checks: Checks }> {
    const { client, configuration } = await this.discovered();
    const checks = {
      state: client.randomState(),
      nonce: client.randomNonce(),
      codeVerifier: client.randomPKCECodeVerifier(),
    };
    const url = client.buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri,
      scope: 'openid',
      state: checks.state,
      nonce: checks.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(checks.codeVerifier),
      code_challenge_method: 'S256',
    });
    return { url, checks };
  }

  /** Exchanges the code of the address that the browser was led back to; the signature of the ID token is checked. */
  async finish(address: URL, { state, nonce, codeVerifier }: Checks): Promise<ProviderAnswer> {
    const { client, configuration } = await this.discovered();
    const tokens = await client.authorizationCodeGrant(configuration, address, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: codeVerifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) throw new Error('The provider answered without an ID token.');
    const { sub, amr } = claims;
    return {
      subject: sub,
      secondFactor: Array.isArray(amr) && amr.some((one) => SECOND_FACTORS.includes(one)),
    };
  }

  private discovered(): NonNullable<OpenIdProvider['known']> {
    this.known ??= this.discover().catch((failure: unknown) => {
      this.known = null;
      throw failure;
    });
    return this.known;
  }

  private async discover(): Promise<{ client: Client; configuration: Configuration }> {
    if (!this.configured) throw new Error('No OpenID provider is configured.');
    const { issuer, clientId, clientSecret } = this.configured;
    const client = await load();
    const server = new URL(issuer);
    const configuration = await client.discovery(
      server,
      clientId,
      {},
      clientSecret === null ? client.None() : client.ClientSecretBasic(clientSecret),
      {
        timeout: TIMEOUT_SECONDS,
        // The environment takes an address without TLS only on this very machine.
        execute: [
          client.enableNonRepudiationChecks,
          ...(server.protocol === 'http:' ? [client.allowInsecureRequests] : []),
        ],
      },
    );
    return { client, configuration };
  }
}
