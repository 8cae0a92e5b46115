import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ApiProblem } from '../api/api-problem';
import { SaidPipe } from './said';

/** What went wrong, where, and what to do; with a way to try again where trying again can help. */
@Component({
  selector: 'yh-problem',
  imports: [TranslocoPipe, SaidPipe],
  template: `
    <div class="notice" data-kind="problem" role="alert">
      <p>
        <strong>{{ problem().text.title | said }}</strong>
      </p>
      @if (saysMore()) {
        <p>{{ problem().text.detail | said }}</p>
      }
      @if (problem().errors.length > 0) {
        <ul>
          @for (error of problem().errors; track $index) {
            <li>
              {{ error.detail | said }}
              @if (error.pointer) {
                <small>（{{ 'ui.problemWhere' | transloco: { pointer: error.pointer } }}）</small>
              }
            </li>
          }
        </ul>
      }
      @if (canRetry()) {
        <p>
          <button type="button" class="button" (click)="retry.emit()">{{ 'ui.retry' | transloco }}</button>
        </p>
      }
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProblemNotice {
  readonly problem = input.required<ApiProblem>();
  readonly canRetry = input(true);
  readonly retry = output();

  /** Several errors are told one by one: the detail is then the first of them, or the title, once more. */
  protected readonly saysMore = computed(() => {
    const { text, errors } = this.problem();
    const said = [text.title.zh, ...errors.map((one) => one.detail.zh)];
    return text.detail.zh !== '' && !said.includes(text.detail.zh);
  });
}
