import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { pageSource } from '../../api/page-source';
import { ViewState } from '../../api/view-state';
import { Page } from '../../ui/page';
import { useTexts } from '../../ui/texts';
import { yearOfContent } from '../year-to-come';
import { MeetingSheet } from './meeting-sheet';
import { SCENARIOS_TEXTS } from './scenarios-texts';

/** 集体研究用纸: a scenario as the one page that the meeting reads; once decided, what was decided and by which document. */
@Component({
  selector: 'yh-sheet-page',
  imports: [RouterLink, TranslocoPipe, MeetingSheet, Page],
  template: `
    <yh-page title="scenarios.sheet.title" question="scenarios.sheet.question" [source]="source">
      @if (source.value(); as data) {
        <p class="acts screen-only">
          <a [routerLink]="['/allocations/scenarios', data.id]" [queryParams]="view.selection()">{{
            'scenarios.sheet.back' | transloco
          }}</a>
          <button type="button" class="button" data-kind="primary" (click)="print()">
            {{ 'scenarios.sheet.print' | transloco }}
          </button>
        </p>
        @if (decision.value() || !decision.loading()) {
          <yh-meeting-sheet [scenario]="data" [decision]="decision.value() ?? null" />
        }
      }
    </yh-page>
  `,
  styleUrl: '../../ui/form.css',
  styles: `
    .acts {
      margin-block-end: 12px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SheetPage {
  protected readonly view = inject(ViewState);
  /** From the address. */
  readonly scenario = input.required<string>();
  protected readonly source = pageSource('readAllocationScenario', () => ({
    params: { scenario: this.scenario() },
  }));
  /** Once it is submitted: which document it amends, and how far it is. */
  protected readonly decision = pageSource('readAllocationDecision', () => {
    const decision = this.source.value()?.decision ?? null;
    return decision === null ? undefined : { params: { decision } };
  });

  constructor() {
    useTexts('scenarios', SCENARIOS_TEXTS);
    yearOfContent(this.source.value);
  }

  protected print(): void {
    globalThis.print();
  }
}
