import { Controller, Req, Res } from '@nestjs/common';
import type { BodyOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Settings } from '../config/settings';
import type { Act } from '../audit/act';
import { Acting, Body, Route } from '../http/route';
import { FirstAdministratorService } from './first-administrator/first-administrator.service';
import { readSessionCookie, writeSessionCookie } from './session-cookie';
import { SessionsService } from './sessions.service';

@Controller()
export class SessionsController {
  constructor(
    private readonly sessions: SessionsService,
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
    const { token, session } = await this.sessions.signIn(act, body, {
      address: request.ip,
      userAgent: request.headers['user-agent'] ?? '',
    });
    writeSessionCookie(reply, token, this.settings.environment.secureCookie);
    return session;
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
