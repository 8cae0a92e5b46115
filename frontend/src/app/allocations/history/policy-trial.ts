import { ChangeDetectionStrategy, Component, computed, inject, input, resource, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AllocationHistory } from '@yuheng/shared/contract/allocation-history';
import type { AllocationSettings } from '@yuheng/shared/domain/allocation/settings/allocation-settings';
import { CAREFUL_SETTINGS } from '@yuheng/shared/domain/allocation/settings/settings-presets';
import { pageSource } from '../../api/page-source';
import { ViewState } from '../../api/view-state';
import { Cell, DataTable, type Column } from '../../ui/data-table';
import { Language } from '../../ui/language';
import { ProblemNotice } from '../../ui/problem-notice';
import { SaidPipe } from '../../ui/said';
import { printDifference, type TrialRow } from './trial-of-year';
import { TryingPolicies } from './trying-policies';

interface Choice {
  readonly id: string;
  readonly name: string;
  readonly settings: AllocationSettings;
}

/** 如果当时执行这一办法: one policy on every year with evidence, beside what was really split. The address names the policy. */
@Component({
  selector: 'yh-policy-trial',
  imports: [TranslocoPipe, Cell, DataTable, ProblemNotice, SaidPipe],
  templateUrl: './policy-trial.html',
  styleUrls: ['../../ui/form.css', './history.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PolicyTrial {
  private readonly language = inject(Language);
  private readonly view = inject(ViewState);
  private readonly trying = inject(TryingPolicies);
  readonly history = input.required<AllocationHistory>();
  /** Program and year whose scenarios can be tried. */
  readonly selection = input.required<{
    readonly program: 'assistants' | 'mediation';
    readonly year: number;
  }>();

  protected readonly policies = pageSource('listAllocationPolicies', () => ({
    query: { program: this.selection().program },
  }));
  protected readonly scenarios = pageSource('listAllocationScenarios', () => ({ query: this.selection() }));
  protected readonly printed = printDifference;

  protected readonly groups = computed<
    readonly { readonly id: string; readonly choices: readonly Choice[] }[]
  >(() => {
    const known = this.policies.value();
    const text = (key: string, values?: Record<string, string | number>) =>
      this.language.text(`history.trial.${key}`, values);
    if (!known) return [];
    const inForce = known.versions.find(({ version }) => version === known.inForce);
    return [
      {
        id: 'versions',
        choices: [
          {
            id: 'inForce',
            name: inForce ? text('inForce', { version: inForce.version }) : text('careful'),
            settings: inForce?.settings ?? CAREFUL_SETTINGS,
          },
          ...known.versions
            .filter((one) => one !== inForce)
            .map(({ version, name, settings }) => ({
              id: `version-${version}`,
              name: text('version', { version, name }),
              settings,
            })),
        ],
      },
      {
        id: 'presets',
        choices: known.presets.map(({ id, name, settings }) => ({
          id: `preset-${id}`,
          name: this.language.say(name),
          settings,
        })),
      },
      {
        id: 'scenarios',
        choices: (this.scenarios.value()?.scenarios ?? []).map(({ id, name, settings }) => ({
          id: `scenario-${id}`,
          name,
          settings,
        })),
      },
    ].filter(({ choices }) => choices.length > 0);
  });
  protected readonly asked = computed(() => this.view.query().get('trial') ?? '');
  protected readonly chosen = computed(() =>
    this.groups()
      .flatMap(({ choices }) => choices)
      .find(({ id }) => id === this.asked()),
  );
  /** The address names a policy that is not there; a scenario may still be on its way. */
  protected readonly isGone = computed(
    () =>
      this.asked() !== '' &&
      !this.chosen() &&
      this.policies.value() !== undefined &&
      !this.scenarios.loading(),
  );

  /** The year whose turn it is. */
  protected readonly at = signal(0);
  protected readonly tried = resource({
    params: () => {
      const settings = this.chosen()?.settings;
      return settings ? { history: this.history(), settings } : undefined;
    },
    loader: ({ params, abortSignal }) => this.trying.tryAll(params, abortSignal, (year) => this.at.set(year)),
  });
  protected readonly years = computed(() => (this.tried.hasValue() ? this.tried.value() : []));

  protected readonly columns = computed<readonly Column<TrialRow>[]>(() => {
    const heading = (id: string) => this.language.text(`history.trial.${id}`);
    return [
      {
        id: 'county',
        heading: this.language.text('history.county'),
        chinese: true,
        text: ({ name }) => name,
      },
      { id: 'actual', heading: heading('actual'), end: true, text: ({ actual }) => String(actual ?? '—') },
      { id: 'tried', heading: heading('tried'), end: true },
      { id: 'difference', heading: heading('difference'), end: true },
    ];
  });

  protected choose(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    void this.view.change({ trial: value === '' ? null : value }, true);
  }
}
