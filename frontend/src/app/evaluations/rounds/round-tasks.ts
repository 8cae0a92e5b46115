import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { pageSource } from '../../api/page-source';
import { Session } from '../../api/session';
import { ViewState } from '../../api/view-state';
import { InnerLink } from '../../ui/inner-link';
import { SaidPipe } from '../../ui/said';

/** 需要您办 in evaluation rounds: for evaluators, who have no overview, the one place that says it. */
@Component({
  selector: 'yh-round-tasks',
  imports: [TranslocoPipe, InnerLink, SaidPipe],
  template: `
    @if (tasks(); as tasks) {
      <section class="card" aria-labelledby="round-tasks">
        <h2 id="round-tasks">{{ 'rounds.tasks.title' | transloco }}</h2>
        @if (tasks.length > 0) {
          <ul class="tasks">
            @for (task of tasks; track $index) {
              <li [attr.data-overdue]="task.overdue > 0">
                @if (task.link; as link) {
                  <a [yhLink]="link">{{ task.text | said }}</a>
                }
              </li>
            }
          </ul>
        } @else {
          <p>{{ 'rounds.tasks.none' | transloco }}</p>
        }
      </section>
    }
  `,
  styles: `
    :host {
      display: block;
      margin-block-end: 14px;
    }
    h2 {
      margin-block-start: 0;
    }
    .tasks {
      display: grid;
      gap: 6px;
      margin: 0;
      padding-inline-start: 20px;
    }
    [data-overdue='true']::marker,
    [data-overdue='true'] a {
      color: var(--warning);
    }
    p {
      margin: 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RoundTasks {
  private readonly session = inject(Session);
  private readonly view = inject(ViewState);
  private readonly source = pageSource('listRoundTasks', () => ({
    query: this.session.readsBusiness() ? { program: this.view.program() } : {},
  }));
  protected readonly tasks = computed(() => this.source.value()?.tasks);
}
