import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Display } from '../ui/display';
import { Language } from '../ui/language';

/** How to look at things: language, unit of money, large letters, dark. */
@Component({
  selector: 'yh-display-choices',
  imports: [TranslocoPipe],
  template: `
    <button
      type="button"
      class="button plain"
      [attr.lang]="language.current() === 'en' ? 'zh-CN' : 'en'"
      (click)="language.current.set(language.current() === 'en' ? 'zh-CN' : 'en')"
    >
      {{ 'shell.otherLanguage' | transloco }}
    </button>
    <span role="group" class="segments" [attr.aria-label]="'shell.unit' | transloco">
      @for (unit of units; track unit) {
        <button
          type="button"
          class="button plain"
          [attr.aria-pressed]="display.unit() === unit"
          (click)="display.unit.set(unit)"
        >
          {{ 'ui.unit.' + unit | transloco }}
        </button>
      }
    </span>
    <button
      type="button"
      class="button plain"
      [attr.aria-pressed]="display.letters() === 'large'"
      (click)="display.letters.set(display.letters() === 'large' ? 'normal' : 'large')"
    >
      {{ 'shell.largeLetters' | transloco }}
    </button>
    <button
      type="button"
      class="button plain"
      [attr.aria-pressed]="display.dark()"
      (click)="display.theme.set(display.dark() ? 'light' : 'dark')"
    >
      {{ 'shell.dark' | transloco }}
    </button>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 4px;
      align-items: center;
    }
    .segments {
      display: flex;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DisplayChoices {
  protected readonly display = inject(Display);
  protected readonly language = inject(Language);
  protected readonly units = ['元', '万元'] as const;
}
