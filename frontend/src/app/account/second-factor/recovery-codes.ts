import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DOCUMENT,
  inject,
  input,
  output,
  signal,
  ViewEncapsulation,
} from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { saveFile } from '../../charts/save-file';
import { CopyButton } from '../../ui/copy-button';
import { Language } from '../../ui/language';

/**
 * Recovery codes, shown this once: to copy, print or download, and to go on only when they are said to be kept. On
 * paper stands nothing else of the page.
 */
@Component({
  selector: 'yh-recovery-codes',
  imports: [TranslocoPipe, CopyButton],
  template: `
    <p>{{ 'second-factor.codesText' | transloco }}</p>
    <div class="recovery-sheet">
      <p class="print-only">
        {{ 'second-factor.codesFile' | transloco }} ·
        {{ 'second-factor.codesAccount' | transloco: { username: username() } }}
      </p>
      <ol>
        @for (code of codes(); track code) {
          <li>{{ code }}</li>
        }
      </ol>
    </div>
    <p class="recovery-acts">
      <yh-copy [text]="text()" />
      <button type="button" class="button" (click)="print()">{{ 'second-factor.print' | transloco }}</button>
      <button type="button" class="button" (click)="download()">
        {{ 'second-factor.download' | transloco }}
      </button>
    </p>
    <p>
      <label class="recovery-kept">
        <input type="checkbox" aria-describedby="kept-note" [checked]="kept()" (change)="kept.set(!kept())" />
        {{ 'second-factor.kept' | transloco }}
      </label>
    </p>
    <p id="kept-note" role="status">
      @if (asked() && !kept()) {
        <span class="recovery-problem">{{ 'second-factor.needKept' | transloco }}</span>
      }
    </p>
    <p class="recovery-acts">
      <button type="button" class="button" data-kind="primary" (click)="finish()">
        {{ 'second-factor.finish' | transloco }}
      </button>
    </p>
  `,
  styles: `
    .recovery-sheet {
      margin-block-end: 10px;
      padding: 10px 14px;
      border: 1px solid var(--line);
      border-radius: 4px;
      background: var(--surface-2);
    }
    .recovery-sheet ol {
      margin: 0;
      padding-inline-start: 2em;
      font-family: ui-monospace, Consolas, 'Liberation Mono', monospace;
      overflow-wrap: anywhere;
    }
    .recovery-acts {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
    .recovery-kept {
      display: flex;
      gap: 8px;
      align-items: center;
    }
    .recovery-kept input {
      inline-size: 20px;
      block-size: 20px;
    }
    .recovery-problem {
      color: var(--warning);
    }
    @media print {
      :root[data-print='recovery-codes'] body * {
        visibility: hidden;
      }
      :root[data-print='recovery-codes'] .recovery-sheet,
      :root[data-print='recovery-codes'] .recovery-sheet * {
        visibility: visible;
      }
      :root[data-print='recovery-codes'] .recovery-sheet {
        position: fixed;
        inset: 0 0 auto;
        border: 0;
        font-size: 12pt;
      }
    }
  `,
  // What is not printed stands outside of this component.
  encapsulation: ViewEncapsulation.None,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RecoveryCodes {
  private readonly document = inject(DOCUMENT);
  private readonly language = inject(Language);
  readonly codes = input.required<readonly string[]>();
  readonly username = input.required<string>();
  readonly finished = output();
  protected readonly kept = signal(false);
  protected readonly asked = signal(false);
  protected readonly text = computed(() => this.codes().join('\n'));

  protected print(): void {
    const root = this.document.documentElement;
    root.dataset['print'] = 'recovery-codes';
    this.document.defaultView?.print();
    delete root.dataset['print'];
  }

  protected download(): void {
    const account = this.language.text('second-factor.codesAccount', { username: this.username() });
    const lines = [this.language.text('second-factor.codesFile'), account, '', ...this.codes(), ''];
    saveFile(
      new Blob([lines.join('\r\n')], { type: 'text/plain;charset=utf-8' }),
      'yuheng-recovery-codes.txt',
    );
  }

  protected finish(): void {
    this.asked.set(true);
    if (this.kept()) this.finished.emit();
  }
}
