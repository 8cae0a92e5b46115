import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { FormControl, ReactiveFormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AllocationScenario } from '@yuheng/shared/contract/allocation-scenarios';
import { Attempt } from '../../api/attempt';
import { Client } from '../../api/client';
import { MomentPipe } from '../../ui/moment';
import { ProblemNotice } from '../../ui/problem-notice';
import { useTexts } from '../../ui/texts';
import { SCENARIOS_TEXTS } from './scenarios-texts';

const LONGEST = 1000;

/** What was said of a scenario, as it was written; who reads the city writes the next one. */
@Component({
  selector: 'yh-scenario-comments',
  imports: [ReactiveFormsModule, TranslocoPipe, MomentPipe, ProblemNotice],
  template: `
    @if (scenario().comments.length === 0) {
      <p class="quiet">{{ 'scenarios.comment.none' | transloco }}</p>
    } @else {
      <ul class="comments">
        @for (comment of scenario().comments; track comment.id) {
          <li>
            <p lang="zh-CN">{{ comment.text }}</p>
            <small
              ><span lang="zh-CN">{{ comment.by }}</span> {{ comment.at | moment }}</small
            >
          </li>
        }
      </ul>
    }
    <form class="screen-only" (submit)="sendComment($event)">
      <label for="scenario-comment">{{ 'scenarios.comment.label' | transloco }}</label>
      <textarea
        id="scenario-comment"
        maxlength="1000"
        aria-describedby="scenario-comment-note"
        [formControl]="text"
        [attr.aria-invalid]="isWrong()"
      ></textarea>
      <p class="note" id="scenario-comment-note" [class.problem]="isWrong()">
        {{ (isWrong() ? 'scenarios.comment.need' : 'scenarios.comment.hint') | transloco }}
      </p>
      @if (attempt.problem(); as problem) {
        <yh-problem [problem]="problem" [canRetry]="false" />
      }
      <p class="acts">
        <button type="submit" class="button" [disabled]="attempt.busy()">
          {{ 'scenarios.comment.send' | transloco }}
        </button>
      </p>
    </form>
  `,
  styleUrls: ['../../ui/form.css', './scenarios.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ScenarioComments {
  private readonly client = inject(Client);
  readonly scenario = input.required<AllocationScenario>();
  readonly changed = output<AllocationScenario>();
  protected readonly text = new FormControl('', { nonNullable: true });
  protected readonly attempt = new Attempt();

  constructor() {
    useTexts('scenarios', SCENARIOS_TEXTS);
  }

  protected isWrong(): boolean {
    const { length } = this.text.value.trim();
    return this.attempt.asked() && (length === 0 || length > LONGEST);
  }

  protected async sendComment(event: Event): Promise<void> {
    event.preventDefault();
    this.attempt.asked.set(true);
    if (this.isWrong()) return;
    const params = { scenario: this.scenario().id };
    const body = { text: this.text.value.trim() };
    const isSent = await this.attempt.run(async () => {
      this.changed.emit(await this.client.call('commentAllocationScenario', { params, body }));
    });
    if (!isSent) return;
    this.text.reset();
    this.attempt.clear();
  }
}
