import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { FormControl } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CountyFieldwork, FieldSurvey } from '@yuheng/shared/contract/fieldwork-papers';
import { Attempt } from '../../api/attempt';
import { Client, type Answer } from '../../api/client';
import { Field } from '../../ui/field';
import { ProblemNotice } from '../../ui/problem-notice';

/** Makes one-time links of a survey. */
@Component({
  selector: 'yh-survey-links',
  imports: [TranslocoPipe, Field, ProblemNotice],
  template: `
    <form class="screen-only" (submit)="send($event)">
      <yh-field
        [fieldId]="survey().id + '-links'"
        [label]="'fieldwork.survey.count' | transloco"
        [control]="count"
        [hint]="'fieldwork.survey.makeHint' | transloco"
        [error]="attempt.asked() && !isWhole() ? ('fieldwork.sample.sizeProblem' | transloco) : ''"
      />
      @if (attempt.problem(); as problem) {
        <yh-problem [problem]="problem" [canRetry]="false" />
      }
      <p class="acts">
        <button type="submit" class="button" [disabled]="attempt.busy()">
          {{ (attempt.busy() ? 'fieldwork.working' : 'fieldwork.survey.make') | transloco }}
        </button>
      </p>
    </form>
  `,
  styleUrl: './fieldwork.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SurveyLinks {
  private readonly client = inject(Client);
  readonly survey = input.required<FieldSurvey>();
  readonly work = input.required<CountyFieldwork>();
  readonly issued = output<Answer<'issueSurveyLinks'>>();
  protected readonly attempt = new Attempt();
  protected readonly count = new FormControl('', { nonNullable: true });

  protected isWhole(): boolean {
    return /^[1-9]\d{0,2}$/.test(this.count.value.trim());
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.attempt.asked.set(true);
    if (!this.isWhole()) return;
    const { round, county } = this.work();
    const params = { round, county: county.id, survey: this.survey().id };
    await this.attempt.run(async () => {
      const answer = await this.client.call('issueSurveyLinks', {
        params,
        query: { count: Number(this.count.value) },
      });
      this.attempt.asked.set(false);
      this.count.reset();
      this.issued.emit(answer);
    });
  }
}
