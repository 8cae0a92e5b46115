import { ChangeDetectionStrategy, Component, computed, input, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { SaidPipe } from '../../ui/said';
import { useTexts } from '../../ui/texts';
import type { SplitDesk } from '../split-desk';
import { FactorEntropy } from './factor-entropy';
import { METHOD_TRIALS, MODE_TRIALS, triedSplit, type Trial } from './research-trials';
import { RESEARCH_TEXTS } from './research-texts';
import { TrialTable } from './trial-table';

/**
 * 更多（研究用）: what the other methods and the other ways of counting performance would give, each with its paradoxes,
 * cliffs and pulls, and what entropy would weigh the factors by. Worked out when it is opened, never before.
 */
@Component({
  selector: 'yh-research',
  imports: [RouterLink, TranslocoPipe, FactorEntropy, SaidPipe, TrialTable],
  template: `
    <details class="card" [open]="isOpen()" (toggle)="toggle($event)">
      <summary>{{ 'allocation-research.title' | transloco }}</summary>
      @if (isOpen()) {
        <p class="aside">{{ 'allocation-research.intro' | transloco }}</p>
        @if (tried.error()) {
          <div class="notice" data-kind="problem" role="alert">
            <p>{{ 'allocation-research.failed' | transloco }}</p>
            <button type="button" class="button" (click)="tried.reload()">
              {{ 'ui.retry' | transloco }}
            </button>
          </div>
        }
        @for (block of blocks(); track block.id) {
          <section>
            <h3>{{ 'allocation-research.' + block.id + '.title' | transloco }}</h3>
            <p class="aside">{{ 'allocation-research.' + block.id + '.text' | transloco }}</p>
            @if (block.trials; as trials) {
              <yh-trial-table
                [trials]="trials"
                [counties]="counties()"
                [caption]="'allocation-research.' + block.id + '.title' | transloco"
              />
            } @else {
              <p class="waiting" role="status">{{ 'allocation-research.computing' | transloco }}</p>
            }
          </section>
        }
        <section>
          <h3>{{ 'allocation-research.advisers.title' | transloco }}</h3>
          @if (desk().evidence(); as evidence) {
            <yh-factor-entropy [evidence]="evidence" [window]="desk().settings().window" />
          }
          <p class="aside">
            {{ 'allocation-research.advisers.ahp' | transloco }}
            <a routerLink="/methods" [queryParams]="{ program: desk().question()?.program }">{{
              'allocation-research.advisers.toMethods' | transloco
            }}</a>
          </p>
        </section>
      }
    </details>
  `,
  styles: `
    summary {
      font-weight: 600;
      cursor: pointer;
    }
    section {
      margin-block-start: 16px;
    }
    .aside {
      color: var(--ink-2);
      font-size: 0.875rem;
    }
    .waiting {
      min-block-size: 420px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ResearchPanel {
  readonly desk = input.required<SplitDesk>();
  protected readonly isOpen = signal(false);
  protected readonly counties = computed(() => this.desk().question()?.counties ?? []);

  protected readonly tried = resource({
    params: () => {
      const settings = this.desk().settings();
      return this.isOpen() && this.desk().proposal() ? { desk: this.desk(), settings } : undefined;
    },
    loader: async ({ params: { desk, settings }, abortSignal }) => {
      const all = async (trials: readonly Trial[]) => {
        const splits = [];
        for (const trial of trials) {
          splits.push(triedSplit(trial, await desk.try(trial.settingsOf(settings), abortSignal), settings));
        }
        return splits;
      };
      return { methods: await all(METHOD_TRIALS), modes: await all(MODE_TRIALS) };
    },
  });
  protected readonly blocks = computed(() => {
    const tried = this.tried.hasValue() ? this.tried.value() : null;
    return [
      { id: 'methods', trials: tried?.methods ?? null },
      { id: 'modes', trials: tried?.modes ?? null },
    ];
  });

  constructor() {
    useTexts('allocation-research', RESEARCH_TEXTS);
  }

  protected toggle(event: Event): void {
    this.isOpen.set((event.target as HTMLDetailsElement).open);
  }
}
