import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  input,
  output,
  viewChild,
} from '@angular/core';

let count = 0;

/**
 * A dialogue over the whole page that has to be answered. The browser's own modal dialogue keeps the focus inside and
 * gives it back afterwards. Esc does not close it by itself: `escaped` says so, and the caller decides.
 */
@Component({
  selector: 'yh-modal',
  template: `
    <dialog
      #dialog
      tabindex="-1"
      [attr.role]="kind()"
      [attr.aria-labelledby]="headingId"
      (keydown.escape)="escape($event)"
      (cancel)="escape($event)"
      (close)="reopen()"
    >
      <h2 [id]="headingId">{{ heading() }}</h2>
      @if (open()) {
        <ng-content />
      }
    </dialog>
  `,
  styles: `
    dialog {
      inline-size: min(460px, calc(100vw - 24px));
      max-block-size: calc(100dvh - 24px);
      padding: 20px 22px;
      border: 1px solid var(--line);
      border-radius: 8px;
      background: var(--surface);
      color: var(--ink);
      box-shadow: 0 12px 40px rgb(0 0 0 / 30%);
    }
    dialog::backdrop {
      background: rgb(0 0 0 / 40%);
    }
    :host(.covering) dialog::backdrop {
      background: rgb(20 30 40 / 55%);
      backdrop-filter: blur(14px);
    }
    :host(.full) dialog {
      inline-size: calc(100vw - 24px);
      max-inline-size: none;
      min-block-size: calc(100dvh - 24px);
    }
    h2 {
      font-size: 1.125rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Modal {
  readonly open = input.required<boolean>();
  readonly heading = input.required<string>();
  /** An alertdialog has to be answered; a dialog only shows something. */
  readonly kind = input<'alertdialog' | 'dialog'>('alertdialog');
  readonly escaped = output();
  protected readonly headingId = `modal-${(count += 1)}`;
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  constructor() {
    // After its content is there, so that the focus goes to the first act and not to the dialogue as a whole.
    afterRenderEffect(() => {
      const dialog = this.dialog().nativeElement;
      if (this.open() && !dialog.open) dialog.showModal();
      if (!this.open() && dialog.open) dialog.close();
    });
  }

  protected escape(event: Event): void {
    event.preventDefault();
    this.escaped.emit();
  }

  /** A browser may close a dialogue whatever its page says (a second Back on a telephone); what must be answered opens again. */
  protected reopen(): void {
    if (this.open()) this.dialog().nativeElement.showModal();
  }
}
