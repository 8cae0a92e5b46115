import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MethodSimulation } from '@yuheng/shared/contract/evaluation-methods';
import { Attempt } from '../api/attempt';
import { Client } from '../api/client';
import { ViewState } from '../api/view-state';
import { DayPipe } from '../ui/day';
import { Language } from '../ui/language';
import { listInWords } from '../ui/list-in-words';
import { ProblemNotice } from '../ui/problem-notice';
import { SaidPipe } from '../ui/said';

/** Of which method: a published version, or a draft as it is stored. */
export type SimulatedMethod = { readonly version: number } | { readonly draft: string };

/** A past year under this method beside a published version: totals, differences, and what moved. No rank, no grade. */
@Component({
  selector: 'yh-method-simulation',
  imports: [TranslocoPipe, DayPipe, ProblemNotice, SaidPipe],
  templateUrl: './method-simulation-panel.html',
  styleUrl: './method-simulation-panel.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MethodSimulationPanel {
  private readonly client = inject(Client);
  private readonly language = inject(Language);
  private readonly view = inject(ViewState);
  readonly method = input.required<SimulatedMethod>();
  /** The versions that it can stand beside. */
  readonly versions = input.required<readonly number[]>();
  readonly usual = input.required<number | null>();
  /** What was typed is kept first: the server computes from what it has. */
  readonly before = input<() => Promise<boolean>>(() => Promise.resolve(true));

  protected readonly year = signal(0);
  protected readonly against = signal<number | null>(null);
  protected readonly years = computed(() => this.view.years());
  protected readonly result = signal<MethodSimulation | null>(null);
  protected readonly attempt = new Attempt();
  protected readonly opened = signal<string | null>(null);

  constructor() {
    effect(() => {
      const [year, usual] = [this.view.year(), this.usual()];
      untracked(() => {
        this.year.set(year);
        this.against.set(usual);
      });
    });
  }

  protected async run(): Promise<void> {
    await this.attempt.run(async () => {
      if (!(await this.before()())) return;
      const [method, year] = [this.method(), this.year()];
      const against = this.against() ?? undefined;
      const asked = against === undefined ? { year } : { year, against };
      const answer =
        'draft' in method
          ? await this.client.call('simulateMethodDraft', { params: method, query: asked })
          : await this.client.call('simulateMethodVersion', {
              params: method,
              query: { program: this.view.program(), ...asked },
            });
      this.result.set(answer);
      this.opened.set(null);
    });
  }

  protected choose(key: 'year' | 'against', event: Event): void {
    this[key].set(Number((event.target as HTMLSelectElement).value));
  }

  /** One sentence computed from the figures: how many totals go up, down or stay, and how many cannot be computed. */
  protected readonly headline = computed(() => {
    const result = this.result();
    if (!result) return '';
    const differences = result.counties.map(({ difference }) => difference);
    const known = differences.filter((one) => one !== null);
    return this.language.text('methods.simulation.headline', {
      counties: result.counties.length,
      up: known.filter((one) => !one.startsWith('-') && Number(one) !== 0).length,
      down: known.filter((one) => one.startsWith('-')).length,
      even: known.filter((one) => Number(one) === 0).length,
      unknown: differences.length - known.length,
    });
  });

  protected signed(difference: string): string {
    return difference.startsWith('-') || Number(difference) === 0
      ? difference.replace('-', '−')
      : `+${difference}`;
  }

  /** Every indicator of this method that is missing in some county; empty where none is. */
  protected readonly missing = computed(() => {
    const all = (this.result()?.counties ?? []).flatMap(({ after }) => after.missing);
    const names = [...new Map(all.map(({ id, name }) => [id, this.language.say(name)])).values()];
    return listInWords(names, this.language.current());
  });

  protected toggle(county: string): void {
    this.opened.update((open) => (open === county ? null : county));
  }
}
