import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { InspectionRecord } from '@yuheng/shared/contract/inspections';
import type { ExplainTarget } from '../api/explain-target';
import { ViewState } from '../api/view-state';
import { DayPipe } from '../ui/day';
import { ExplainLink } from '../ui/explain-link';
import { FigureStateMark, type FigureState } from '../ui/figure-state-mark';
import { SaidPipe } from '../ui/said';
import { ValueStateMark } from '../ui/value-state-mark';
import { ConclusionMark } from './conclusion-mark';

/** How far a sheet has been checked: only an approved one is 已审核. */
export const stateOfSheet = (stage: InspectionRecord['stage']): FigureState =>
  stage === 'approved' ? 'approved' : 'provisional';

/** Why a sheet has no conclusions to show; null where it has. */
export function emptinessOf(
  record: Pick<InspectionRecord, 'state' | 'items'>,
): 'notDue' | 'missing' | 'open' | null {
  if (record.items.some((item) => item.conclusion !== null)) return null;
  return record.state === 'notDue' || record.state === 'missing' ? record.state : 'open';
}

/** '13.00' persons are 13; a figure with real decimals keeps them. */
export const withoutEmptyDecimals = (figure: string): string => figure.replace(/\.0+$/, '');

/** One monthly inspection: items with their conclusions, findings, who did what when, and which scores it moved. */
@Component({
  selector: 'yh-inspection-sheet',
  imports: [
    RouterLink,
    TranslocoPipe,
    DayPipe,
    ExplainLink,
    FigureStateMark,
    SaidPipe,
    ValueStateMark,
    ConclusionMark,
  ],
  templateUrl: './inspection-sheet.html',
  styleUrl: './inspection-sheet.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InspectionSheet {
  protected readonly view = inject(ViewState);
  readonly record = input.required<InspectionRecord>();
  readonly trail = input.required<readonly ExplainTarget[]>();

  protected readonly figure = withoutEmptyDecimals;
  protected readonly state = computed(() => stateOfSheet(this.record().stage));
  protected readonly emptiness = computed(() => emptinessOf(this.record()));
  protected readonly year = computed(() => this.record().month.slice(0, 4));
  protected readonly count = computed(() => {
    const among = (conclusion: string) =>
      this.record().items.filter((item) => item.conclusion === conclusion).length;
    return { pass: among('pass'), fail: among('fail'), notApplicable: among('notApplicable') };
  });
}
