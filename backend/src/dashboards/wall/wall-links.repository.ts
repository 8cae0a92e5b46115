import { Injectable } from '@nestjs/common';
import type { ProgramId } from '@yuheng/shared/contract/values';
import type { EntityManager } from 'typeorm';
import { WallLinkEntity } from './wall-link.entity';

/** A link with the names of who made and who revoked it. */
export interface NamedLink extends Omit<WallLinkEntity, 'tokenSha256'> {
  readonly createdByName: string;
  readonly revokedByName: string | null;
}

@Injectable()
export class WallLinksRepository {
  async all(tx: EntityManager): Promise<NamedLink[]> {
    return tx.query(
      `select w.city_id as "cityId", w.link_id as "linkId", w.name, w.program_id as "programId", w.expires_at as "expiresAt",
         w.created_by as "createdBy", w.created_at as "createdAt", w.revoked_by as "revokedBy", w.revoked_at as "revokedAt",
         coalesce((select n.name from account_names(array[w.created_by]) n), w.created_by) as "createdByName",
         coalesce((select n.name from account_names(array[w.revoked_by]) n), w.revoked_by) as "revokedByName"
       from wall_link w order by w.created_at desc, w.link_id`,
    );
  }

  async add(tx: EntityManager, link: WallLinkEntity): Promise<void> {
    await tx.insert(WallLinkEntity, link);
  }

  /** Locked until the transaction ends. */
  find(tx: EntityManager, linkId: string): Promise<WallLinkEntity | null> {
    return tx.findOne(WallLinkEntity, { where: { linkId }, lock: { mode: 'pessimistic_write' } });
  }

  async revoke(
    tx: EntityManager,
    { cityId, linkId }: WallLinkEntity,
    revoked: { readonly revokedBy: string; readonly revokedAt: Date },
  ): Promise<void> {
    await tx.update(WallLinkEntity, { cityId, linkId }, revoked);
  }

  /** What a code opens, while it works; null for one that is wrong, ended or revoked. */
  async ofToken(
    tx: EntityManager,
    tokenSha256: string,
  ): Promise<{ readonly link: string; readonly program: ProgramId } | null> {
    const rows = await tx.query<{ link: string; program: ProgramId }[]>(
      'select link_id as link, program_id as program from wall_link_of_token($1)',
      [tokenSha256],
    );
    return rows[0] ?? null;
  }

  /** Another one than before: something was done since. */
  async changeMark(tx: EntityManager, cityId: string): Promise<string> {
    const [{ mark }] = await tx.query<[{ mark: string }]>('select change_mark($1)::text as mark', [cityId]);
    return mark;
  }
}
