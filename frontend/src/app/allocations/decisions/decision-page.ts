import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AllocationDecision } from '@yuheng/shared/contract/allocation-decisions';
import { sortActs } from '@yuheng/shared/domain/allocation/deciding/decision-acts';
import { asApiProblem } from '../../api/api-problem';
import { addressOf, Client, type CallOptions } from '../../api/client';
import { pageSource } from '../../api/page-source';
import { ViewState } from '../../api/view-state';
import { CertificateLink } from '../../ui/certificate-link';
import { DayPipe } from '../../ui/day';
import { Page } from '../../ui/page';
import { SaidPipe } from '../../ui/said';
import { useTexts } from '../../ui/texts';
import { UnitPipe } from '../../ui/unit';
import { AllocationLinks } from '../allocation-links';
import { SettingChanges } from '../scenarios/setting-changes';
import { SplitTable } from '../scenarios/split-table';
import { yearOfContent } from '../year-to-come';
import { stepBody, type DecisionAct, type DecisionWords } from './decision-act';
import { DecisionDialog, nameOf } from './decision-dialog';
import { DecisionNotices } from './decision-notices';
import { DecisionSteps } from './decision-steps';
import { DECISIONS_TEXTS } from './decisions-texts';

/** One submitted scenario: its four steps, what waits for the reader, and once promulgated its document and notices. */
@Component({
  selector: 'yh-decision-page',
  imports: [
    RouterLink,
    TranslocoPipe,
    AllocationLinks,
    CertificateLink,
    DayPipe,
    DecisionDialog,
    DecisionNotices,
    DecisionSteps,
    Page,
    SaidPipe,
    SettingChanges,
    SplitTable,
    UnitPipe,
  ],
  templateUrl: './decision-page.html',
  styleUrls: ['../../ui/form.css', '../scenarios/scenarios.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DecisionPage {
  private readonly client = inject(Client);
  protected readonly view = inject(ViewState);
  /** From the address. */
  readonly decision = input.required<string>();

  protected readonly source = pageSource('readAllocationDecision', () => ({
    params: { decision: this.decision() },
  }));
  /** As it stands after the newest act. */
  protected readonly one = linkedSignal<AllocationDecision | undefined>(() => this.source.value());
  protected readonly act = signal<DecisionAct | null>(null);
  protected readonly nameOf = nameOf;
  /** What waits for the reader, and what they may do in the place of others. */
  protected readonly acts = computed(() => sortActs(this.one()?.acts ?? []));
  protected readonly opinion = computed(() => {
    const { id, staffingOpinion } = this.one() ?? {};
    if (!id || !staffingOpinion) return null;
    return addressOf('readDecisionFile', { params: { decision: id, file: staffingOpinion.id } });
  });
  /** Scans that were stored: one that is sent again after a refusal is not stored twice. */
  private readonly stored = new WeakMap<File, string>();

  constructor() {
    useTexts('decisions', DECISIONS_TEXTS);
    yearOfContent(this.source.value);
  }

  protected readonly send = async (act: DecisionAct, words: DecisionWords): Promise<void> => {
    try {
      await this.done(act, words);
    } catch (failure) {
      // Somebody else was faster: what they made of it is read, and what was typed stays in the dialogue.
      const { kind } = asApiProblem(failure);
      if (kind === 'conflict' || kind === 'refused') this.source.reload();
      throw failure;
    }
  };

  private async done(act: DecisionAct, words: DecisionWords): Promise<void> {
    const params = { decision: this.decision() };
    const file = words.file === null ? null : await this.idOf(words.file, act);
    if (act.act === 'attachOpinion') return;
    const { version = 0, awaitingCheck } = this.one() ?? {};
    if (act.act === 'check') {
      const body = {
        number: awaitingCheck?.number ?? 0,
        outcome: words.agreed ? ('confirmed' as const) : ('rejected' as const),
        reason: words.agreed ? null : words.reason.trim(),
      };
      this.one.set(await this.client.call('checkDecisionEntry', { params, version, body }));
      return;
    }
    const body = stepBody(act, words, file) as CallOptions<'takeDecisionStep'>['body'];
    this.one.set(await this.client.call('takeDecisionStep', { params, version, body }));
  }

  private async idOf(file: File, { act }: DecisionAct): Promise<string> {
    const known = this.stored.get(file);
    if (known !== undefined) return known;
    const answer = await this.client.call('uploadDecisionFile', {
      params: { decision: this.decision() },
      query: { kind: act === 'attachOpinion' ? 'staffingOpinion' : 'scan' },
      file,
    });
    this.stored.set(file, answer.file.id);
    this.one.set(answer.decision);
    return answer.file.id;
  }
}
