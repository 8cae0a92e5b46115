import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Bilingual } from '@yuheng/shared/domain/bilingual';
import { SETTING_NAMES, type SettingId } from '@yuheng/shared/domain/allocation/settings/settings-in-words';
import { CopyButton } from '../ui/copy-button';
import { Language } from '../ui/language';
import { SaidPipe } from '../ui/said';
import { PolicyVersions } from './policy-versions';
import type { SplitDesk } from './split-desk';

/** By which policy the split was made, what it changes against the one in force, and the link that carries it. */
@Component({
  selector: 'yh-policy-changes',
  imports: [TranslocoPipe, CopyButton, PolicyVersions, SaidPipe],
  template: `
    <section class="card">
      <h2>
        {{
          'allocations.changes'
            | transloco: { policy: ('allocations.against.' + desk().toldAgainst() | transloco) }
        }}
      </h2>
      <p>
        @if (version(); as version) {
          {{ 'allocations.policyVersion' | transloco: { version, name: name() } }}
        } @else {
          {{ 'allocations.noPolicy' | transloco }}
        }
      </p>
      @if (changes().length > 0) {
        <table class="data stacking" role="table">
          <thead role="rowgroup">
            <tr role="row">
              @for (heading of ['setting', 'before.' + desk().toldAgainst(), 'after']; track heading) {
                <th scope="col" role="columnheader">{{ 'allocations.' + heading | transloco }}</th>
              }
            </tr>
          </thead>
          <tbody role="rowgroup">
            @for (change of changes(); track change.setting) {
              <tr role="row">
                <th scope="row" role="rowheader">
                  @if (change.county; as county) {
                    <span lang="zh-CN">{{ county }}</span>
                  }
                  {{ change.name }}
                </th>
                <td
                  role="cell"
                  class="wide"
                  [attr.data-label]="'allocations.before.' + desk().toldAgainst() | transloco"
                >
                  <div>{{ change.before | said }}</div>
                </td>
                <td role="cell" class="wide" [attr.data-label]="'allocations.after' | transloco">
                  <div>{{ change.after | said }}</div>
                </td>
              </tr>
            }
          </tbody>
        </table>
      } @else {
        <p>
          {{
            'allocations.same'
              | transloco: { policy: ('allocations.against.' + desk().toldAgainst() | transloco) }
          }}
        </p>
      }
      <details>
        <summary>{{ 'allocations.policy' | transloco }}</summary>
        <ul>
          @for (line of policy(); track $index) {
            <li>{{ line | said }}</li>
          }
        </ul>
      </details>
      @if (desk().question(); as question) {
        <yh-policy-versions [program]="question.program" [counties]="question.counties" />
      }
      <p class="share screen-only">
        {{ 'allocations.share' | transloco }} <yh-copy [text]="address()" />
        <small>{{ 'allocations.shareHint' | transloco }}</small>
      </p>
    </section>
  `,
  styles: `
    details {
      margin-block: 10px;
    }
    ul {
      margin: 4px 0 0;
      padding-inline-start: 1.4em;
    }
    .share {
      display: flex;
      flex-wrap: wrap;
      gap: 6px 12px;
      align-items: center;
      margin: 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PolicyChanges {
  private readonly language = inject(Language);
  readonly desk = input.required<SplitDesk>();
  /** The settings, a line each. */
  readonly policy = input.required<readonly Bilingual[]>();

  protected readonly version = computed(() => this.desk().question()?.policy.version ?? null);
  protected readonly name = computed(() => this.desk().question()?.policy.name ?? '');
  protected readonly changes = computed(() => {
    const names = new Map(
      this.desk()
        .question()
        ?.counties.map(({ id, name }) => [id, name]),
    );
    return this.desk()
      .changes()
      .map((change) => {
        const [setting = '', county] = change.setting.split('/');
        const name =
          county === undefined
            ? this.language.say(SETTING_NAMES[setting as SettingId])
            : this.language.text('allocations.bounds');
        return { ...change, name, county: county === undefined ? null : (names.get(county) ?? county) };
      });
  });
  protected readonly address = computed(() => {
    const query = new URLSearchParams();
    for (const [key, value] of Object.entries(this.desk().carried())) query.set(key, String(value));
    return `${location.origin}/allocations?${query}`;
  });
}
