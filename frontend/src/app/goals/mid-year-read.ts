import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { MidYearRecord } from '@yuheng/shared/contract/goals';
import { RELATION_SIGNS } from '@yuheng/shared/domain/goals/goal';
import { reading } from '../charts/reading';
import { DataTable, type Column } from '../ui/data-table';
import { Language } from '../ui/language';

type Line = MidYearRecord['lines'][number];

/** The mid-year form as it is read and printed: what was promised, what was reached, and what the county says of it. */
@Component({
  selector: 'yh-mid-year-read',
  imports: [DataTable],
  template: `<yh-table [columns]="columns()" [rows]="lines()" sortKey="lines" />`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MidYearRead {
  private readonly language = inject(Language);
  private readonly reading = reading();
  readonly lines = input.required<readonly Line[]>();

  protected readonly columns = computed<readonly Column<Line>[]>(() => {
    const { text } = this.reading();
    const chinese = { chinese: true, wide: true } as const;
    return [
      { id: 'name', heading: text('goals.name'), ...chinese, text: ({ indicator }) => indicator.name },
      { id: 'value', heading: text('goals.value'), text: (line) => this.promised(line) },
      { id: 'actual', heading: text('goals.actual'), text: (line) => this.actual(line) },
      {
        id: 'reached',
        heading: text('goals.reached'),
        end: true,
        text: ({ reached }) => (reached === null ? '—' : `${reached}%`),
      },
      { id: 'why', heading: text('goals.why'), ...chinese, text: ({ answer }) => answer.reason || '—' },
      {
        id: 'likelihood',
        heading: text('goals.likelihood'),
        text: ({ answer }) => (answer.likelihood ? text(`goals.likely.${answer.likelihood}`) : '—'),
      },
      {
        id: 'measures',
        heading: text('goals.measures'),
        ...chinese,
        text: ({ answer }) => answer.measures || '—',
      },
    ];
  });

  private promised({ indicator: { relation, value, unit } }: Line): string {
    return relation === 'qualitative' ? value : `${RELATION_SIGNS[relation]} ${value} ${unit}`;
  }

  private actual({ actual, answer, note, indicator }: Line): string {
    if (actual !== null) return `${actual} ${indicator.unit}`;
    return answer.actual ?? (note ? this.language.say(note) : '—');
  }
}
