import { ChangeDetectionStrategy, Component, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AllocationQuestion } from '@yuheng/shared/contract/allocation-scenarios';
import type { ProgramId } from '@yuheng/shared/contract/values';
import { pageSource } from '../api/page-source';
import { DayPipe } from '../ui/day';
import { ProblemNotice } from '../ui/problem-notice';
import { SaidPipe } from '../ui/said';
import { countyOfSetting, settingName } from './scenarios/compare-rows';

/** Every published version of the policy with its document, what it says and what it changed; read when it is opened. */
@Component({
  selector: 'yh-policy-versions',
  imports: [TranslocoPipe, DayPipe, ProblemNotice, SaidPipe],
  template: `
    <details (toggle)="toggle($event)">
      <summary>{{ 'allocations.policies' | transloco }}</summary>
      @if (source.problem(); as problem) {
        <yh-problem [problem]="problem" (retry)="source.reload()" />
      }
      @if (source.value(); as data) {
        @for (version of data.versions; track version.version) {
          <section>
            <h3>
              {{ 'allocations.versions.head' | transloco: { version: version.version } }}
              <span lang="zh-CN">{{ version.name }}</span>
              @if (version.version === data.inForce) {
                <strong class="tag">{{ 'allocations.versions.inForce' | transloco }}</strong>
              }
            </h3>
            <p>
              <span lang="zh-CN">{{ version.documentNumber }}</span> · {{ version.publishedOn | day }} ·
              {{ 'allocations.versions.basis' | transloco }}<span lang="zh-CN">{{ version.basis }}</span>
            </p>
            @if (version.changes.length > 0) {
              <ul>
                @for (change of version.changes; track $index) {
                  <li>
                    @if (countyOf(change.setting); as county) {
                      <span lang="zh-CN">{{ county }}</span>
                    }
                    {{
                      'allocations.versions.change'
                        | transloco
                          : {
                              setting: (nameOf(change.setting) | said),
                              before: (change.before | said),
                              after: (change.after | said),
                            }
                    }}
                  </li>
                }
              </ul>
            }
            <details>
              <summary>{{ 'allocations.versions.whole' | transloco }}</summary>
              <ul>
                @for (line of version.inWords; track $index) {
                  <li>{{ line | said }}</li>
                }
              </ul>
            </details>
          </section>
        } @empty {
          <p>{{ 'allocations.versions.none' | transloco }}</p>
        }
      } @else if (source.loading()) {
        <p role="status">{{ 'allocations.versions.loading' | transloco }}</p>
      }
    </details>
  `,
  styles: `
    section {
      margin-block: 10px;
    }
    h3,
    p {
      margin: 0 0 4px;
    }
    h3 {
      font-size: 1em;
    }
    ul {
      margin: 4px 0;
      padding-inline-start: 1.4em;
    }
    .tag {
      padding-inline: 6px;
      border: 1px solid var(--line);
      border-radius: 3px;
      font-size: 0.85em;
      font-weight: 400;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PolicyVersions {
  readonly program = input.required<ProgramId>();
  readonly counties = input.required<AllocationQuestion['counties']>();
  private readonly isOpen = signal(false);
  protected readonly source = pageSource('listAllocationPolicies', () =>
    this.isOpen() ? { query: { program: this.program() } } : undefined,
  );
  protected readonly nameOf = settingName;

  protected countyOf(setting: string): string | null {
    return countyOfSetting(setting, this.counties());
  }

  protected toggle(event: Event): void {
    if ((event.target as HTMLDetailsElement).open) this.isOpen.set(true);
  }
}
