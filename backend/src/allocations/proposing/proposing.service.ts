import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { engineVersion } from '@yuheng/shared/domain/scoring/engine-version';
import type { Outcome } from '@yuheng/shared/domain/refusal';
import { settingsSha256 } from '../policies/settings-sha256';
import type { FrozenProposal, ToPropose } from './frozen-proposal';
import { ProposingThread } from './proposing-thread';

/** An examination of nine counties takes up to a second; of some thousands some tens of seconds. */
const LIMITS = { waiting: 20, seconds: 60 };
/** Proposals kept, each some hundred kilobytes: what is saved again, or by two at once, is computed once. */
const KEPT = 32;

/** Computes proposals apart from the event loop; the same question is computed once, also while it is being computed. */
@Injectable()
export class ProposingService implements BeforeApplicationShutdown {
  private readonly thread = new ProposingThread(LIMITS);
  /** In the order of their last use, the longest unused first. */
  private readonly kept = new Map<string, Promise<Outcome<FrozenProposal>>>();

  /** @throws ProblemException unavailable: too many wait, it took too long, or the service is stopping */
  propose(asked: ToPropose): Promise<Outcome<FrozenProposal>> {
    const key = `${engineVersion}/${asked.evidenceSha256}/${settingsSha256(asked.settings)}`;
    const known = this.kept.get(key);
    const answer = known ?? this.thread.propose(asked);
    this.kept.delete(key);
    this.kept.set(key, answer);
    if (!known) {
      answer.catch(() => this.kept.delete(key));
      const [oldest] = this.kept.keys();
      if (this.kept.size > KEPT && oldest !== undefined) this.kept.delete(oldest);
    }
    return answer;
  }

  /** Before the database is closed: nobody waits for an answer any more. */
  beforeApplicationShutdown(): Promise<void> {
    return this.thread.stop();
  }
}
