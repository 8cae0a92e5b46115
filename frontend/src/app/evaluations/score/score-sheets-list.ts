import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { FormControl, ReactiveFormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { Attempt } from '../../api/attempt';
import { Client, type Answer } from '../../api/client';
import { pageSource } from '../../api/page-source';
import { Modal } from '../../ui/modal';
import { MomentPipe } from '../../ui/moment';
import { ProblemNotice } from '../../ui/problem-notice';

type Sheet = Answer<'listScoreSheets'>['sheets'][number];

/** For who leads the round: which evaluator has submitted which county, and the way back where something is to be mended. */
@Component({
  selector: 'yh-score-sheets',
  imports: [ReactiveFormsModule, TranslocoPipe, Modal, MomentPipe, ProblemNotice],
  template: `
    <h2>{{ 'score.sheets.title' | transloco }}</h2>
    @if (source.problem(); as problem) {
      <yh-problem [problem]="problem" (retry)="source.reload()" />
    }
    @if (sheets().length > 0) {
      <div class="scroll" tabindex="0" role="region" [attr.aria-label]="'score.sheets.title' | transloco">
        <table class="data">
          <thead>
            <tr>
              <th scope="col">{{ 'score.sheets.county' | transloco }}</th>
              <th scope="col">{{ 'score.sheets.evaluator' | transloco }}</th>
              <th scope="col">{{ 'score.sheets.state' | transloco }}</th>
              <th scope="col">{{ 'score.sheets.at' | transloco }}</th>
              <th scope="col">
                <span class="visually-hidden">{{ 'score.sheets.reopen' | transloco }}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            @for (one of sheets(); track one.county + one.account) {
              <tr>
                <th scope="row">{{ one.countyName }}</th>
                <td lang="zh-CN">{{ one.evaluator }}</td>
                <td>{{ 'score.sheets.stateOf.' + one.sheet.state | transloco }}</td>
                <td>{{ one.sheet.submittedAt ? (one.sheet.submittedAt | moment) : '' }}</td>
                <td>
                  @if (one.sheet.state === 'submitted') {
                    <button
                      type="button"
                      class="button"
                      [attr.aria-label]="
                        'score.sheets.reopenOf'
                          | transloco: { evaluator: one.evaluator, county: one.countyName }
                      "
                      (click)="begin(one)"
                    >
                      {{ 'score.sheets.reopen' | transloco }}
                    </button>
                  }
                </td>
              </tr>
            }
          </tbody>
        </table>
      </div>
    } @else if (source.value()) {
      <p>{{ 'score.sheets.none' | transloco }}</p>
    }
    @let sheet = asked();
    <yh-modal
      [open]="sheet !== null"
      [heading]="
        'score.sheets.reopenOf'
          | transloco: { evaluator: sheet?.evaluator ?? '', county: sheet?.countyName ?? '' }
      "
      (escaped)="asked.set(null)"
    >
      <form (submit)="reopen($event)">
        <p>{{ 'score.sheets.reopenText' | transloco }}</p>
        <label for="reopen-reason">{{ 'score.sheets.reason' | transloco }}</label>
        <textarea
          id="reopen-reason"
          rows="3"
          maxlength="500"
          aria-describedby="reopen-reason-note"
          [formControl]="reason"
          [attr.aria-invalid]="wrong()"
        ></textarea>
        <p id="reopen-reason-note" class="note" [class.problem]="wrong()">
          {{ wrong() ? ('score.sheets.reasonProblem' | transloco) : '' }}
        </p>
        @if (attempt.problem(); as problem) {
          <yh-problem [problem]="problem" [canRetry]="false" />
        }
        <p class="acts">
          <button type="submit" class="button" data-kind="primary" [disabled]="attempt.busy()">
            {{ 'score.sheets.reopen' | transloco }}
          </button>
          <button type="button" class="button" (click)="asked.set(null)">
            {{ 'score.sheets.cancel' | transloco }}
          </button>
        </p>
      </form>
    </yh-modal>
  `,
  styleUrl: '../../ui/form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ScoreSheetsList {
  private readonly client = inject(Client);
  readonly round = input.required<string>();
  protected readonly source = pageSource('listScoreSheets', () => ({ params: { round: this.round() } }));
  protected readonly sheets = computed(() => this.source.value()?.sheets ?? []);
  protected readonly asked = signal<Sheet | null>(null);
  protected readonly reason = new FormControl('', { nonNullable: true });
  protected readonly attempt = new Attempt();

  protected wrong(): boolean {
    return this.attempt.asked() && this.reason.value.trim() === '';
  }

  protected begin(sheet: Sheet): void {
    this.attempt.clear();
    this.reason.setValue('');
    this.asked.set(sheet);
  }

  protected async reopen(event: Event): Promise<void> {
    event.preventDefault();
    this.attempt.asked.set(true);
    const [sheet, reason] = [this.asked(), this.reason.value.trim()];
    if (!sheet || !reason) return;
    const { county, account } = sheet;
    const params = { round: this.round(), county, account };
    const worked = await this.attempt.run(() =>
      this.client.call('reopenScoreSheet', { params, body: { reason }, version: sheet.sheet.version }),
    );
    if (worked) this.asked.set(null);
    this.source.reload();
  }
}
