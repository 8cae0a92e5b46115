import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import {
  SETTING_NAMES,
  settingInWords,
  type SettingId,
} from '@yuheng/shared/domain/allocation/settings/settings-in-words';
import { Language } from '../../ui/language';
import { listInWords } from '../../ui/list-in-words';
import { SaidPipe } from '../../ui/said';
import type { SettingKey } from '../settings-link';
import type { SplitDesk } from '../split-desk';
import { EffectLine } from './effect-line';

/** Settings that belong together: their names and what they are now, to be opened; inside, the fields and their effect. */
@Component({
  selector: 'yh-setting-group',
  imports: [EffectLine, SaidPipe],
  template: `
    <details [open]="isOpen()">
      <summary>
        <span class="name">{{ name() }}</span>
        @if (words(); as words) {
          <span class="words">{{ words }}</span>
        }
      </summary>
      <div class="inside">
        <ng-content />
        @for (key of keys(); track key) {
          <p class="effect">
            @if (keys().length > 1) {
              <small>{{ names[key] | said }}</small>
            }
            <yh-setting-effect [desk]="desk()" [key]="key" />
          </p>
        }
      </div>
    </details>
  `,
  styles: `
    details {
      border-block-start: 1px solid var(--line);
    }
    summary {
      padding-block: 8px;
      cursor: pointer;
    }
    .name {
      font-weight: 600;
    }
    .words {
      display: block;
      padding-inline-start: 1.1em;
      color: var(--ink-2);
      font-size: 0.8125rem;
      line-height: 1.45;
    }
    .inside {
      display: grid;
      gap: 8px;
      padding-block: 4px 12px;
    }
    .effect {
      margin: 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SettingGroup {
  private readonly language = inject(Language);
  readonly desk = input.required<SplitDesk>();
  readonly keys = input.required<readonly SettingKey[]>();
  /** In place of the names of the settings. */
  readonly heading = input('');
  readonly isOpen = input(false);
  protected readonly names = SETTING_NAMES;

  protected readonly name = computed(
    () =>
      this.heading() ||
      listInWords(
        this.keys().map((key) => this.language.say(SETTING_NAMES[key])),
        this.language.current(),
      ),
  );
  /** Nothing is said of settings that hold an error: its field says it. */
  protected readonly words = computed(() => {
    const isEnglish = this.language.current() === 'en';
    const settings = this.desk().settings();
    const isWrong = (key: SettingId) =>
      this.desk()
        .errors()
        .some(({ pointer }) => pointer === `/${key}` || pointer.startsWith(`/${key}/`));
    const told = this.keys()
      .filter((key) => !isWrong(key))
      .map((key) => ({ key, words: this.language.say(settingInWords(key, settings)) }))
      .filter(({ words }) => words !== '');
    // Beside another one each says whose words they are: “没有” alone is no answer.
    const named = ({ key, words }: (typeof told)[number]) =>
      `${this.language.say(SETTING_NAMES[key])}${isEnglish ? ': ' : '：'}${words}`;
    return this.keys().length === 1 ? (told[0]?.words ?? '') : told.map(named).join(isEnglish ? '; ' : '；');
  });
}
