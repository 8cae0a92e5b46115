import { Injectable } from '@nestjs/common';
import { ownAct } from '../audit/act';
import { AuditTrail } from '../audit/audit-trail';
import { NO_SCOPE } from '../database/scope';
import { RetentionRepository, type Erased } from './retention.repository';

/** Carries the counts of a run that found nothing out of its transaction, which leaves no entry then. */
class NothingErased extends Error {
  constructor(readonly erased: Erased) {
    super('Nothing was due.');
  }
}

/** 留存期限: personal data and what has ended go when their time is over; the trail stays. */
@Injectable()
export class RetentionService {
  constructor(
    private readonly trail: AuditTrail,
    private readonly repository: RetentionRepository,
  ) {}

  /**
   * Removes what is due, once a day or as often as one likes: a second run finds nothing left. What was removed stands
   * in the trail as counts alone, in the same transaction; a run that removed nothing leaves no entry.
   */
  async eraseExpired(): Promise<Erased> {
    const act = ownAct('personalData.erase');
    try {
      return await this.trail.record(act, NO_SCOPE, async (tx) => {
        const erased = await this.repository.eraseExpired(tx);
        if (Object.values(erased).every((count) => count === 0)) throw new NothingErased(erased);
        act.note({ after: erased });
        return erased;
      });
    } catch (error) {
      if (error instanceof NothingErased) return error.erased;
      throw error;
    }
  }
}
