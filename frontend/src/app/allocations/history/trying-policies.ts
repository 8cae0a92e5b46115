import { inject, Injectable } from '@angular/core';
import type { AllocationHistory } from '@yuheng/shared/contract/allocation-history';
import type { AllocationEvidence } from '@yuheng/shared/domain/allocation/evidence/allocation-evidence';
import type { AllocationSettings } from '@yuheng/shared/domain/allocation/settings/allocation-settings';
import { Client } from '../../api/client';
import { Proposing } from '../proposing';
import type { HistoryYear } from './history-rows';
import { newestFirst, notTried, trialOfYear, type TrialYear } from './trial-of-year';

export interface TrialAsked {
  readonly history: AllocationHistory;
  /** Without errors. */
  readonly settings: AllocationSettings;
}

/** Tries one policy on the years of a history, one after the other, beside the page. */
@Injectable({ providedIn: 'root' })
export class TryingPolicies {
  private readonly client = inject(Client);
  private readonly proposing = inject(Proposing);

  /** The newest year first; `begun` hears of each year as its turn comes. Rejects when `signal` says that nobody waits. */
  async tryAll(
    { history, settings }: TrialAsked,
    signal: AbortSignal,
    begun: (year: number) => void,
  ): Promise<TrialYear[]> {
    const tried: TrialYear[] = [];
    for (const year of newestFirst(history)) {
      begun(year.year);
      tried.push(await this.tryYear(history.program, year, settings, signal));
    }
    return tried;
  }

  private async tryYear(
    program: AllocationHistory['program'],
    year: HistoryYear,
    settings: AllocationSettings,
    signal: AbortSignal,
  ): Promise<TrialYear> {
    if (!year.hasEvidence) return notTried(year.year, ...(year.lacking ? [year.lacking] : []));
    const query = { program, year: year.year };
    const question = await this.client.call('readAllocationQuestion', { query, signal });
    const { evidence, evidenceSha256 } = question;
    if (evidence === null || evidenceSha256 === null) return trialOfYear(year, question, null);
    // What crosses HTTP is the domain's evidence in JSON: months and days are texts there.
    const asked = { evidence: evidence as unknown as AllocationEvidence, evidenceSha256, settings };
    const outcome = await this.proposing.propose({ ...asked, depth: 'whole' }, signal);
    return trialOfYear(year, question, outcome);
  }
}
