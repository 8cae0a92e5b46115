import { Injectable } from '@nestjs/common';
import { NO_SCOPE } from '../database/scope';
import { ownAct } from './act';
import { AuditRepository, type Seal } from './audit.repository';
import { AuditTrail } from './audit-trail';

/** 封存：the head of each day of the trail is kept, so that what came before it can be proved later. */
@Injectable()
export class AuditSealingService {
  constructor(
    private readonly trail: AuditTrail,
    private readonly repository: AuditRepository,
  ) {}

  /**
   * Seals every day of Beijing time that is over and has entries, also those on which no server ran at midnight; a day
   * without entries ends with the head of the day before it and needs none. What was sealed stands in the trail, in the
   * same transaction; where nothing was due there is no entry.
   */
  async sealDays(): Promise<readonly Seal[]> {
    const act = ownAct('audit.seal');
    try {
      return await this.trail.record(act, NO_SCOPE, async (tx) => {
        const seals = await this.repository.seal(tx);
        const last = seals.at(-1);
        if (!last) throw new NothingToSeal();
        act.note({ object: { kind: 'auditSeal', id: last.day }, after: seals });
        return seals;
      });
    } catch (error) {
      if (error instanceof NothingToSeal) return [];
      throw error;
    }
  }
}

/** Leaves the transaction without an entry. */
class NothingToSeal extends Error {}
