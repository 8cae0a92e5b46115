import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AllocationDecision } from '@yuheng/shared/contract/allocation-decisions';
import { addressOf } from '../../api/client';
import { DayPipe } from '../../ui/day';
import { MomentPipe } from '../../ui/moment';
import { SaidPipe } from '../../ui/said';
import { useTexts } from '../../ui/texts';
import { DECISIONS_TEXTS } from './decisions-texts';
import { numbersInForce, stepLines, type Entry } from './step-lines';

/** The four steps in a line with day, number, scan and names; below, everything that was ever entered. */
@Component({
  selector: 'yh-decision-steps',
  imports: [NgTemplateOutlet, TranslocoPipe, DayPipe, MomentPipe, SaidPipe],
  templateUrl: './decision-steps.html',
  styleUrl: './decision-steps.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DecisionSteps {
  readonly decision = input.required<AllocationDecision>();
  protected readonly lines = computed(() => stepLines(this.decision()));
  private readonly inForce = computed(() => numbersInForce(this.decision().entries));

  constructor() {
    useTexts('decisions', DECISIONS_TEXTS);
  }

  protected counts(entry: Entry): boolean {
    return this.inForce().has(entry.number) || entry.number === this.decision().awaitingCheck?.number;
  }

  protected fileOf({ file }: Entry): string | null {
    if (!file) return null;
    return addressOf('readDecisionFile', { params: { decision: this.decision().id, file: file.id } });
  }
}
