import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AllocationScenario } from '@yuheng/shared/contract/allocation-scenarios';
import { SaidPipe } from '../../ui/said';
import { useTexts } from '../../ui/texts';
import { countyOfSetting, settingName } from './compare-rows';
import { SCENARIOS_TEXTS } from './scenarios-texts';

/** What a policy changes of the one in force, a line each, before and after in words. */
@Component({
  selector: 'yh-setting-changes',
  imports: [TranslocoPipe, SaidPipe],
  template: `
    @if (changes().length === 0) {
      <p>{{ 'scenarios.view.noChanges' | transloco }}</p>
    } @else {
      <div class="table-frame">
        <table class="data stacking" role="table">
          <thead role="rowgroup">
            <tr role="row">
              <th scope="col" role="columnheader">{{ 'scenarios.compared.setting' | transloco }}</th>
              <th scope="col" role="columnheader">{{ 'scenarios.view.before' | transloco }}</th>
              <th scope="col" role="columnheader">{{ 'scenarios.view.after' | transloco }}</th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            @for (change of changes(); track change.setting) {
              <tr role="row">
                <th scope="row" role="rowheader">
                  {{ nameOf(change.setting) | said }}
                  @if (countyOf(change.setting); as county) {
                    <span lang="zh-CN">{{ county }}</span>
                  }
                </th>
                <td role="cell" class="wide" [attr.data-label]="'scenarios.view.before' | transloco">
                  <div>{{ change.before | said }}</div>
                </td>
                <td role="cell" class="wide" [attr.data-label]="'scenarios.view.after' | transloco">
                  <div>
                    <strong>{{ change.after | said }}</strong>
                  </div>
                </td>
              </tr>
            }
          </tbody>
        </table>
      </div>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SettingChanges {
  readonly changes = input.required<AllocationScenario['changes']>();
  readonly names = input.required<AllocationScenario['counties']>();
  protected readonly nameOf = settingName;

  constructor() {
    useTexts('scenarios', SCENARIOS_TEXTS);
  }

  protected countyOf(setting: string): string | null {
    return countyOfSetting(setting, this.names());
  }
}
