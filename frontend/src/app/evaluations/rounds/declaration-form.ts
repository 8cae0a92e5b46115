import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { EvaluationRoundRecord } from '@yuheng/shared/contract/evaluation-rounds';
import { Attempt } from '../../api/attempt';
import { Client } from '../../api/client';
import { ProblemNotice } from '../../ui/problem-notice';

type Word = '' | 'clear' | 'conflict';
interface Row {
  readonly id: string;
  readonly name: string;
  /** What is declared; null: nothing yet. */
  readonly declared: boolean | null;
  readonly word: Word;
  readonly reason: string;
}

/** A member’s own word on each county, before anything of the county is shown. */
@Component({
  selector: 'yh-declaration-form',
  imports: [TranslocoPipe, ProblemNotice],
  template: `
    <p>
      {{
        (left() > 0 ? 'rounds.declare.first' : 'rounds.declare.done') | transloco: { count: rows().length }
      }}
    </p>
    @if (left() === 0 && !more()) {
      <p class="acts">
        <button type="button" class="button" (click)="more.set(true)">
          {{ 'rounds.declare.more' | transloco }}
        </button>
      </p>
    } @else {
      <form (submit)="send($event)">
        <ul class="plain">
          @for (row of rows(); track row.id) {
            <li class="county">
              @if (row.declared === true) {
                <span lang="zh-CN">{{ row.name }}</span>
                <strong>{{ 'rounds.declare.conflict' | transloco }}</strong>
              } @else {
                <label>
                  <span lang="zh-CN">{{ row.name }}</span>
                  <select (change)="say(row.id, $event)">
                    @if (row.declared === null) {
                      <option value="" [selected]="row.word === ''">
                        {{ 'rounds.declare.not' | transloco }}
                      </option>
                    }
                    <option
                      value="clear"
                      [selected]="row.word === 'clear' || (row.declared === false && row.word === '')"
                    >
                      {{ 'rounds.declare.clear' | transloco }}
                    </option>
                    <option value="conflict" [selected]="row.word === 'conflict'">
                      {{ 'rounds.declare.conflict' | transloco }}
                    </option>
                  </select>
                </label>
              }
              @if (row.word === 'conflict') {
                <label>
                  <span>{{ 'rounds.declare.reasonOf' | transloco: { county: row.name } }}</span>
                  <input maxlength="500" [value]="row.reason" (input)="explain(row.id, $event)" />
                </label>
              }
            </li>
          }
        </ul>
        @if (attempt.problem(); as problem) {
          <yh-problem [problem]="problem" [canRetry]="false" />
        }
        @if (left() > 0 || news().length > 0) {
          <p class="quiet">{{ 'rounds.declare.truth' | transloco }}</p>
          <p class="acts">
            <button
              type="submit"
              class="button"
              data-kind="primary"
              [disabled]="attempt.busy() || news().length === 0"
            >
              {{ 'rounds.declare.send' | transloco: { count: news().length } }}
            </button>
            @if (left() > 0) {
              <button type="button" class="button" (click)="allClear()">
                {{ 'rounds.declare.allClear' | transloco }}
              </button>
            }
          </p>
        }
      </form>
    }
  `,
  styleUrl: './rounds.css',
  styles: `
    ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(220px, 1fr));
      gap: 8px 16px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DeclarationForm {
  private readonly client = inject(Client);
  readonly round = input.required<EvaluationRoundRecord>();
  readonly changed = output<EvaluationRoundRecord>();
  protected readonly attempt = new Attempt();
  /** Everything is declared, and something is to be added. */
  protected readonly more = signal(false);
  private readonly words = signal<ReadonlyMap<string, Pick<Row, 'word' | 'reason'>>>(new Map());
  protected readonly rows = computed((): readonly Row[] => {
    const { counties, team, own } = this.round();
    const declared = new Map(
      team.find(({ account }) => account === own?.account)?.declarations.map((one) => [one.county, one]),
    );
    return counties.map(({ id, name }) => ({
      id,
      name,
      declared: declared.get(id)?.conflict ?? null,
      ...(this.words().get(id) ?? { word: '' as const, reason: '' }),
    }));
  });
  protected readonly left = computed(() => this.rows().filter(({ declared }) => declared === null).length);
  /** What is said anew. */
  protected readonly news = computed(() =>
    this.rows().filter(({ word, declared }) => word !== '' && (word === 'conflict') !== declared),
  );

  protected say(county: string, event: Event): void {
    this.put(county, { word: (event.target as HTMLSelectElement).value as Word });
  }

  protected explain(county: string, event: Event): void {
    this.put(county, { reason: (event.target as HTMLInputElement).value });
  }

  protected allClear(): void {
    for (const { id, declared, word } of this.rows()) {
      if (declared === null && word === '') this.put(id, { word: 'clear' });
    }
  }

  private put(county: string, change: Partial<Pick<Row, 'word' | 'reason'>>): void {
    this.words.update((words) => {
      const before = words.get(county) ?? { word: '' as const, reason: '' };
      return new Map(words).set(county, { ...before, ...change });
    });
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const declarations = this.news().map(({ id, word, reason }) => ({
      county: id,
      conflict: word === 'conflict',
      ...(word === 'conflict' && reason.trim().length >= 2 ? { reason: reason.trim() } : {}),
    }));
    if (declarations.length === 0) return;
    const isDone = await this.attempt.run(async () => {
      const params = { round: this.round().id };
      this.changed.emit(await this.client.call('declareInterests', { params, body: { declarations } }));
    });
    if (!isDone) return;
    this.words.set(new Map());
    this.more.set(false);
  }
}
