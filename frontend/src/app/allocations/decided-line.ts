import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { pageSource } from '../api/page-source';
import { ViewState } from '../api/view-state';
import { DayPipe } from '../ui/day';
import { texts, useTexts } from '../ui/texts';
import { yearToCome } from './year-to-come';

const DECIDED_LINE_TEXTS = texts(
  {
    before: '{{ year }}年度分配已由',
    after: '于{{ day }}印发。以下测算不改变已印发的分配。',
    open: '查看印发的分配',
  },
  {
    before: 'The allocation of {{ year }} was promulgated by',
    after: 'on {{ day }}. What is computed below does not change it.',
    open: 'Open what was promulgated',
  },
);

/** Above a draft of a year whose split is promulgated already: by which document, on which day, and the way to it. */
@Component({
  selector: 'yh-decided-line',
  imports: [RouterLink, TranslocoPipe, DayPipe],
  template: `
    @if (decided(); as one) {
      <p class="notice" data-kind="attention" role="note">
        {{ 'decidedLine.before' | transloco: { year: source.value()?.year } }}
        <span lang="zh-CN">{{ one.documentNumber }}</span>
        {{ 'decidedLine.after' | transloco: { day: (one.decidedOn | day) } }}
        <a [routerLink]="['/allocations/decisions', one.id]" [queryParams]="view.selection()">{{
          'decidedLine.open' | transloco
        }}</a>
      </p>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DecidedLine {
  protected readonly view = inject(ViewState);
  private readonly selection = yearToCome();
  protected readonly source = pageSource('listAllocationDecisions', () => {
    const query = this.selection();
    return query ? { query } : undefined;
  });
  /** The one in force: what a later document corrected is not. */
  protected readonly decided = computed(() =>
    this.source
      .value()
      ?.decisions.find(({ stage, correctedBy }) => stage === 'decided' && correctedBy === null),
  );

  constructor() {
    useTexts('decidedLine', DECIDED_LINE_TEXTS);
  }
}
