import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AgreementGapShown, AgreementPage as Shown } from '@yuheng/shared/contract/deliberations';
import { Attempt } from '../../api/attempt';
import { Client } from '../../api/client';
import { pageSource } from '../../api/page-source';
import { DataTable, type Column } from '../../ui/data-table';
import { DayPipe } from '../../ui/day';
import { Language } from '../../ui/language';
import { Page } from '../../ui/page';
import { ProblemNotice } from '../../ui/problem-notice';
import { SaidPipe } from '../../ui/said';
import { useTexts } from '../../ui/texts';
import { ScoreBox } from '../score/score-box';
import { draftOf, type Draft, type Leaf } from '../score/score-draft';
import { SCORE_TEXTS } from '../score/score-texts';
import { AGREEMENT_TEXTS } from './agreement-texts';
import { DeliberationForm, type Deliberation } from './deliberation-form';

type IndicatorRow = Shown['appendix']['indicators'][number];
type EvaluatorRow = Shown['appendix']['evaluators'][number];

/** Where evaluators are apart: a third looks at it, the team deliberates; and an appendix of how far they agree. */
@Component({
  selector: 'yh-agreement-page',
  imports: [
    RouterLink,
    TranslocoPipe,
    DataTable,
    DayPipe,
    DeliberationForm,
    Page,
    ProblemNotice,
    SaidPipe,
    ScoreBox,
  ],
  templateUrl: './agreement-page.html',
  styleUrls: ['../../ui/form.css', './agreement-page.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AgreementPage {
  private readonly client = inject(Client);
  private readonly language = inject(Language);
  /** From the address. */
  readonly round = input.required<string>();

  protected readonly source = pageSource('readAgreement', () => ({ params: { round: this.round() } }));
  protected readonly attempt = new Attempt();
  /** The gap whose form is open. */
  protected readonly opened = signal<string | null>(null);
  protected readonly name = computed(() => {
    const page = this.source.value();
    if (!page) return '';
    const kind = this.text(`kinds.${page.kind}`);
    return this.language.text('agreement.name', { kind, year: page.year });
  });
  /** A part of a total says whether it was given or taken. */
  protected readonly signed = (marks: string): string => (/^[−-]|^0\.00$/.test(marks) ? marks : `+${marks}`);
  protected readonly indicatorColumns = computed<readonly Column<IndicatorRow>[]>(() => [
    { id: 'indicator', heading: this.text('indicator'), text: ({ name }) => this.language.say(name) },
    { id: 'things', heading: this.text('things'), end: true, text: ({ things }) => String(things) },
    { id: 'alpha', heading: this.text('alpha'), end: true, text: ({ alpha }) => alpha ?? '—' },
    {
      id: 'judgement',
      heading: this.text('judgement'),
      wide: true,
      text: ({ judgement }) => this.language.say(judgement),
    },
  ]);
  protected readonly evaluatorColumns = computed<readonly Column<EvaluatorRow>[]>(() => [
    { id: 'name', heading: this.text('member'), chinese: true, text: ({ name }) => name },
    {
      id: 'sentence',
      heading: this.text('severity'),
      wide: true,
      text: ({ sentence }) => this.language.say(sentence),
    },
  ]);

  constructor() {
    useTexts('agreement', AGREEMENT_TEXTS);
    useTexts('score', SCORE_TEXTS);
  }

  private text(key: string): string {
    return this.language.text(`agreement.${key}`);
  }

  protected keyOf({ county, indicator }: AgreementGapShown): string {
    return `${county}/${indicator}`;
  }

  /** Who has not marked it yet. */
  protected others(page: Shown, gap: AgreementGapShown): Shown['members'] {
    return page.members.filter(({ username }) => gap.marks.every((one) => one.evaluator !== username));
  }

  /** A value that was settled on, as it stands in its box; null where it was a score. */
  protected settled(
    { leaf }: AgreementGapShown,
    { value }: AgreementGapShown['deliberations'][number],
  ): { readonly leaf: Leaf; readonly draft: Draft } | null {
    return leaf && value ? { leaf, draft: draftOf(leaf, { value, remarks: [] }) } : null;
  }

  protected open(gap: AgreementGapShown): void {
    this.attempt.clear();
    this.opened.set(this.keyOf(gap));
  }

  protected assign({ county, indicator }: AgreementGapShown, account: string): Promise<void> {
    return this.act(() =>
      this.client.call('assignThird', {
        params: { round: this.round() },
        body: { county, indicator, account },
      }),
    );
  }

  protected record(body: Deliberation): Promise<void> {
    return this.act(() => this.client.call('recordDeliberation', { params: { round: this.round() }, body }));
  }

  private async act(work: () => Promise<unknown>): Promise<void> {
    if (!(await this.attempt.run(work))) return;
    this.opened.set(null);
    this.source.reload();
  }
}
