import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { pageSource } from '../api/page-source';
import type { Answer } from '../api/client';
import { DataTable, type Column } from '../ui/data-table';
import { EmptyNotice } from '../ui/empty-notice';
import { Language } from '../ui/language';
import { Page } from '../ui/page';
import { useTexts } from '../ui/texts';
import { ASSIGNMENTS_TEXTS } from './assignments-texts';

type Assignment = Answer<'listAssignments'>['assignments'][number];

/** An evaluator’s first page: what is assigned, and how far the own marks have come. Nobody else’s stand here. */
@Component({
  selector: 'yh-assignments',
  imports: [TranslocoPipe, DataTable, EmptyNotice, Page],
  template: `
    <yh-page title="assignments.title" question="assignments.question" [source]="source">
      @if (source.value()) {
        @if (assignments().length > 0) {
          <section class="card">
            <p class="headline">
              {{ 'assignments.summary' | transloco: { count: assignments().length, finalised: finalised() } }}
            </p>
            <p>
              <small>{{ 'assignments.own' | transloco }}</small>
            </p>
            <yh-table [columns]="columns()" [rows]="assignments()" />
          </section>
        } @else {
          <yh-empty>
            <p>
              <strong>{{ 'assignments.none' | transloco }}</strong>
            </p>
            <p>{{ 'assignments.noneHint' | transloco }}</p>
          </yh-empty>
        }
      }
    </yh-page>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AssignmentsPage {
  private readonly language = inject(Language);
  protected readonly source = pageSource('listAssignments', () => ({}));
  protected readonly assignments = computed(() => this.source.value()?.assignments ?? []);
  protected readonly finalised = computed(() => this.assignments().filter((one) => one.finalised).length);
  protected readonly columns = computed<readonly Column<Assignment>[]>(() => {
    const text = (key: string, values = {}) => this.language.text(`assignments.${key}`, values);
    return [
      { id: 'county', heading: text('county'), text: (row) => row.name },
      { id: 'round', heading: text('round'), wide: true, text: (row) => this.roundOf(row) },
      {
        id: 'marks',
        heading: text('marks'),
        text: ({ marksGiven }) => (marksGiven > 0 ? text('given', { count: marksGiven }) : text('notGiven')),
      },
      { id: 'state', heading: text('state'), text: (row) => text(row.finalised ? 'finalised' : 'open') },
    ];
  });

  constructor() {
    useTexts('assignments', ASSIGNMENTS_TEXTS);
  }

  private roundOf({ year, program, kind }: Assignment): string {
    return this.language.text('assignments.of', {
      year,
      program: this.language.text(`ui.program.${program}`),
      kind: this.language.text(`assignments.kind.${kind}`),
    });
  }
}
