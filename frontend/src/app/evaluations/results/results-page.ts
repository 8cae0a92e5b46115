import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { FormControl } from '@angular/forms';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ResultCounty } from '@yuheng/shared/contract/evaluation-results';
import { isoDate } from '@yuheng/shared/domain/period/year-month';
import { Attempt } from '../../api/attempt';
import { Client } from '../../api/client';
import { ExportButtons } from '../../api/export-buttons';
import { pageSource } from '../../api/page-source';
import { ViewState } from '../../api/view-state';
import { CertificateLink } from '../../ui/certificate-link';
import { Cell, DataTable, type Column } from '../../ui/data-table';
import { DayPipe } from '../../ui/day';
import { EmptyNotice } from '../../ui/empty-notice';
import { ExplainLink } from '../../ui/explain-link';
import { Field } from '../../ui/field';
import { FigureStateMark } from '../../ui/figure-state-mark';
import { Language } from '../../ui/language';
import { Page } from '../../ui/page';
import { ProblemNotice } from '../../ui/problem-notice';
import { SaidPipe } from '../../ui/said';
import { useTexts } from '../../ui/texts';
import { EvaluationFindingForm, type EvaluationFinding } from './evaluation-finding-form';
import { RESULTS_TEXTS } from './results-texts';

/** The result of a round in official order: before 定案 the draft, without ranks and grades. */
@Component({
  selector: 'yh-results-page',
  imports: [
    RouterLink,
    TranslocoPipe,
    Cell,
    CertificateLink,
    DataTable,
    DayPipe,
    EmptyNotice,
    EvaluationFindingForm,
    ExplainLink,
    ExportButtons,
    Field,
    FigureStateMark,
    Page,
    ProblemNotice,
    SaidPipe,
  ],
  templateUrl: './results-page.html',
  styleUrls: ['../../ui/form.css', './results-page.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ResultsPage {
  private readonly client = inject(Client);
  private readonly language = inject(Language);
  private readonly view = inject(ViewState);
  /** From the address. */
  readonly round = input.required<string>();

  protected readonly query = computed(() => {
    const number = Number(this.view.query().get('number'));
    return Number.isInteger(number) && number > 0 ? { number } : {};
  });
  protected readonly params = computed(() => ({ round: this.round() }));
  protected readonly source = pageSource('readEvaluationResults', () => ({
    params: this.params(),
    query: this.query(),
  }));
  protected readonly finalising = new Attempt();
  protected readonly raising = new Attempt();
  protected readonly wasRaised = signal(false);
  protected readonly documentNumber = new FormControl('', { nonNullable: true });
  protected readonly finalisedOn = linkedSignal(
    () => new FormControl<string>(this.source.value()?.asOf ?? '', { nonNullable: true }),
  );

  protected readonly name = computed(() => {
    const page = this.source.value();
    if (!page) return '';
    const kind = this.language.text(`results.kinds.${page.kind}`);
    return this.language.text('results.name', { kind, year: page.year });
  });

  /** A county reads its own row alone: there is no place in an order of one. */
  protected readonly isRanked = computed(() => (this.source.value()?.counties.length ?? 0) > 1);

  protected readonly columns = computed<readonly Column<ResultCounty>[]>(() => {
    const text = (key: string, values?: Record<string, unknown>) =>
      this.language.text(`results.${key}`, values);
    const page = this.source.value();
    const isFinal = page?.stage === 'finalised';
    const ranked = isFinal && this.isRanked();
    return [
      { id: 'county', heading: text('county'), chinese: true, text: ({ name }) => name },
      ...this.dimensionColumns('score'),
      { id: 'total', heading: text('total'), end: true, order: ({ total }) => Number(total) },
      ...(isFinal
        ? [
            {
              id: 'grade',
              heading: text('grade'),
              text: ({ grade }: ResultCounty) => (grade ? text(`grades.${grade}`) : '—'),
            },
            {
              id: 'change',
              heading: text('change'),
              end: true,
              text: ({ change }: ResultCounty) => change?.replace('-', '−') ?? '—',
            },
          ]
        : []),
      ...(ranked
        ? [
            {
              id: 'rank',
              heading: text('rank'),
              end: true,
              text: ({ rank, shared }: ResultCounty) =>
                rank === null ? '—' : shared ? text('shared', { rank }) : String(rank),
              order: ({ rank }: ResultCounty) => rank,
            },
          ]
        : []),
      ...(isFinal
        ? [
            {
              id: 'changed',
              heading: text('changed'),
              wide: true,
              text: (row: ResultCounty) => this.changes(row),
            },
          ]
        : []),
    ];
  });

  /** Marks lost by dimension: what stands below the full marks. */
  protected readonly lostColumns = computed<readonly Column<ResultCounty>[]>(() => [
    {
      id: 'county',
      heading: this.language.text('results.county'),
      chinese: true,
      text: ({ name }) => name,
    },
    ...this.dimensionColumns('lost'),
  ]);

  constructor() {
    useTexts('results', RESULTS_TEXTS);
  }

  private dimensionColumns(figure: 'score' | 'lost'): Column<ResultCounty>[] {
    return (this.source.value()?.dimensions ?? []).map(({ id, name, marks }) => {
      const of = (row: ResultCounty) => row.dimensions.find((one) => one.id === id)?.[figure] ?? null;
      return {
        id: `${figure}-${id}`,
        heading: this.language.text(figure === 'score' ? 'results.dimension' : 'results.lost', {
          name: this.language.say(name),
          marks,
        }),
        end: true,
        text: (row) => of(row) ?? '—',
        order: (row) => (of(row) === null ? null : Number(of(row))),
      };
    });
  }

  private changes({ changed }: ResultCounty): string {
    const parts = changed.map(({ name, before, after }) =>
      this.language.text('results.changedLeaf', {
        name: this.language.say(name),
        before: before ?? '—',
        after: after ?? '—',
      }),
    );
    return parts.join('；') || '—';
  }

  protected async finalise(event: Event): Promise<void> {
    event.preventDefault();
    this.finalising.asked.set(true);
    const [finalisedOn, documentNumber] = [this.finalisedOn().value, this.documentNumber.value.trim()];
    if (!finalisedOn || !documentNumber) return;
    const done = await this.finalising.run(() =>
      this.client.call('finaliseRound', {
        params: this.params(),
        body: { finalisedOn: isoDate(finalisedOn), documentNumber },
      }),
    );
    if (done) this.source.reload();
  }

  protected async raise(body: EvaluationFinding): Promise<void> {
    this.wasRaised.set(
      await this.raising.run(() =>
        this.client.call('raiseEvaluationFinding', { params: this.params(), body }),
      ),
    );
    if (this.wasRaised()) this.raising.clear();
  }
}
