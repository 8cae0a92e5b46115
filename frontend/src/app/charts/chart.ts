import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  effect,
  type ElementRef,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import {
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TitleComponent,
  TooltipComponent,
} from 'echarts/components';
import { init, use, type EChartsCoreOption, type EChartsType } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { drawPicture, type PictureTexts } from './picture';

use([
  BarChart,
  LineChart,
  ScatterChart,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TitleComponent,
  TooltipComponent,
  CanvasRenderer,
]);

export type ChartOption = EChartsCoreOption;

/**
 * Size of a chart for paper in px, before the style sheet shrinks it to three quarters: two stand side by side, and
 * the whole overview goes on one A4 with letters that can still be read.
 */
const PAPER = { width: 440, maxHeight: 350 };

/**
 * The only place that touches ECharts: draws an option, follows its size, shows the cursor. Loaded when the first
 * chart comes into a page, never before. Pages use chart-panel.ts, which adds words, table and exports.
 */
@Component({
  selector: 'yh-chart',
  template: '<div #box [style.block-size.px]="height()"></div>',
  styles: `
    div {
      inline-size: 100%;
      min-inline-size: 0;
    }
    @media print {
      :host {
        display: block;
        zoom: 0.75;
      }
      div {
        max-block-size: 350px;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Chart {
  readonly option = input.required<ChartOption>();
  readonly height = input(260);
  /** Index of the item that the keyboard cursor is on; -1 for none. */
  readonly cursor = input(-1);
  private readonly box = viewChild.required<ElementRef<HTMLElement>>('box');
  private readonly drawn = signal<EChartsType | null>(null);

  constructor() {
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      const element = this.box().nativeElement;
      const chart = init(element);
      const sizes = new ResizeObserver(() => chart.resize());
      sizes.observe(element);
      const onPaper = () => {
        chart.resize({ width: PAPER.width, height: Math.min(this.height(), PAPER.maxHeight) });
        // The page is taken before the next frame, which is when ECharts would draw.
        chart.getZr().flush();
      };
      const onScreen = () => chart.resize({ width: 'auto', height: 'auto' });
      addEventListener('beforeprint', onPaper);
      addEventListener('afterprint', onScreen);
      this.drawn.set(chart);
      destroyed.onDestroy(() => {
        sizes.disconnect();
        removeEventListener('beforeprint', onPaper);
        removeEventListener('afterprint', onScreen);
        chart.dispose();
      });
    });
    effect(() => {
      this.drawn()?.setOption({ ...this.option(), animation: mayMove() }, { notMerge: true });
    });
    effect(() => {
      const index = this.cursor();
      const chart = this.drawn();
      if (!chart) return;
      if (index < 0) chart.dispatchAction({ type: 'hideTip' });
      else chart.dispatchAction({ type: 'showTip', seriesIndex: 0, dataIndex: index });
    });
  }

  /** The chart as a PNG with its title, day and 演示数据 drawn into it. */
  async picture(texts: PictureTexts): Promise<Blob | null> {
    const chart = this.drawn();
    if (!chart) return null;
    chart.dispatchAction({ type: 'hideTip' });
    return drawPicture(chart.renderToCanvas({ pixelRatio: 2, backgroundColor: texts.background }), texts);
  }
}

const mayMove = (): boolean =>
  !navigator.webdriver && !globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches;
