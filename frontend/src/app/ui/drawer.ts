import {
  ChangeDetectionStrategy,
  Component,
  effect,
  type ElementRef,
  input,
  output,
  viewChild,
} from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';

/**
 * A drawer at the right edge (whole screen on a phone). The browser's own modal dialogue gives focus trap, Esc, and
 * focus back to where it was. Whether it is open belongs into the address: bind `open` to a query key, and remove the
 * key on `closed`.
 */
@Component({
  selector: 'yh-drawer',
  imports: [TranslocoPipe],
  template: `
    <dialog
      #dialog
      class="drawer"
      [attr.aria-label]="heading()"
      (close)="closed.emit()"
      (click)="outside($event)"
    >
      <div class="drawer-body">
        <header>
          <h2>{{ heading() }}</h2>
          <button type="button" class="button" (click)="dialog.close()">{{ 'ui.close' | transloco }}</button>
        </header>
        @if (open()) {
          <ng-content />
        }
      </div>
    </dialog>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Drawer {
  readonly open = input.required<boolean>();
  readonly heading = input.required<string>();
  readonly closed = output();
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  constructor() {
    effect(() => {
      const dialog = this.dialog().nativeElement;
      if (this.open() && !dialog.open) dialog.showModal();
      if (!this.open() && dialog.open) dialog.close();
    });
  }

  protected outside(event: MouseEvent): void {
    if (event.target === this.dialog().nativeElement) this.dialog().nativeElement.close();
  }
}
