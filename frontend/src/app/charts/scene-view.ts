import {
  afterNextRender,
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  ElementRef,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { drawPicture, type PictureTexts } from './picture';
import { paintScene } from './scene-picture';
import type { Scene } from './scene';

interface Tip {
  readonly row: number;
  readonly x: number;
  readonly y: number;
}

let count = 0;

/** Shows a scene: shapes in an SVG as wide as the page lets it be, with the tooltip, the cursor and the click of a chart. */
@Component({
  selector: 'yh-scene',
  template: `
    <svg
      class="scene"
      aria-hidden="true"
      [attr.viewBox]="'0 0 ' + width() + ' ' + drawn().height"
      [style.block-size.px]="drawn().height * scale()"
      [style.font-family]="scene().font"
      (pointermove)="hover($event)"
      (pointerleave)="pointed.set(null)"
      (click)="choose($event)"
    >
      <defs>
        <pattern [attr.id]="hatching" patternUnits="userSpaceOnUse" width="8" height="8">
          <path
            d="M-2 2L2-2M0 8L8 0M6 10L10 6"
            [attr.stroke]="scene().background"
            stroke-width="2"
            fill="none"
          />
        </pattern>
      </defs>
      @for (mark of drawn().marks; track $index) {
        @switch (mark.kind) {
          @case ('rectangle') {
            <rect
              [attr.x]="mark.x"
              [attr.y]="mark.y"
              [attr.width]="mark.width"
              [attr.height]="mark.height"
              [attr.rx]="mark.radius"
              [attr.fill]="mark.fill"
              [attr.stroke]="isAt(mark.row) ? scene().ink : mark.stroke"
              [attr.stroke-width]="isAt(mark.row) ? 3 : mark.strokeWidth"
              [attr.stroke-dasharray]="mark.dashed ? '4 3' : null"
              [attr.opacity]="mark.opacity"
              [attr.data-row]="mark.row"
            />
            @if (mark.hatched) {
              <rect
                class="through"
                [attr.x]="mark.x"
                [attr.y]="mark.y"
                [attr.width]="mark.width"
                [attr.height]="mark.height"
                [attr.fill]="'url(#' + hatching + ')'"
                [attr.opacity]="mark.opacity"
              />
            }
          }
          @case ('outline') {
            <path
              fill-rule="evenodd"
              [attr.d]="mark.path"
              [attr.fill]="mark.fill"
              [attr.stroke]="isAt(mark.row) ? scene().ink : mark.stroke"
              [attr.stroke-width]="isAt(mark.row) ? 3 : mark.strokeWidth"
              [attr.stroke-dasharray]="mark.dashed ? '4 3' : null"
              [attr.opacity]="mark.opacity"
              [attr.data-row]="mark.row"
            />
            @if (mark.hatched) {
              <path
                class="through"
                [attr.d]="mark.path"
                [attr.fill]="'url(#' + hatching + ')'"
                [attr.opacity]="mark.opacity"
              />
            }
          }
          @case ('words') {
            <text
              [attr.x]="mark.x"
              [attr.y]="mark.y"
              [attr.font-size]="mark.size"
              [attr.font-weight]="mark.bold ? 600 : null"
              [attr.text-anchor]="mark.anchor"
              [attr.fill]="mark.fill"
              [attr.stroke]="mark.halo"
              [attr.stroke-width]="mark.halo ? 3 : null"
              [attr.opacity]="mark.opacity"
              [attr.data-row]="mark.row"
              [attr.lang]="isChinese(mark.text) ? 'zh-CN' : null"
            >
              {{ mark.text }}
            </text>
          }
        }
      }
    </svg>
    @if (tip(); as at) {
      <p
        class="tip"
        aria-hidden="true"
        [style.inset-inline-start.px]="at.x > half() ? null : at.x + 12"
        [style.inset-inline-end.px]="at.x > half() ? half() * 2 - at.x + 12 : null"
        [style.inset-block-start.px]="at.y + 12"
      >
        @for (line of scene().tips[at.row]; track $index) {
          <span [attr.lang]="isChinese(line) ? 'zh-CN' : null">{{ line }}</span>
        }
      </p>
    }
  `,
  styles: `
    :host {
      display: block;
      position: relative;
    }
    svg {
      display: block;
      inline-size: 100%;
      overflow: visible;
    }
    svg.scene text {
      paint-order: stroke;
      stroke-linejoin: round;
    }
    .through {
      pointer-events: none;
    }
    :host(.pickable) [data-row] {
      cursor: pointer;
    }
    .tip {
      display: grid;
      position: absolute;
      z-index: 5;
      inline-size: max-content;
      max-inline-size: 260px;
      margin: 0;
      padding: 6px 10px;
      border: 1px solid var(--line);
      border-radius: 4px;
      background: var(--surface);
      color: var(--ink);
      box-shadow: 0 2px 10px rgb(0 0 0 / 25%);
      font-size: 0.875rem;
      pointer-events: none;
    }
    .tip span:first-child {
      font-weight: 600;
    }
    @media print {
      svg {
        block-size: auto !important;
      }
      .tip {
        display: none;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SceneView {
  readonly scene = input.required<Scene>();
  readonly scale = input(1);
  /** Row of the twin table that the keyboard cursor is on; -1 for none. */
  readonly cursor = input(-1);
  readonly pick = output<number>();

  protected readonly hatching = `hatching-${(count += 1)}`;
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly available = signal(600);
  protected readonly half = computed(() => this.available() / 2);
  protected readonly width = computed(() => Math.max(240, Math.round(this.available() / this.scale())));
  protected readonly drawn = computed(() => this.scene().draw(this.width()));
  protected readonly pointed = signal<Tip | null>(null);
  private readonly atCursor = signal<Tip | null>(null);
  protected readonly tip = computed(() => this.atCursor() ?? this.pointed());

  constructor() {
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      const measure = () => {
        if (this.host.clientWidth > 0) this.available.set(this.host.clientWidth);
      };
      measure();
      const sizes = new ResizeObserver(measure);
      sizes.observe(this.host);
      destroyed.onDestroy(() => sizes.disconnect());
    });
    afterRenderEffect(() => {
      const row = this.cursor();
      const mark = row < 0 ? null : this.host.querySelector(`[data-row="${row}"]`);
      this.atCursor.set(mark ? { row, ...this.middleOf(mark) } : null);
    });
  }

  /** The scene as a PNG with its title, day and 演示数据 drawn into it. */
  picture(texts: PictureTexts): Promise<Blob | null> {
    return drawPicture(paintScene(this.scene(), this.width()), texts);
  }

  protected isChinese(text: string): boolean {
    return /[\u3400-\u9fff]/.test(text);
  }

  protected isAt(row: number | undefined): boolean {
    return row !== undefined && row === this.cursor();
  }

  protected hover(event: PointerEvent): void {
    const row = rowOf(event);
    const box = this.host.getBoundingClientRect();
    this.pointed.set(row < 0 ? null : { row, x: event.clientX - box.left, y: event.clientY - box.top });
  }

  protected choose(event: Event): void {
    const row = rowOf(event);
    if (row >= 0) this.pick.emit(row);
  }

  private middleOf(mark: Element): { readonly x: number; readonly y: number } {
    const [box, own] = [this.host.getBoundingClientRect(), mark.getBoundingClientRect()];
    return { x: own.left + own.width / 2 - box.left, y: own.top + own.height / 2 - box.top };
  }
}

function rowOf({ target }: Event): number {
  const mark = target instanceof Element ? target.closest('[data-row]') : null;
  return mark ? Number(mark.getAttribute('data-row')) : -1;
}
