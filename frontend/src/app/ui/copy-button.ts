import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  ElementRef,
  inject,
  input,
  signal,
} from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';

/** Copies a text, and says that it did; where the browser does not allow it, it says how to go on. */
@Component({
  selector: 'yh-copy',
  imports: [TranslocoPipe],
  template: `
    <button type="button" class="button" [title]="hint()" (click)="copy()">
      {{ label() | transloco }}
    </button>
    <span role="status">
      @if (result(); as result) {
        {{ 'ui.copy.' + result | transloco }}
      }
    </span>
  `,
  styles: `
    :host {
      display: inline-flex;
      gap: 8px;
      align-items: center;
    }
    span {
      color: var(--ink-2);
      font-size: 0.875rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CopyButton {
  private readonly document = inject(DOCUMENT);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly text = input.required<string>();
  /** Key of the words on the button. */
  readonly label = input('ui.copy.copy');
  /** What is copied, in words, where the label does not say it. */
  readonly hint = input('');
  protected readonly result = signal<'copied' | 'refused' | null>(null);

  protected async copy(): Promise<void> {
    this.result.set((await this.byClipboard()) || this.bySelection() ? 'copied' : 'refused');
  }

  private async byClipboard(): Promise<boolean> {
    try {
      await navigator.clipboard.writeText(this.text());
      return true;
    } catch {
      // Without TLS a browser has no clipboard for pages: the older way is tried.
      return false;
    }
  }

  private bySelection(): boolean {
    const area = this.document.createElement('textarea');
    area.className = 'visually-hidden';
    area.value = this.text();
    // Beside the button: outside of an open dialogue nothing can be selected.
    this.host.nativeElement.append(area);
    area.select();
    const done = this.document.execCommand?.('copy') ?? false;
    area.remove();
    return done;
  }
}
