import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
} from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CountyFieldwork, FieldSample } from '@yuheng/shared/contract/fieldwork-papers';
import { drawSample } from '@yuheng/shared/domain/evaluating/draw-sample';
import { Attempt } from '../../api/attempt';
import { Client } from '../../api/client';
import { DayPipe } from '../../ui/day';
import { ProblemNotice } from '../../ui/problem-notice';
import { SaidPipe } from '../../ui/said';

type Result = FieldSample['results'][number];

/** One draw, computed again here by its seed, with what was found of each. */
@Component({
  selector: 'yh-sample-sheet',
  imports: [TranslocoPipe, DayPipe, ProblemNotice, SaidPipe],
  template: `
    @let one = sample();
    <h2>
      {{
        'fieldwork.sample.name'
          | transloco
            : {
                number: one.number,
                population: ('fieldwork.sample.' + one.population | transloco),
                total: one.members.length,
                size: one.drawn.length,
              }
      }}
    </h2>
    <p>{{ one.sentence | said }}</p>
    <p>
      <small
        >{{ 'fieldwork.by' | transloco: { who: one.drawnBy, when: (one.drawnOn | day) } }} ·
        {{
          (isSame() ? 'fieldwork.sample.same' : 'fieldwork.sample.differs') | transloco: { seed: one.seed }
        }}</small
      >
    </p>
    <ol>
      @for (id of one.drawn; track id) {
        @let name = nameOf(id);
        @let result = resultOf(id);
        <li>
          <span lang="zh-CN" class="name">{{ name }}</span>
          @if (mayCheck()) {
            <select
              [attr.aria-label]="'fieldwork.sample.resultOf' | transloco: { name: name }"
              (change)="set(id, $event)"
            >
              <option value="" [selected]="!result">{{ 'fieldwork.sample.open' | transloco }}</option>
              <option value="agrees" [selected]="result?.agrees === true">
                {{ 'fieldwork.sample.agrees' | transloco }}
              </option>
              <option value="wrong" [selected]="result?.agrees === false">
                {{ 'fieldwork.sample.wrong' | transloco }}
              </option>
            </select>
            <input
              type="text"
              maxlength="300"
              lang="zh-CN"
              [disabled]="!result"
              [value]="result?.note ?? ''"
              [attr.aria-label]="'fieldwork.sample.noteOf' | transloco: { name: name }"
              [placeholder]="'fieldwork.sample.note' | transloco"
              (input)="say(id, $event)"
            />
          } @else {
            <span>{{
              (result
                ? result.agrees
                  ? 'fieldwork.sample.agrees'
                  : 'fieldwork.sample.wrong'
                : 'fieldwork.sample.open'
              ) | transloco
            }}</span>
            <span lang="zh-CN">{{ result?.note }}</span>
          }
        </li>
      }
    </ol>
    @if (attempt.problem(); as problem) {
      <yh-problem [problem]="problem" [canRetry]="false" />
    }
    @if (mayCheck()) {
      <p class="acts screen-only">
        <button type="button" class="button" [disabled]="attempt.busy()" (click)="save()">
          {{ (attempt.busy() ? 'fieldwork.working' : 'fieldwork.save') | transloco }}
        </button>
      </p>
    }
  `,
  styleUrl: './fieldwork.css',
  styles: `
    ol {
      display: grid;
      gap: 8px;
      margin: 0;
      padding-inline-start: 24px;
    }
    li {
      display: grid;
      grid-template-columns: minmax(220px, 2fr) minmax(120px, 1fr) 3fr;
      gap: 4px 12px;
      align-items: center;
    }
    @media (max-width: 760px) {
      li {
        grid-template-columns: 1fr;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SampleSheet {
  private readonly client = inject(Client);
  readonly sample = input.required<FieldSample>();
  readonly work = input.required<CountyFieldwork>();
  readonly changed = output();
  protected readonly attempt = new Attempt();
  protected readonly results = linkedSignal<readonly Result[]>(() => this.sample().results);
  protected readonly mayCheck = computed(() => this.work().acts.includes('enter'));
  protected readonly isSame = computed(() => {
    const { members, drawn, seed } = this.sample();
    const again = drawSample({ members: members.map(({ id }) => id), size: drawn.length, seed });
    return again.ok && again.value.join() === drawn.join();
  });

  protected nameOf(id: string): string {
    return this.sample().members.find((one) => one.id === id)?.label ?? id;
  }

  protected resultOf(id: string): Result | undefined {
    return this.results().find((one) => one.id === id);
  }

  protected set(id: string, event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    const others = this.results().filter((one) => one.id !== id);
    const note = this.resultOf(id)?.note ?? '';
    this.results.set(value === '' ? others : [...others, { id, agrees: value === 'agrees', note }]);
  }

  protected say(id: string, event: Event): void {
    const note = (event.target as HTMLInputElement).value;
    this.results.update((all) => all.map((one) => (one.id === id ? { ...one, note } : one)));
  }

  protected async save(): Promise<void> {
    const { round, county } = this.work();
    const { id, version } = this.sample();
    const isDone = await this.attempt.run(() =>
      this.client.call('checkFieldSample', {
        params: { round, county: county.id, sample: id },
        version,
        body: { results: [...this.results()] },
      }),
    );
    if (isDone) this.changed.emit();
  }
}
