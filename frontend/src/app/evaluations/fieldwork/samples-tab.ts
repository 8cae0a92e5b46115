import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { FormControl, ReactiveFormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CountyFieldwork, FieldSample } from '@yuheng/shared/contract/fieldwork-papers';
import { Attempt } from '../../api/attempt';
import { Client } from '../../api/client';
import { EmptyNotice } from '../../ui/empty-notice';
import { Field } from '../../ui/field';
import { ProblemNotice } from '../../ui/problem-notice';
import { SampleSheet } from './sample-sheet';

/** 抽查 of a county: a new draw, and what was found of those before. */
@Component({
  selector: 'yh-samples-tab',
  imports: [ReactiveFormsModule, TranslocoPipe, EmptyNotice, Field, ProblemNotice, SampleSheet],
  template: `
    @let one = work();
    @if (one.acts.includes('enter')) {
      <section class="card screen-only">
        <form (submit)="draw($event)">
          <div class="fields">
            <div>
              <label for="sample-population">{{ 'fieldwork.sample.population' | transloco }}</label>
              <select id="sample-population" (change)="choose($event)">
                @for (each of populations; track each) {
                  <option [value]="each">{{ 'fieldwork.sample.' + each | transloco }}</option>
                }
              </select>
            </div>
            <yh-field
              fieldId="sample-size"
              [label]="'fieldwork.sample.size' | transloco"
              [control]="size"
              [error]="attempt.asked() && !isWhole() ? ('fieldwork.sample.sizeProblem' | transloco) : ''"
            />
          </div>
          <p class="acts">
            <button type="submit" class="button" data-kind="primary" [disabled]="attempt.busy()">
              {{ (attempt.busy() ? 'fieldwork.working' : 'fieldwork.sample.draw') | transloco }}
            </button>
          </p>
        </form>
      </section>
    }
    @if (attempt.problem(); as problem) {
      <yh-problem [problem]="problem" [canRetry]="false" />
    }
    @if (one.samples.length === 0) {
      <yh-empty>
        <p>
          <strong>{{ 'fieldwork.sample.none' | transloco }}</strong>
        </p>
        <p>{{ 'fieldwork.sample.noneHint' | transloco }}</p>
      </yh-empty>
    }
    @for (sample of one.samples; track sample.id) {
      <yh-sample-sheet class="card" [sample]="sample" [work]="one" (changed)="changed.emit()" />
    }
  `,
  styleUrl: './fieldwork.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SamplesTab {
  private readonly client = inject(Client);
  readonly work = input.required<CountyFieldwork>();
  readonly changed = output();
  protected readonly attempt = new Attempt();
  protected readonly populations = ['posts', 'justiceOffices'] as const;
  protected readonly population = signal<FieldSample['population']>('posts');
  protected readonly size = new FormControl('', { nonNullable: true });

  protected isWhole(): boolean {
    return /^[1-9]\d{0,2}$/.test(this.size.value.trim());
  }

  protected choose(event: Event): void {
    this.population.set((event.target as HTMLSelectElement).value as FieldSample['population']);
  }

  protected async draw(event: Event): Promise<void> {
    event.preventDefault();
    this.attempt.asked.set(true);
    if (!this.isWhole()) return;
    const { round, county } = this.work();
    const body = { population: this.population(), size: Number(this.size.value) };
    const isDone = await this.attempt.run(() =>
      this.client.call('drawFieldSample', { params: { round, county: county.id }, body }),
    );
    if (!isDone) return;
    this.attempt.clear();
    this.size.reset();
    this.changed.emit();
  }
}
