import { computed, DOCUMENT, effect, inject, Injectable, signal } from '@angular/core';
import { remember, remembered } from './remembered';

export type MoneyUnit = '元' | '万元';
type Theme = 'light' | 'dark';

const prefersDark = (): boolean => globalThis.matchMedia?.('(prefers-color-scheme: dark)').matches ?? false;

/** How the reader wants to see things: unit of money, size of letters, light or dark. Kept in the browser. */
@Injectable({ providedIn: 'root' })
export class Display {
  private readonly root = inject(DOCUMENT).documentElement;
  readonly unit = signal<MoneyUnit>(remembered('unit', ['元', '万元'], '万元'));
  readonly letters = signal<'normal' | 'large'>(remembered('letters', ['normal', 'large'], 'normal'));
  readonly theme = signal<Theme>(remembered('theme', ['light', 'dark'], prefersDark() ? 'dark' : 'light'));
  readonly dark = computed(() => this.theme() === 'dark');

  constructor() {
    effect(() => {
      this.root.dataset['theme'] = this.theme();
      this.root.dataset['letters'] = this.letters();
      remember('unit', this.unit());
      remember('letters', this.letters());
      remember('theme', this.theme());
    });
  }
}
