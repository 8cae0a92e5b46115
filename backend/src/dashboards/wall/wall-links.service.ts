import { Injectable } from '@nestjs/common';
import type { BodyOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import type { WallLink } from '@yuheng/shared/contract/wall';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import { isoDate, yearOf } from '@yuheng/shared/domain/period/year-month';
import { refusedEndDay } from '@yuheng/shared/domain/wall/link-days';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import type { Act } from '../../audit/act';
import { AuditTrail } from '../../audit/audit-trail';
import { Settings } from '../../config/settings';
import { NO_SCOPE, type Scope } from '../../database/scope';
import { scoped } from '../../database/scoped-transaction';
import { ProblemException } from '../../http/problem-exception';
import type { SignedIn } from '../../identity/signed-in';
import { PlacesService } from '../../regions/places.service';
import type { WallWanted } from './wall.service';
import { WallLinksRepository, type NamedLink } from './wall-links.repository';

type Body = BodyOf<typeof endpoints.createWallLink>;

/** What a link opens. */
export interface OpenedLink {
  readonly link: string;
  readonly scope: Scope;
  readonly wanted: WallWanted;
}

const BEIJING_MS = 8 * 3_600_000;
const DAY_MS = 24 * 3_600_000;
const beijingDayOf = (moment: Date): string =>
  new Date(moment.getTime() + BEIJING_MS).toISOString().slice(0, 10);
/** The first moment after a day in Beijing. */
const endOf = (day: string): Date => new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS - BEIJING_MS);

/** Read-only links of the wall. They end by the real time, as sign-in does, also where the data have a day of their own. */
@Injectable()
export class WallLinksService {
  constructor(
    private readonly source: DataSource,
    private readonly trail: AuditTrail,
    private readonly links: WallLinksRepository,
    private readonly places: PlacesService,
    private readonly settings: Settings,
  ) {}

  async list(by: SignedIn): Promise<{ links: WallLink[] }> {
    const now = this.settings.clock.now();
    const rows = await scoped(this.source, by.scope, (tx) => this.links.all(tx));
    return { links: rows.map((row) => present(row, now)) };
  }

  /** The code stands in the part of the address that no browser sends: no log of a server or proxy has the page's. */
  async create(
    act: Act,
    by: SignedIn,
    { name, program, endsOn }: Body,
  ): Promise<ResponseOf<typeof endpoints.createWallLink>> {
    const now = this.settings.clock.now();
    const linkId = randomUUID();
    act.note({ object: { kind: 'wallLink', id: linkId }, after: { name, program, endsOn } });
    const refusals = refusedEndDay(isoDate(endsOn), isoDate(beijingDayOf(now)));
    if (refusals.length > 0) throw new ProblemException('refused', refusals[0]?.detail, refusals);
    const token = randomBytes(32).toString('base64url');
    const row = {
      ...{ cityId: by.cityId, linkId, name, programId: program, tokenSha256: digestOf(token) },
      ...{ expiresAt: endOf(endsOn), createdBy: by.username, createdAt: now },
      ...{ revokedBy: null, revokedAt: null },
    };
    await this.trail.record(act, by.scope, (tx) => this.links.add(tx, row));
    const link = present({ ...row, createdByName: by.name, revokedByName: null }, now);
    return { link, path: `/screen#${token}` };
  }

  async revoke(act: Act, by: SignedIn, linkId: string): Promise<WallLink> {
    const now = this.settings.clock.now();
    return this.trail.record(act, by.scope, async (tx) => {
      const found = await this.links.find(tx, linkId);
      if (!found) throw new ProblemException('not-found');
      if (found.revokedAt !== null) throw new ProblemException('conflict', REVOKED);
      await this.links.revoke(tx, found, { revokedBy: by.username, revokedAt: now });
      const [row] = (await this.links.all(tx)).filter((one) => one.linkId === linkId);
      if (!row) throw new ProblemException('not-found');
      return present(row, now);
    });
  }

  /** @throws ProblemException not-found, alike for a code that is wrong, ended or revoked */
  async open(token: string): Promise<OpenedLink> {
    const found = await scoped(this.source, NO_SCOPE, (tx) => this.links.ofToken(tx, digestOf(token)));
    if (!found) throw new ProblemException('not-found', NO_LINK);
    const counties = this.places.all().flatMap(({ id, kind }) => (kind === 'county' ? [id] : []));
    return {
      link: found.link,
      scope: { ...NO_SCOPE, counties, city: this.settings.cityId },
      wanted: { program: found.program, year: this.year() },
    };
  }

  /** The year that a link shows: this one. */
  year(): number {
    return yearOf(this.settings.clock.today());
  }

  async works(token: string): Promise<boolean> {
    return (await scoped(this.source, NO_SCOPE, (tx) => this.links.ofToken(tx, digestOf(token)))) !== null;
  }

  /** Another one than before: something was done since, by whomever. */
  changeMark(): Promise<string> {
    return scoped(this.source, NO_SCOPE, (tx) => this.links.changeMark(tx, this.settings.cityId));
  }
}

const digestOf = (token: string): string => createHash('sha256').update(token).digest('hex');

function present(row: NamedLink, now: Date): WallLink {
  const ended = row.expiresAt.getTime() <= now.getTime();
  return {
    id: row.linkId,
    name: row.name,
    program: row.programId,
    endsOn: beijingDayOf(new Date(row.expiresAt.getTime() - 1)),
    createdBy: row.createdByName,
    createdAt: row.createdAt.toISOString(),
    revokedBy: row.revokedByName,
    revokedAt: row.revokedAt?.toISOString() ?? null,
    state: row.revokedAt !== null ? 'revoked' : ended ? 'ended' : 'works',
  };
}

const NO_LINK = bilingual(
  '该大屏链接无效、已到期或者已撤销；请向市司法局经办人索取新的链接。',
  'This link of the wall is wrong, over or revoked; ask the city bureau’s program officer for another one.',
);
const REVOKED = bilingual('该链接已经撤销。', 'This link is revoked already.');
