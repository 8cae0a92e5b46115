import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { FormControl } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import type { IsoDate } from '@yuheng/shared/domain/period/year-month';
import { Attempt } from '../../api/attempt';
import { addressOf, Client, type Answer } from '../../api/client';
import { DayPipe } from '../../ui/day';
import { Field } from '../../ui/field';
import { formatMoney } from '../../ui/money';
import { ProblemNotice } from '../../ui/problem-notice';
import { SaidPipe } from '../../ui/said';
import { FieldworkFactList } from '../fieldwork/fieldwork-facts';
import { ScoreSteps } from './score-steps';

type Facts = Answer<'readScoreFacts'>;

/** The county’s facts beside a box, and what it is asked to show on top of them. */
@Component({
  selector: 'yh-score-facts',
  imports: [TranslocoPipe, DayPipe, Field, FieldworkFactList, ProblemNotice, SaidPipe, ScoreSteps],
  template: `
    @let own = facts();
    <h3>{{ 'score.facts.title' | transloco }}</h3>
    @if (own.explanation; as step) {
      <details open>
        <summary>{{ 'score.facts.explanation' | transloco }}</summary>
        <yh-score-steps [steps]="[step]" />
      </details>
    }
    <p class="figures">{{ 'score.facts.money' | transloco: money() }}</p>
    <details>
      <summary>{{ 'score.facts.figures' | transloco }}</summary>
      <ul>
        @for (figure of own.figures; track figure.id) {
          <li>
            {{ figure.name | said }} <strong class="figures">{{ figure.actual }}</strong>
          </li>
        }
      </ul>
    </details>
    <details>
      <summary>{{ 'score.facts.findings' | transloco }}</summary>
      <ul>
        @for (finding of own.findings; track finding.id) {
          <li lang="zh-CN">
            {{
              'score.facts.finding'
                | transloco
                  : {
                      month: finding.month,
                      summary: finding.summary,
                      state: ('score.facts.findingState.' + finding.state | transloco),
                      deadline: finding.deadline,
                    }
            }}
          </li>
        } @empty {
          <li>{{ 'score.facts.nothing' | transloco }}</li>
        }
      </ul>
    </details>
    <details>
      <summary>{{ 'score.facts.inspections' | transloco }}</summary>
      <ul>
        @for (one of own.inspections; track one.month) {
          <li>{{ 'score.facts.inspection' | transloco: one }}</li>
        } @empty {
          <li>{{ 'score.facts.nothing' | transloco }}</li>
        }
      </ul>
    </details>
    <details>
      <summary>{{ 'score.facts.filings' | transloco }}</summary>
      <ul>
        @for (one of own.filings; track one.document + one.recipient) {
          <li>
            {{
              'score.facts.filed'
                | transloco
                  : {
                      document: ('score.facts.document.' + one.document | transloco),
                      recipient: ('score.facts.recipient.' + one.recipient | transloco),
                      day: one.filedOn ? (one.filedOn | day) : ('score.facts.notFiled' | transloco),
                    }
            }}
          </li>
        }
      </ul>
    </details>
    <h3>{{ 'score.facts.fieldwork' | transloco }}</h3>
    <yh-fieldwork-facts [round]="round()" [county]="own.county" [indicator]="own.indicator" />
    <details [open]="own.documents.length > 0">
      <summary>{{ 'score.facts.documents' | transloco }}</summary>
      <ul>
        @for (one of own.documents; track one.file) {
          <li lang="zh-CN">
            <a
              [href]="
                addressOf('downloadScoreEvidence', {
                  params: { round: round(), county: own.county, file: one.file },
                })
              "
              download
              >{{ one.name }}</a
            >
          </li>
        } @empty {
          <li>{{ 'score.facts.noDocuments' | transloco }}</li>
        }
      </ul>
    </details>
    <h3>{{ 'score.request.title' | transloco }}</h3>
    <ul>
      @for (one of asked(); track one.id) {
        <li>
          <span lang="zh-CN">{{ one.text }}</span> ·
          {{ 'score.request.' + one.state | transloco: { day: one.answeredOn ?? one.dueOn | day } }}
          @if (one.answer) {
            <p lang="zh-CN">{{ one.answer }}</p>
          }
        </li>
      }
    </ul>
    @if (!locked()) {
      <form (submit)="send($event)">
        <yh-field fieldId="request-text" [label]="'score.request.text' | transloco" [control]="text" />
        <yh-field
          fieldId="request-due"
          kind="date"
          [label]="'score.request.dueOn' | transloco"
          [control]="dueOn"
          [max]="until()"
        />
        @if (wanting()) {
          <p class="problem" role="alert">{{ 'score.request.wanted' | transloco }}</p>
        }
        @if (attempt.problem(); as problem) {
          <yh-problem [problem]="problem" [canRetry]="false" />
        }
        @if (sent()) {
          <p role="status">{{ 'score.request.sent' | transloco }}</p>
        }
        <button type="submit" class="button" [disabled]="attempt.busy()">
          {{ 'score.request.send' | transloco }}
        </button>
      </form>
    }
  `,
  styles: `
    h3 {
      font-size: 1rem;
    }
    ul {
      margin: 0;
      padding-inline-start: 18px;
      font-size: 0.875rem;
    }
    summary {
      padding-block: 6px;
      cursor: pointer;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ScoreFactsPanel {
  private readonly client = inject(Client);
  readonly round = input.required<string>();
  readonly facts = input.required<Facts>();
  readonly locked = input.required<boolean>();
  /** The last day for marks. */
  readonly until = input.required<string | null>();

  protected readonly addressOf = addressOf;
  protected readonly text = new FormControl('', { nonNullable: true });
  protected readonly dueOn = new FormControl('', { nonNullable: true });
  protected readonly attempt = new Attempt();
  protected readonly wanting = signal(false);
  protected readonly sent = signal(false);
  private readonly added = signal<Facts['requests']>([]);
  protected readonly asked = computed(() => [
    ...this.facts().requests,
    ...this.added().filter(
      ({ county, indicator }) => county === this.facts().county && indicator === this.facts().indicator,
    ),
  ]);
  protected readonly money = computed(() => {
    const { received, spent } = this.facts().money;
    return { received: formatMoney(received, '元'), spent: formatMoney(spent, '元') };
  });

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const [text, dueOn] = [this.text.value.trim(), this.dueOn.value];
    this.sent.set(false);
    this.wanting.set(!text || !dueOn);
    if (this.wanting()) return;
    const { county, indicator } = this.facts();
    const worked = await this.attempt.run(async () => {
      const body = { county, indicator, text, dueOn: dueOn as IsoDate };
      const asked = await this.client.call('requestEvidence', { params: { round: this.round() }, body });
      this.added.update((before) => [...before, asked]);
    });
    if (!worked) return;
    this.sent.set(true);
    this.text.setValue('');
  }
}
