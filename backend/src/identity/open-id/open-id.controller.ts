import { Controller, Res } from '@nestjs/common';
import type { QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Act } from '../../audit/act';
import { Settings } from '../../config/settings';
import { Acting, Query, Route } from '../../http/route';
import { ColumnCipherService } from '../../personal-data/column-cipher.service';
import { writeSessionCookie } from '../session-cookie';
import { visitorOf } from '../sign-in/visitor';
import { OpenIdFailure, OpenIdService } from './open-id.service';
import { returnPath } from './return-path';
import { SignInCookie } from './sign-in-cookie';

/**
 * The two stations of a sign-in by OpenID, which a browser reaches by following links. The session cookie is
 * SameSite=Strict: it is set here although the provider, another site, leads the browser to this answer, but browsers do
 * not send it with the page that this answer leads to. They need not: the page is the same for everybody, and what it
 * then asks the API comes from our own site and carries the cookie.
 */
@Controller()
export class OpenIdController {
  private readonly cookie: SignInCookie;

  constructor(
    private readonly openId: OpenIdService,
    private readonly settings: Settings,
    cipher: ColumnCipherService,
  ) {
    this.cookie = new SignInCookie(cipher, settings.environment.secureCookie);
  }

  @Route(endpoints.readSignInOptions)
  options(): ResponseOf<typeof endpoints.readSignInOptions> {
    return this.openId.options();
  }

  @Route(endpoints.beginOpenId)
  async begin(
    @Query(endpoints.beginOpenId) query: QueryOf<typeof endpoints.beginOpenId>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await leadOn(reply, async () => {
      const { url, checks } = await this.openId.begin(this.callbackOf(reply.request));
      const underWay = { checks, returnTo: returnPath(query.return) };
      this.cookie.write(reply, underWay, this.settings.clock.now());
      return url.href;
    });
  }

  @Route(endpoints.finishOpenId)
  async finish(@Acting() act: Act, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await leadOn(reply, async () => {
      const { request } = reply;
      const address = `${this.callbackOf(request)}${queryOf(request)}`;
      // No provider leads to a Host that is none.
      if (!URL.canParse(address)) throw new OpenIdFailure('openid-failed', 'the address is none');
      const state = new URL(address).searchParams.get('state') ?? '';
      const underWay = this.cookie.read(request, state, this.settings.clock.now());
      this.cookie.clear(reply);
      if (!underWay) throw new OpenIdFailure('openid-failed', 'nothing is under way in this browser');
      const token = await this.openId.finish(act, new URL(address), underWay.checks, visitorOf(request));
      writeSessionCookie(reply, token, this.settings.environment.secureCookie);
      return underWay.returnTo;
    });
  }

  /** What the provider knows this program by: the public address where it is set, else the host that was asked. */
  private callbackOf(request: FastifyRequest): string {
    const { publicUrl, secureCookie } = this.settings.environment;
    const origin = publicUrl ?? `${secureCookie ? 'https' : 'http'}://${request.host}`;
    return `${origin}${endpoints.finishOpenId.path}`;
  }
}

/** With its question mark, as it came. */
function queryOf({ url }: FastifyRequest): string {
  const start = url.indexOf('?');
  return start < 0 ? '' : url.slice(start);
}

/** Leads the browser on: to where the work says, or to the sign-in page with what went wrong. */
async function leadOn(reply: FastifyReply, work: () => Promise<string>): Promise<void> {
  void reply.header('cache-control', 'no-store');
  try {
    void reply.header('location', await work());
  } catch (failure) {
    if (!(failure instanceof OpenIdFailure)) throw failure;
    // Told at `info`: anybody can call the way back, and must not fill the log of an ordinary day from outside.
    reply.log.info({ problem: failure.problem, kind: failure.kind }, 'a sign-in by OpenID came to nothing');
    void reply.header('location', `/sign-in?problem=${failure.problem}`);
  }
}
