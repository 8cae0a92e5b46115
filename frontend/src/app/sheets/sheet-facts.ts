import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Sheet } from '@yuheng/shared/contract/sheets';
import { DayPipe, formatDay } from '../ui/day';
import { Language } from '../ui/language';
import { ValueStateMark } from '../ui/value-state-mark';
import { checkWords } from './check-words';
import { StageMark } from './stage-mark';

/** How a sheet stands: stage, late or missing, its dates, who submitted and approved it, why it came back. */
@Component({
  selector: 'yh-sheet-facts',
  imports: [TranslocoPipe, DayPipe, StageMark, ValueStateMark],
  template: `
    @let one = sheet();
    <p class="marks">
      <yh-stage [stage]="one.stage" />
      @if (one.state === 'late' || one.state === 'missing') {
        <yh-value-state [state]="one.state" />
      }
      @if (one.unchanged) {
        <span>{{ 'sheets.grid.unchanged' | transloco }}</span>
      }
    </p>
    <dl>
      <div>
        <dt>{{ 'sheet.page.dueOn' | transloco }}</dt>
        <dd>{{ one.dueOn | day }}</dd>
      </div>
      <div>
        <dt>{{ 'sheet.page.submittedOn' | transloco }}</dt>
        <dd>{{ by(one.submittedOn, one.submittedBy) }}</dd>
      </div>
      <div>
        <dt>{{ 'sheet.page.approvedOn' | transloco }}</dt>
        <dd>{{ by(one.approvedOn, one.approvedBy) }}</dd>
      </div>
      @if (one.kind === 'inspection' && !one.acts.includes('write')) {
        <div>
          <dt>{{ 'sheet.check.title' | transloco }}</dt>
          <dd>{{ checkWords(one.check) | transloco: { plan: one.check?.visitPlan } }}</dd>
        </div>
      }
      <div>
        <dt>{{ 'sheet.page.template' | transloco }}</dt>
        <dd>{{ 'sheet.page.templateVersion' | transloco: { version: one.templateVersion } }}</dd>
      </div>
    </dl>
    @if (one.stage === 'returned' && one.returnReason) {
      <p class="notice" data-kind="attention" lang="zh-CN">
        {{ 'sheet.page.returned' | transloco: { reason: one.returnReason } }}
      </p>
    }
    @if (one.stage === 'reopened') {
      <p class="notice" data-kind="attention" lang="zh-CN">
        {{
          'sheet.page.reopened' | transloco: { day: (one.reopenedUntil | day), reason: one.reopenedReason }
        }}
      </p>
    }
    @if (!one.acts.includes('write')) {
      <p>
        {{ (locked() ? 'sheet.page.locked' : 'sheet.page.readOnly') | transloco: { who: writer() } }}
      </p>
    }
  `,
  styles: `
    .marks {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 14px;
      align-items: center;
    }
    dl {
      display: flex;
      flex-wrap: wrap;
      gap: 6px 28px;
      margin: 0 0 8px;
    }
    dt {
      color: var(--ink-2);
      font-size: 0.875rem;
    }
    dd {
      margin: 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SheetFacts {
  private readonly language = inject(Language);
  readonly sheet = input.required<Sheet>();
  protected readonly locked = computed(() => ['submitted', 'approved'].includes(this.sheet().stage));
  protected readonly writer = computed(() => this.language.text(`sheet.page.writer.${this.sheet().kind}`));

  protected readonly checkWords = checkWords;

  protected by(on: string | null, name: string | null): string {
    if (!on) return this.language.text('sheet.page.notYet');
    const day = formatDay(on, this.language.current());
    return name ? this.language.text('sheet.page.by', { day, name }) : day;
  }
}
