import { Injectable } from '@nestjs/common';
import type { BodyOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { mayDo } from '@yuheng/shared/contract/roles';
import { refusal, type Refusal } from '@yuheng/shared/domain/refusal';
import { randomBytes, randomUUID } from 'node:crypto';
import type { Act } from '../../audit/act';
import { AuditTrail } from '../../audit/audit-trail';
import { Settings } from '../../config/settings';
import { ownScope } from '../../database/scope';
import { ProblemException } from '../../http/problem-exception';
import { ProofService } from '../proof/proof.service';
import { sha256 } from '../sessions.repository';
import type { SignedIn } from '../signed-in';
import type { AccessTokenEntity } from './access-token.entity';
import { AccessTokensRepository } from './access-tokens.repository';
import { endOfBeijingDay, lastDayAllowed, beijingDayOf } from './token-days';

type Token = ResponseOf<typeof endpoints.listAccessTokens>['tokens'][number];
type Body = BodyOf<typeof endpoints.createAccessToken>;

/** How a token of ours begins, so that one that has leaked is known for what it is. */
const PREFIX = 'yht_';

/** Personal access tokens of one's own account: for programs that read in one's name. */
@Injectable()
export class AccessTokensService {
  constructor(
    private readonly tokens: AccessTokensRepository,
    private readonly proof: ProofService,
    private readonly trail: AuditTrail,
    private readonly settings: Settings,
  ) {}

  /** Those that still work, the newest first. */
  async list({ accountId }: SignedIn): Promise<{ tokens: Token[] }> {
    const rows = await this.tokens.list(accountId, this.settings.clock.now());
    return { tokens: rows.map(described) };
  }

  /**
   * A token of 256 random bits, answered this once: only its SHA-256 is kept. It carries no more than its account may do,
   * and works until the last day is over in Beijing.
   */
  async create(
    act: Act,
    account: SignedIn,
    body: Body,
  ): Promise<ResponseOf<typeof endpoints.createAccessToken>> {
    const { accountId } = account;
    const { name, lastDay, password, code } = body;
    const scopes = [...new Set(body.scopes)];
    act.note({ object: { kind: 'account', id: accountId }, after: { name, scopes, lastDay } });
    const createdAt = this.settings.clock.now();
    const refusals = [...refusedScopes(account, body), ...refusedDay(account, lastDay, createdAt)];
    if (refusals.length > 0) throw new ProblemException('refused', undefined, refusals);
    const proved = await this.proof.confirmBoth(act, account, password, code);
    const token = `${PREFIX}${randomBytes(32).toString('base64url')}`;
    const row: AccessTokenEntity = {
      tokenId: randomUUID(),
      accountId,
      name,
      tokenSha256: sha256(token),
      scopes,
      createdAt,
      expiresAt: endOfBeijingDay(lastDay),
      lastUsedAt: null,
      revokedAt: null,
    };
    act.note({ object: { kind: 'accessToken', id: row.tokenId } });
    await this.trail.record(act, ownScope(accountId), async (tx) => {
      await this.proof.hold(tx, accountId, proved);
      await this.tokens.insert(tx, row);
    });
    return { token, ...described(row) };
  }

  async revoke(act: Act, { accountId }: SignedIn, tokenId: string): Promise<void> {
    act.note({ object: { kind: 'accessToken', id: tokenId } });
    await this.trail.record(act, ownScope(accountId), async (tx) => {
      const isRevoked = await this.tokens.revoke(tx, { accountId, tokenId }, this.settings.clock.now());
      if (!isRevoked) throw new ProblemException('not-found');
    });
  }
}

const described = (row: AccessTokenEntity): Token => ({
  id: row.tokenId,
  name: row.name,
  scopes: row.scopes as Token['scopes'],
  createdAt: row.createdAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
  lastUsedAt: row.lastUsedAt && row.lastUsedAt.toISOString(),
});

const refusedScopes = ({ roles }: SignedIn, { scopes }: Body): Refusal[] =>
  scopes.flatMap((scope, index) =>
    mayDo(scope, roles)
      ? []
      : [
          refusal(
            `/scopes/${index}`,
            `您的账户没有“${scope}”权限，令牌也不能有；请去掉这一项。`,
            `Your account may not do ${scope}, so a token of it may not either: leave it out.`,
          ),
        ],
  );

function refusedDay({ settings }: SignedIn, lastDay: string, now: Date): Refusal[] {
  const [first, last] = [beijingDayOf(now), lastDayAllowed(now, settings.tokenMaxDays)];
  if (lastDay >= first && lastDay <= last) return [];
  return [
    refusal(
      '/lastDay',
      `截止日应在 ${first} 至 ${last} 之间（最长 ${settings.tokenMaxDays} 天），读到 ${lastDay}。`,
      `The last day must be from ${first} to ${last} (${settings.tokenMaxDays} days at most), and is ${lastDay}.`,
    ),
  ];
}
