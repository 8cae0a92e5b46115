import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ProgramId } from '@yuheng/shared/contract/values';
import type {
  AllocationEvidence,
  CountyEvidence,
} from '@yuheng/shared/domain/allocation/evidence/allocation-evidence';
import {
  evaluatedYearOf,
  evidenceWindow,
  monthsIn,
} from '@yuheng/shared/domain/allocation/evidence/window-figures';
import type { ProposedFigure } from '@yuheng/shared/domain/allocation/proposing/allocation-proposal';
import type { AllocationSettings } from '@yuheng/shared/domain/allocation/settings/allocation-settings';
import { FACTOR_NAMES } from '@yuheng/shared/domain/allocation/settings/factor-names';
import { DayPipe } from '../../ui/day';
import { SaidPipe } from '../../ui/said';

/** What the months of the window say of a county, each leading to its sheets; what nobody approved yet is marked. */
@Component({
  selector: 'yh-why-months',
  imports: [RouterLink, TranslocoPipe, DayPipe, SaidPipe],
  template: `
    <ul>
      @for (figure of figures(); track figure.factor) {
        <li>
          {{ names[figure.factor] | said }} <strong class="number">{{ figure.value }}</strong>
          @if (figure.months > 0) {
            <small>{{ 'allocation-why.months.of' | transloco: { count: figure.months } }}</small>
          }
          @if (figure.unapprovedMonths.length > 0) {
            <small class="unapproved">{{
              'allocation-why.months.unapproved' | transloco: { count: figure.unapprovedMonths.length }
            }}</small>
          }
        </li>
      }
    </ul>
    @if (offices() !== null) {
      <p>{{ 'allocation-why.months.offices' | transloco: { count: offices() } }}</p>
    }
    <div
      class="table-frame"
      tabindex="0"
      role="region"
      [attr.aria-label]="'allocation-why.months.title' | transloco"
    >
      <table class="data">
        <caption>
          {{
            'allocation-why.months.caption' | transloco
          }}
        </caption>
        <thead>
          <tr>
            <th scope="col">{{ 'allocation-why.months.month' | transloco }}</th>
            <th scope="col" class="end">{{ 'allocation-why.months.onPost' | transloco }}</th>
            <th scope="col" class="end">{{ 'allocation-why.months.supervised' | transloco }}</th>
            <th scope="col" class="end">{{ 'allocation-why.months.resettled' | transloco }}</th>
            <th scope="col" class="end">{{ 'allocation-why.months.assessments' | transloco }}</th>
            <th scope="col">{{ 'allocation-why.months.stage' | transloco }}</th>
          </tr>
        </thead>
        <tbody>
          @for (month of months(); track month.month) {
            <tr>
              <th scope="row">
                <a
                  [routerLink]="['/counties', county().county]"
                  [queryParams]="{ program: program(), year: month.month.slice(0, 4) }"
                  [fragment]="'month-' + month.month"
                  >{{ month.month | day }}</a
                >
              </th>
              <td class="end" [class.unapproved]="month.onPostStage !== 'approved'">
                <a
                  [routerLink]="['/funds/spending', county().county, month.month]"
                  [queryParams]="{ program: program(), year: month.month.slice(0, 4) }"
                  >{{ month.onPost ?? '—' }}</a
                >
              </td>
              @for (figure of [month.supervised, month.resettled, month.assessments]; track $index) {
                <td class="end" [class.unapproved]="month.workloadStage !== 'approved'">
                  <a
                    [routerLink]="['/workload', county().county, month.month]"
                    [queryParams]="{ program: program(), year: month.month.slice(0, 4) }"
                    >{{ figure ?? '—' }}</a
                  >
                </td>
              }
              <td>
                @if (month.onPostStage === 'approved' && month.workloadStage === 'approved') {
                  {{ 'ui.figureState.approved' | transloco }}
                } @else {
                  <strong class="unapproved">{{ 'ui.figureState.provisional' | transloco }}</strong>
                }
              </td>
            </tr>
          } @empty {
            <tr>
              <td colspan="6">{{ 'allocation-why.months.none' | transloco }}</td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    ul {
      margin: 0 0 8px;
      padding-inline-start: 1.2em;
    }
    .unapproved {
      color: var(--attention);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WhyMonths {
  readonly program = input.required<ProgramId>();
  readonly county = input.required<CountyEvidence>();
  readonly evidence = input.required<AllocationEvidence>();
  readonly settings = input.required<AllocationSettings>();
  readonly figures = input.required<readonly ProposedFigure[]>();
  protected readonly names = FACTOR_NAMES;

  protected readonly offices = computed(() => this.county().justiceOffices);
  protected readonly months = computed(() =>
    monthsIn(evidenceWindow(evaluatedYearOf(this.evidence()), this.settings().window), this.county()),
  );
}
