import { Injectable } from '@nestjs/common';
import type { Wall, WallLink } from '@yuheng/shared/contract/wall';
import { mayDo } from '@yuheng/shared/contract/roles';
import type { FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import type { Act } from '../../audit/act';
import type { SignedIn } from '../../identity/signed-in';
import { SessionsService } from '../../identity/sessions.service';
import { askedOf, type AskedEvents } from './as-events';
import { WallLinksService } from './wall-links.service';
import { WallStreamsService } from './wall-streams.service';
import { WallService, type WallWanted } from './wall.service';

/** The wall as it is opened: by an account that reads the city, or by a link alone. */
@Injectable()
export class OpenWallService {
  constructor(
    private readonly walls: WallService,
    private readonly links: WallLinksService,
    private readonly streams: WallStreamsService,
    private readonly sessions: SessionsService,
  ) {}

  ofAccount(account: SignedIn, wanted: WallWanted): Promise<Wall> {
    return this.walls.read(account.scope, wanted);
  }

  async ofLink(token: string): Promise<Wall> {
    const { scope, wanted } = await this.links.open(token);
    return this.walls.read(scope, wanted);
  }

  /** A program with an access token is told what stands and asks again: only a session is looked at while it listens. */
  eventsOfAccount(account: SignedIn, wanted: WallWanted, request: FastifyRequest): Promise<Readable> {
    const session = this.sessions.tokenOf(request);
    const asked = askedOf(request);
    return this.streams.open({
      key: `account/${account.scope.counties.join()}/${wanted.program}/${wanted.year}`,
      holder: `account/${account.accountId}`,
      read: () => this.walls.read(account.scope, wanted),
      stillMay: async () => session !== null && mayDo('wall:read', await this.sessions.rolesUnused(session)),
      shows: asked.shows,
      staysOpen: asked.staysOpen && session !== null,
    });
  }

  async eventsOfLink(token: string, { shows, staysOpen }: AskedEvents): Promise<Readable> {
    const { link, scope, wanted } = await this.links.open(token);
    return this.streams.open({
      key: `link/${wanted.program}`,
      holder: `link/${link}`,
      // The year may end while the wall hangs there.
      read: () => this.ofLinkNow(scope, wanted.program),
      stillMay: () => this.links.works(token),
      shows,
      staysOpen,
    });
  }

  async revoke(act: Act, by: SignedIn, link: string): Promise<WallLink> {
    const revoked = await this.links.revoke(act, by, link);
    this.streams.endOf(`link/${link}`);
    return revoked;
  }

  private ofLinkNow(scope: SignedIn['scope'], program: WallWanted['program']): Promise<Wall> {
    return this.walls.read(scope, { program, year: this.links.year() });
  }
}
