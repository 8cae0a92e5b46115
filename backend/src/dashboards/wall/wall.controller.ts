import { Controller, Req, Res } from '@nestjs/common';
import type { BodyOf, ParamsOf, QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import type { Act } from '../../audit/act';
import { Account, Acting, Body, Params, Query, Route } from '../../http/route';
import type { SignedIn } from '../../identity/signed-in';
import { OpenWallService } from './open-wall.service';
import { asEvents, askedOf } from './as-events';
import { WallLinksService } from './wall-links.service';

@Controller()
export class WallController {
  constructor(
    private readonly walls: OpenWallService,
    private readonly links: WallLinksService,
  ) {}

  @Route(endpoints.readWall)
  read(
    @Account() account: SignedIn,
    @Query(endpoints.readWall) query: QueryOf<typeof endpoints.readWall>,
  ): Promise<ResponseOf<typeof endpoints.readWall>> {
    return this.walls.ofAccount(account, query);
  }

  @Route(endpoints.wallEvents)
  async events(
    @Account() account: SignedIn,
    @Query(endpoints.wallEvents) query: QueryOf<typeof endpoints.wallEvents>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Readable> {
    return asEvents(reply, await this.walls.eventsOfAccount(account, query, request));
  }

  @Route(endpoints.openWall)
  open(
    @Params(endpoints.openWall) { token }: ParamsOf<typeof endpoints.openWall>,
  ): Promise<ResponseOf<typeof endpoints.openWall>> {
    return this.walls.ofLink(token);
  }

  @Route(endpoints.openWallEvents)
  async openEvents(
    @Params(endpoints.openWallEvents) { token }: ParamsOf<typeof endpoints.openWallEvents>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Readable> {
    return asEvents(reply, await this.walls.eventsOfLink(token, askedOf(request)));
  }

  @Route(endpoints.listWallLinks)
  list(@Account() account: SignedIn): Promise<ResponseOf<typeof endpoints.listWallLinks>> {
    return this.links.list(account);
  }

  @Route(endpoints.createWallLink)
  create(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Body(endpoints.createWallLink) body: BodyOf<typeof endpoints.createWallLink>,
  ): Promise<ResponseOf<typeof endpoints.createWallLink>> {
    return this.links.create(act, account, body);
  }

  @Route(endpoints.revokeWallLink)
  revoke(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Params(endpoints.revokeWallLink) { wallLink }: ParamsOf<typeof endpoints.revokeWallLink>,
  ): Promise<ResponseOf<typeof endpoints.revokeWallLink>> {
    return this.walls.revoke(act, account, wallLink);
  }
}
