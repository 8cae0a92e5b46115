import { Controller, Req, Res } from '@nestjs/common';
import type { BodyOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Settings } from '../config/settings';
import type { Act } from '../audit/act';
import { Account, Acting, Body, Route } from '../http/route';
import { FirstAdministratorService } from './first-administrator/first-administrator.service';
import { SecondFactorService } from './second-factor/second-factor.service';
import { readSessionCookie, writeSessionCookie } from './session-cookie';
import { SessionsService } from './sessions.service';
import { SignInService } from './sign-in/sign-in.service';
import { visitorOf } from './sign-in/visitor';
import type { SignedIn } from './signed-in';

@Controller()
export class SessionsController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly signIns: SignInService,
    private readonly secondFactor: SecondFactorService,
    private readonly firstAdministrator: FirstAdministratorService,
    private readonly settings: Settings,
  ) {}

  @Route(endpoints.signIn)
  async signIn(
    @Acting() act: Act,
    @Body(endpoints.signIn) body: BodyOf<typeof endpoints.signIn>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ResponseOf<typeof endpoints.signIn>> {
    const token = await this.signIns.signIn(act, body, visitorOf(request));
    writeSessionCookie(reply, token, this.settings.environment.secureCookie);
    return this.sessions.read(token);
  }

  @Route(endpoints.confirmSession)
  async confirm(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Body(endpoints.confirmSession) { code }: BodyOf<typeof endpoints.confirmSession>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ResponseOf<typeof endpoints.confirmSession>> {
    const token = await this.secondFactor.confirmSession(act, account, code);
    if (token) writeSessionCookie(reply, token, this.settings.environment.secureCookie);
    return this.sessions.read(token ?? readSessionCookie(reply.request));
  }

  @Route(endpoints.readSession)
  read(@Req() request: FastifyRequest): Promise<ResponseOf<typeof endpoints.readSession>> {
    return this.sessions.read(readSessionCookie(request));
  }

  @Route(endpoints.signOut)
  async signOut(
    @Acting() act: Act,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.signOut(act, readSessionCookie(request));
    writeSessionCookie(reply, null, this.settings.environment.secureCookie);
  }

  @Route(endpoints.makeFirstAdministrator)
  makeFirstAdministrator(
    @Acting() act: Act,
    @Body(endpoints.makeFirstAdministrator) body: BodyOf<typeof endpoints.makeFirstAdministrator>,
  ): Promise<ResponseOf<typeof endpoints.makeFirstAdministrator>> {
    return this.firstAdministrator.make(act, body);
  }
}
