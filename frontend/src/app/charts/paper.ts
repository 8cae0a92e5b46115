import { ApplicationRef, computed, inject, Injectable, signal } from '@angular/core';
import { Display } from '../ui/display';
import { lookOf } from './look';

/**
 * The colours of the moment: the reader's on the screen, the light ones on paper whatever the screen has. A browser takes
 * the page right after it says that it prints, so everything that follows these colours is drawn anew before it goes on.
 */
@Injectable({ providedIn: 'root' })
export class Paper {
  private readonly display = inject(Display);
  readonly printing = signal(false);
  readonly look = computed(() => lookOf(this.printing() ? 'light' : this.display.theme()));
  /** How much larger than usual the reader wants letters. */
  readonly letters = computed(() => (this.display.letters() === 'large' && !this.printing() ? 1.25 : 1));

  constructor() {
    const page = inject(ApplicationRef);
    const turn = (printing: boolean) => () => {
      this.printing.set(printing);
      page.tick();
    };
    addEventListener('beforeprint', turn(true));
    addEventListener('afterprint', turn(false));
  }
}
