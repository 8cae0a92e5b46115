import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { type Params, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { ViewState } from '../api/view-state';
import { DayPipe } from '../ui/day';
import { SaidPipe } from '../ui/said';
import { DutyStateMark } from './duty-state-mark';
import type { Duty, DutyGroup } from './group-duties';

/** Where a duty is done or seen; what a round asks stands on the pages of the round. */
const PAGES: Readonly<Partial<Record<Duty['kind'], string>>> = {
  evidenceRequest: '/duties#evidence-requests',
  documentRequest: '/evaluations/:round/fieldwork',
  reply: '/evaluations/:round/replies',
  midYearMonitoring: '/goals',
  selfEvaluation: '/goals/self-evaluations',
  issue: '/funds',
  passOn: '/funds',
  filing: '/funds',
  inspection: '/inspections',
  spending: '/funds/spending',
  workload: '/workload',
};

/** Duties one below the other: what, until when, whose, in which state, and by which document. */
@Component({
  selector: 'yh-duty-list',
  imports: [RouterLink, TranslocoPipe, DayPipe, SaidPipe, DutyStateMark],
  templateUrl: './duty-list.html',
  styleUrl: './duty-list.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DutyList {
  private readonly view = inject(ViewState);
  readonly groups = input.required<readonly DutyGroup[]>();

  protected readonly pageOf = ({ kind, round }: Duty): string | undefined =>
    PAGES[kind]?.replace(':round', round ?? '').split('#')[0];

  protected readonly partOf = ({ kind }: Duty): string | undefined => PAGES[kind]?.split('#')[1];

  protected queryOf({ year }: Duty): Params {
    return { program: this.view.program(), year };
  }
}
