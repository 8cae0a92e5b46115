import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { RoundHead } from '@yuheng/shared/contract/evaluation-rounds';
import { Client } from '../../api/client';
import { pageSource } from '../../api/page-source';
import { Session } from '../../api/session';
import { ViewState } from '../../api/view-state';
import { EmptyNotice } from '../../ui/empty-notice';
import { Language } from '../../ui/language';
import { Page } from '../../ui/page';
import { SaidPipe } from '../../ui/said';
import { useTexts } from '../../ui/texts';
import { RoundSettingsForm, type RoundSettings, type SentSettings } from './round-settings-form';
import { RoundTasks } from './round-tasks';
import { ROUNDS_TEXTS } from './rounds-texts';

const KINDS = ['departmentEvaluation', 'financeEvaluation', 'selfEvaluation'] as const;
type Kind = (typeof KINDS)[number];

/** The rounds of a year by kind, or an evaluator's own; who organises a kind opens a round of it here. */
@Component({
  selector: 'yh-rounds',
  imports: [RouterLink, TranslocoPipe, EmptyNotice, Page, RoundSettingsForm, RoundTasks, SaidPipe],
  template: `
    <yh-page title="rounds.title" question="rounds.question" [source]="source">
      <yh-round-tasks />
      @if (source.value(); as data) {
        @if (readsBusiness()) {
          <p class="headline">
            {{ 'rounds.summary' | transloco: { count: data.rounds.length, finalised: finalised() } }}
          </p>
          <div class="kinds">
            @for (kind of kinds; track kind) {
              <section class="card" [attr.aria-labelledby]="'kind-' + kind">
                <h2 [id]="'kind-' + kind">{{ 'rounds.kind.' + kind | transloco }}</h2>
                <p class="quiet">{{ 'rounds.by.' + kind | transloco }}</p>
                @if (roundOf(kind); as round) {
                  <p>{{ round.sentence | said }}</p>
                  <p class="acts">
                    <a
                      class="button"
                      [routerLink]="['/evaluations', round.id]"
                      [queryParams]="view.selection()"
                      [attr.aria-label]="
                        ('rounds.open' | transloco) + ' ' + ('rounds.kind.' + kind | transloco)
                      "
                      >{{ 'rounds.open' | transloco }}</a
                    >
                  </p>
                } @else {
                  <p>{{ 'rounds.noRound' | transloco: { year: view.year() } }}</p>
                  @if (data.organises.includes(kind) && creating() !== kind) {
                    <p class="acts">
                      <button
                        type="button"
                        class="button"
                        [attr.aria-label]="
                          ('rounds.create' | transloco) + ' ' + ('rounds.kind.' + kind | transloco)
                        "
                        (click)="creating.set(kind)"
                      >
                        {{ 'rounds.create' | transloco }}
                      </button>
                    </p>
                  }
                }
                @if (kind === 'selfEvaluation') {
                  <p>
                    <a routerLink="/goals/self-evaluations" [queryParams]="view.selection()">{{
                      'rounds.selfForms' | transloco
                    }}</a>
                  </p>
                }
              </section>
            }
          </div>
          @if (creating(); as kind) {
            <section class="card">
              <h2>{{ 'rounds.create' | transloco }} · {{ 'rounds.kind.' + kind | transloco }}</h2>
              <yh-round-settings
                [methods]="methods()"
                [initial]="initial()"
                [send]="create"
                (closed)="creating.set(null)"
              />
            </section>
          }
        } @else if (data.rounds.length > 0) {
          <p class="headline">{{ 'rounds.own' | transloco: { count: data.rounds.length } }}</p>
          <div class="kinds">
            @for (round of data.rounds; track round.id) {
              <section class="card" [attr.aria-labelledby]="round.id">
                <h2 [id]="round.id">{{ nameOf(round) }}</h2>
                <p>{{ round.sentence | said }}</p>
                <p class="acts">
                  <a
                    class="button"
                    [routerLink]="['/evaluations', round.id]"
                    [attr.aria-label]="('rounds.open' | transloco) + ' ' + nameOf(round)"
                    >{{ 'rounds.open' | transloco }}</a
                  >
                </p>
              </section>
            }
          </div>
        } @else {
          <yh-empty>
            <p>
              <strong>{{ 'rounds.none' | transloco }}</strong>
            </p>
            <p>{{ 'rounds.noneHint' | transloco }}</p>
          </yh-empty>
        }
      }
    </yh-page>
  `,
  styleUrl: './rounds.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RoundsPage {
  private readonly client = inject(Client);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly language = inject(Language);
  protected readonly view = inject(ViewState);
  protected readonly kinds = KINDS;
  protected readonly readsBusiness = computed(() => this.session.readsBusiness());
  protected readonly source = pageSource('listEvaluations', () => ({
    query: this.readsBusiness() ? this.view.selection() : {},
  }));
  protected readonly creating = signal<Kind | null>(null);
  protected readonly finalised = computed(
    () => (this.source.value()?.rounds ?? []).filter(({ finalisedOn }) => finalisedOn !== null).length,
  );
  protected readonly methods = computed(() =>
    (this.source.value()?.methods ?? []).filter(({ program }) => program === this.view.program()),
  );
  protected readonly initial = computed((): RoundSettings => {
    const year = this.view.year();
    return {
      methodVersion: this.methods()[0]?.version ?? 1,
      windowFrom: `${year}-01`,
      windowTo: `${year}-12`,
      scoreBy: '',
      replyBy: '',
      gapMarks: '3',
      markers: 1,
      secondShare: 0,
      rotate: true,
      seed: 1,
    };
  });

  constructor() {
    useTexts('rounds', ROUNDS_TEXTS);
  }

  protected roundOf(kind: Kind): RoundHead | undefined {
    return this.source.value()?.rounds.find((one) => one.kind === kind);
  }

  protected nameOf({ year, program, kind }: RoundHead): string {
    return this.language.text('rounds.name', {
      year,
      program: this.language.text(`ui.program.${program}`),
      kind: this.language.text(`rounds.kind.${kind}`),
    });
  }

  protected readonly create = async (settings: SentSettings): Promise<void> => {
    const kind = this.creating();
    if (!kind) return;
    const { id } = await this.client.call('createEvaluation', {
      body: { program: this.view.program(), year: this.view.year(), kind, ...settings },
    });
    // Not waited for: the form closes before it goes with the page.
    void this.router.navigate(['/evaluations', id], { queryParams: this.view.selection() });
  };
}
