import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  resource,
  signal,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AllocationSettingsBody } from '@yuheng/shared/contract/allocation-settings';
import type { ScenarioHead } from '@yuheng/shared/contract/allocation-scenarios';
import { Client } from '../api/client';
import { holds } from '../api/has-role';
import { Session } from '../api/session';
import { PublishPolicyDialog, type PolicyPublication } from './publish-policy-dialog';
import { SaveScenarioDialog } from './save-scenario-dialog';
import type { SplitDesk } from './split-desk';

/** What a program officer does with settings: keep them as a scenario, or publish them as the policy. Others read. */
@Component({
  selector: 'yh-split-acts',
  imports: [RouterLink, TranslocoPipe, PublishPolicyDialog, SaveScenarioDialog],
  template: `
    @if (mayWrite() && desk().evidence()) {
      <p class="acts screen-only">
        <button
          type="button"
          class="button"
          data-kind="primary"
          [disabled]="!desk().proposal()"
          (click)="begin('saving')"
        >
          {{ 'allocations.save' | transloco }}
        </button>
        <button
          type="button"
          class="button"
          [disabled]="!desk().proposal() || desk().isInForce()"
          (click)="begin('publishing')"
        >
          {{ 'allocations.publish' | transloco }}
        </button>
      </p>
      <p class="done" role="status">
        @if (saved(); as saved) {
          {{
            (saved.existing ? 'allocations.scenario.existing' : 'allocations.scenario.saved')
              | transloco: { name: saved.name }
          }}
          <a [routerLink]="['/allocations/scenarios', saved.id]" [queryParams]="selection()">{{
            'allocations.scenario.open' | transloco
          }}</a>
        }
        @if (published(); as version) {
          {{ 'allocations.publication.done' | transloco: { version } }}
        }
      </p>
      <yh-save-scenario
        [open]="doing() === 'saving'"
        [preview]="preview.hasValue() ? preview.value() : null"
        [isOlder]="isOlder()"
        [send]="save"
        (closed)="doing.set(null)"
      />
      <yh-publish-policy
        [open]="doing() === 'publishing'"
        [next]="next()"
        [send]="publish"
        (closed)="doing.set(null)"
      />
    }
  `,
  styles: `
    .acts {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
    .done:empty {
      display: none;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SplitActs {
  private readonly client = inject(Client);
  private readonly session = inject(Session);
  readonly desk = input.required<SplitDesk>();

  protected readonly mayWrite = computed(() => holds(this.session.account(), 'programOfficer'));
  protected readonly doing = signal<'saving' | 'publishing' | null>(null);
  protected readonly saved = signal<
    (Pick<ScenarioHead, 'id' | 'name'> & { readonly existing: boolean }) | null
  >(null);
  protected readonly published = signal<number | null>(null);
  protected readonly next = computed(() => (this.desk().question()?.policy.version ?? 0) + 1);
  protected readonly selection = computed(() => {
    const { program, year } = this.desk().question() ?? {};
    return { program, year };
  });

  /** Computed by the server while a name is being thought of; the save itself is quick then. */
  protected readonly preview = resource({
    params: () => (this.doing() === 'saving' ? untracked(() => this.wish()) : undefined),
    loader: ({ params: { query, ...body } }) =>
      this.client.call('previewAllocationScenario', { query, body }),
  });
  /** What the page computed from has changed since it was read. */
  protected readonly isOlder = computed(
    () =>
      this.preview.hasValue() &&
      this.preview.value().evidenceSha256 !== this.desk().question()?.evidenceSha256,
  );

  protected begin(act: 'saving' | 'publishing'): void {
    this.saved.set(null);
    this.published.set(null);
    this.doing.set(act);
  }

  protected readonly save = async (name: string): Promise<void> => {
    const wish = this.wish();
    if (!wish) return;
    const { query, ...body } = wish;
    const { scenario, existing } = await this.client.call('createAllocationScenario', {
      query,
      body: { name, ...body },
    });
    this.doing.set(null);
    this.saved.set({ id: scenario.id, name: scenario.name, existing });
  };

  private wish() {
    const question = this.desk().question();
    if (!question) return undefined;
    const { program, year, evidence } = question;
    const scoringRun = evidence?.scoring?.run ?? null;
    return { query: { program, year }, settings: bodyOf(this.desk()), scoringRun };
  }

  protected readonly publish = async (publication: PolicyPublication): Promise<void> => {
    const question = this.desk().question();
    if (!question) return;
    const { inForce } = await this.client.call('publishAllocationPolicy', {
      query: { program: question.program },
      body: { ...publication, settings: bodyOf(this.desk()), supersedes: question.policy.version },
    });
    this.doing.set(null);
    this.published.set(inForce);
    // The policy in force is another one from now on, and everything is told against it.
    this.desk().source.reload();
  };
}

/** The same settings, with lists that the contract may write to. */
const bodyOf = (desk: SplitDesk): AllocationSettingsBody => desk.settings() as AllocationSettingsBody;
