import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  input,
  viewChild,
} from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { ViewState } from '../api/view-state';

/** The official text as it was published, line by line; the line that the address names is marked and in view. */
@Component({
  selector: 'yh-official-text',
  imports: [TranslocoPipe],
  template: `
    <section class="card" [attr.aria-label]="'publications.text.title' | transloco">
      <h2>{{ 'publications.text.title' | transloco }}</h2>
      <p class="hint wide">{{ 'publications.text.hint' | transloco }}</p>
      <p class="hint narrow">
        {{ 'publications.text.hintNarrow' | transloco }}
        @if (marked() !== null) {
          <button type="button" class="button" (click)="back()">
            {{ 'publications.text.back' | transloco }}
          </button>
        }
      </p>
      <ol #list tabindex="0" lang="zh-CN" [attr.aria-label]="'publications.text.title' | transloco">
        @for (line of lines(); track $index) {
          <li
            [id]="'line-' + ($index + 1)"
            [class.marked]="marked() === $index + 1"
            [attr.aria-current]="marked() === $index + 1 ? 'true' : null"
          >
            <span class="number" aria-hidden="true">{{ $index + 1 }}</span>
            <span>{{ line }}</span>
          </li>
        }
      </ol>
    </section>
  `,
  styleUrl: './official-text-panel.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OfficialTextPanel {
  private readonly view = inject(ViewState);
  readonly text = input.required<string>();
  private readonly list = viewChild.required<ElementRef<HTMLElement>>('list');
  protected readonly lines = computed(() => this.text().split(/\r\n|\n|\r/));
  protected readonly marked = computed(() => {
    const line = this.view.query().get('line') ?? '';
    return /^\d+$/.test(line) ? Number(line) : null;
  });

  constructor() {
    effect(() => {
      const line = this.marked();
      this.lines();
      if (line === null) return;
      setTimeout(() => this.bringIntoView(line));
    });
  }

  /** Beside the amounts the text scrolls by itself and the page stays; below them the page goes to the line. */
  private bringIntoView(line: number): void {
    const list = this.list().nativeElement;
    const element = list.querySelector<HTMLElement>(`#line-${line}`);
    if (!element) return;
    if (list.scrollHeight > list.clientHeight + 1) {
      list.scrollTop = element.offsetTop - (list.clientHeight - element.clientHeight) / 2;
    } else {
      element.scrollIntoView?.({ block: 'center' });
    }
  }

  protected back(): void {
    const pressed = document.querySelector<HTMLElement>('yh-line-link [aria-pressed="true"]');
    pressed?.scrollIntoView({ block: 'center' });
    pressed?.focus();
  }
}
