import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { EvaluationRoundRecord } from '@yuheng/shared/contract/evaluation-rounds';
import { Client } from '../../api/client';
import { pageSource } from '../../api/page-source';
import { Session } from '../../api/session';
import { ViewState } from '../../api/view-state';
import { DayPipe } from '../../ui/day';
import { Language } from '../../ui/language';
import { Page } from '../../ui/page';
import { SaidPipe } from '../../ui/said';
import { useTexts } from '../../ui/texts';
import { AssignmentMatrix } from './assignment-matrix';
import { CommentsPanel } from './comments-panel';
import { DeclarationForm } from './declaration-form';
import { RoundLinks } from './round-links';
import {
  RoundSettingsForm,
  type RoundSettings,
  type SentSettings,
  type StoredSettings,
} from './round-settings-form';
import { ROUNDS_TEXTS } from './rounds-texts';
import { StepList } from './step-list';
import { TeamPanel } from './team-panel';

/** One round: where it stands, who works in it and on what. What a reader may not see is not in the answer. */
@Component({
  selector: 'yh-round',
  imports: [
    TranslocoPipe,
    AssignmentMatrix,
    CommentsPanel,
    DayPipe,
    DeclarationForm,
    Page,
    RoundLinks,
    RoundSettingsForm,
    SaidPipe,
    StepList,
    TeamPanel,
  ],
  templateUrl: './round-page.html',
  styleUrl: './rounds.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RoundPage {
  private readonly client = inject(Client);
  private readonly session = inject(Session);
  private readonly language = inject(Language);
  private readonly route = inject(ActivatedRoute);
  protected readonly view = inject(ViewState);
  private readonly params = toSignal(this.route.paramMap, { initialValue: this.route.snapshot.paramMap });
  protected readonly source = pageSource('readEvaluation', () => ({
    params: { round: this.params().get('round') ?? '' },
  }));
  /** As it stands after the newest act. */
  protected readonly round = linkedSignal<EvaluationRoundRecord | undefined>(() => this.source.value());
  protected readonly changing = signal(false);
  /** Working papers are never a county’s to read. */
  protected readonly readsPapers = computed(() => this.session.readsCity() || !!this.round()?.own);
  protected readonly name = computed(() => {
    const round = this.round();
    if (!round) return '';
    return this.language.text('rounds.name', {
      year: round.year,
      program: this.language.text(`ui.program.${round.program}`),
      kind: this.language.text(`rounds.kind.${round.kind}`),
    });
  });
  /** Sections that are assigned to the reader, by county. */
  protected readonly ownTasks = computed(() => {
    const round = this.round();
    if (!round) return [];
    return round.counties.flatMap(({ id, name }) => {
      const sections = round.sections.filter((section) =>
        round.assignments.some(
          (one) => one.county === id && one.section === section.id && one.account === round.own?.account,
        ),
      );
      return sections.length > 0 ? [{ id, name, sections }] : [];
    });
  });
  protected readonly settings = computed(() => settingsOf(this.round()));
  protected readonly methods = pageSource('listEvaluations', () =>
    this.changing() ? { query: this.view.selection() } : undefined,
  );

  constructor() {
    useTexts('rounds', ROUNDS_TEXTS);
  }

  protected readonly change = async (body: SentSettings, version: number): Promise<void> => {
    const id = this.round()?.id ?? '';
    this.round.set(await this.client.call('changeEvaluation', { params: { round: id }, body, version }));
  };

  protected readonly reread = async (): Promise<StoredSettings> => {
    const id = this.round()?.id ?? '';
    const now = await this.client.call('readEvaluation', { params: { round: id } });
    return { version: now.version, settings: settingsOf(now) };
  };
}

const settingsOf = (round: EvaluationRoundRecord | undefined): RoundSettings => ({
  methodVersion: round?.methodVersion ?? 1,
  windowFrom: round?.windowFrom ?? '',
  windowTo: round?.windowTo ?? '',
  scoreBy: round?.scoreBy ?? '',
  replyBy: round?.replyBy ?? '',
  gapMarks: round?.gapMarks ?? '3',
  markers: round?.markers ?? 1,
  secondShare: round?.secondShare ?? 0,
  rotate: round?.rotate ?? true,
  seed: round?.seed ?? 1,
});
