import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
} from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { fillPhrase } from '@yuheng/shared/domain/evaluating/phrases';
import type { Remark } from '@yuheng/shared/domain/evaluating/score-entry';
import { Attempt } from '../../api/attempt';
import { Client, type Answer } from '../../api/client';
import { pageSource } from '../../api/page-source';
import { ProblemNotice } from '../../ui/problem-notice';
import { NO_REMARK } from './score-draft';

type Phrase = Answer<'listScorePhrases'>['phrases'][number];
type Part = keyof Remark;

/** 扣分点 · 事实 · 依据 · 佐证页码 of one box, with the phrases of the evaluator and of the firm. */
@Component({
  selector: 'yh-score-remarks',
  imports: [TranslocoPipe, ProblemNotice],
  template: `
    <h3>{{ 'score.remarks.title' | transloco }}</h3>
    <p class="note">
      {{ (locked() && remarks().length === 0 ? 'score.remarks.nothing' : 'score.remarks.hint') | transloco }}
    </p>
    @for (remark of shown(); track $index; let index = $index) {
      <div class="remark">
        @for (part of parts; track part) {
          @if (locked()) {
            <span class="note">{{ 'score.remarks.' + part | transloco }}</span>
            <span lang="zh-CN">{{ remark[part] || '—' }}</span>
          } @else {
            <label [for]="'remark-' + index + '-' + part">{{ 'score.remarks.' + part | transloco }}</label>
            <textarea
              lang="zh-CN"
              [id]="'remark-' + index + '-' + part"
              [rows]="part === 'fact' ? 2 : 1"
              [attr.maxlength]="most[part]"
              [value]="remark[part]"
              (input)="change(index, part, $event)"
            ></textarea>
          }
        }
        @if (!locked() && remarks().length > 0) {
          <button type="button" class="button" (click)="remove(index)">
            {{ 'score.remarks.remove' | transloco: { number: index + 1 } }}
          </button>
        }
      </div>
    }
    @if (!locked()) {
      <p class="acts">
        <button type="button" class="button" (click)="add(empty)">
          {{ 'score.remarks.add' | transloco }}
        </button>
        <label for="score-phrase">{{ 'score.remarks.phrase' | transloco }}</label>
        <select id="score-phrase" (change)="choose($event)">
          <option value="">{{ 'score.remarks.choosePhrase' | transloco }}</option>
          @for (phrase of offered(); track phrase.id) {
            <option [value]="phrase.id">
              {{ phrase.point }}（{{
                (phrase.shared ? 'score.remarks.shared' : 'score.remarks.own') | transloco
              }}）
            </option>
          }
        </select>
        <button type="button" class="button" (click)="take()">
          {{ 'score.remarks.take' | transloco }}
        </button>
      </p>
      @if (chosen()?.own) {
        <p>
          <button type="button" class="button" (click)="forget()">
            {{ 'score.remarks.forget' | transloco }}
          </button>
        </p>
      }
      @if (remarks()[0]?.point) {
        <p class="acts">
          <label
            ><input type="checkbox" [checked]="share()" (change)="share.set(!share())" />
            {{ 'score.remarks.share' | transloco }}</label
          >
          <button type="button" class="button" [disabled]="attempt.busy()" (click)="keep()">
            {{ 'score.remarks.keep' | transloco }}
          </button>
        </p>
      }
      @if (kept()) {
        <p role="status">{{ 'score.remarks.kept' | transloco }}</p>
      }
      @if (attempt.problem(); as problem) {
        <yh-problem [problem]="problem" [canRetry]="false" />
      }
    }
  `,
  styles: `
    h3 {
      margin-block-end: 4px;
      font-size: 1rem;
    }
    .remark {
      display: grid;
      grid-template-columns: max-content 1fr;
      gap: 6px 8px;
      align-items: start;
      margin-block: 8px;
    }
    .remark label {
      padding-block-start: 7px;
    }
    .remark .button {
      grid-column: 2;
      justify-self: start;
    }
    textarea {
      inline-size: 100%;
      padding: 6px 8px;
      border: 1px solid var(--line);
      border-radius: 4px;
      background: var(--surface);
      color: var(--ink);
      font: inherit;
      resize: vertical;
    }
    .acts {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      align-items: center;
    }
    select {
      max-inline-size: 100%;
      min-block-size: 36px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ScoreRemarks {
  private readonly client = inject(Client);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  readonly round = input.required<string>();
  readonly indicator = input.required<string>();
  readonly remarks = input.required<readonly Remark[]>();
  readonly locked = input.required<boolean>();
  /** The county’s figures for the places of a phrase. */
  readonly figures = input.required<Readonly<Partial<Record<string, string>>>>();
  readonly indicators = input.required<readonly string[]>();
  readonly typed = output<readonly Remark[]>();

  protected readonly parts: readonly Part[] = ['point', 'fact', 'basis', 'page'];
  protected readonly most: Readonly<Record<Part, number>> = { point: 500, fact: 2000, basis: 500, page: 100 };
  protected readonly empty = NO_REMARK;
  /** One is there to be written into from the start; none where nothing can be written any more. */
  protected readonly shown = computed(() =>
    this.remarks().length > 0 || this.locked() ? this.remarks() : [NO_REMARK],
  );
  private readonly source = pageSource('listScorePhrases', () => ({ params: { round: this.round() } }));
  protected readonly offered = computed(() =>
    (this.source.value()?.phrases ?? []).filter(
      ({ indicator }) => indicator === null || indicator === this.indicator(),
    ),
  );
  protected readonly chosen = signal<Phrase | null>(null);
  protected readonly share = signal(false);
  protected readonly kept = signal(false);
  protected readonly attempt = new Attempt();

  protected change(index: number, part: Part, event: Event): void {
    const { value } = event.target as HTMLTextAreaElement;
    this.say(this.shown().map((one, at) => (at === index ? { ...one, [part]: value } : one)));
  }

  /** Adds a remark, in the place of one that says nothing yet; answers where it stands. */
  protected add(remark: Remark): number {
    const [first] = this.remarks();
    const blank = this.remarks().length === 1 && first && this.parts.every((part) => first[part] === '');
    const before = blank ? [] : this.remarks();
    this.say([...before, remark]);
    return before.length;
  }

  protected remove(index: number): void {
    this.typed.emit(this.remarks().filter((_, at) => at !== index));
    this.focus(Math.max(0, index - 1), 'point');
  }

  /** Of a list that is gone through by its arrows: what is passed is not taken. */
  protected choose(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    this.chosen.set(this.offered().find(({ id }) => id === value) ?? null);
  }

  /** Puts the phrase in with the county’s figures; the page of the evidence is what remains to be written. */
  protected take(): void {
    const phrase = this.chosen();
    if (!phrase) return;
    const filled = (text: string): string => {
      const outcome = fillPhrase(text, this.figures(), this.indicators());
      return outcome.ok ? outcome.value : text;
    };
    const { point, fact, basis } = phrase;
    this.focus(
      this.add({ point: filled(point), fact: filled(fact), basis: filled(basis), page: '' }),
      'page',
    );
  }

  /** Kept as it stands; whoever takes it for another county writes the figures anew or puts {county} and the like in. */
  protected async keep(): Promise<void> {
    const [first] = this.remarks();
    if (!first) return;
    const { point, fact, basis } = first;
    const body = { indicator: this.indicator(), point, fact, basis, shared: this.share() };
    this.kept.set(
      await this.attempt.run(async () => {
        await this.client.call('addScorePhrase', { params: { round: this.round() }, body });
        this.source.reload();
      }),
    );
  }

  protected async forget(): Promise<void> {
    const phrase = this.chosen();
    if (!phrase) return;
    await this.attempt.run(async () => {
      await this.client.call('removeScorePhrase', { params: { round: this.round(), phrase: phrase.id } });
      this.chosen.set(null);
      this.source.reload();
    });
  }

  private focus(index: number, part: Part): void {
    const take = (): void =>
      this.host.nativeElement.querySelector<HTMLElement>(`#remark-${index}-${part}`)?.focus();
    afterNextRender(take, { injector: this.injector });
  }

  private say(remarks: readonly Remark[]): void {
    this.kept.set(false);
    this.typed.emit(remarks);
  }
}
