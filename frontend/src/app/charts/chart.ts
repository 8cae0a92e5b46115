import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  effect,
  type ElementRef,
  inject,
  input,
  output,
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
import { enlarge } from './enlarge';
import { Paper } from './paper';
import { drawPicture, type PictureTexts } from './picture';
import { itemOfRow, rowOfItem } from './rows';

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

/**
 * What ECharts draws, and of ours: `rowAxis`, the axis whose categories are the rows of the twin table, so that a click
 * anywhere in a row picks it; and `row` in an item that stands for another row than its own place.
 */
export type ChartOption = EChartsCoreOption;

/**
 * Size of a chart for paper in px, before the style sheet shrinks it to three quarters: two stand side by side, and
 * the whole overview goes on one A4 with letters that can still be read.
 */
const PAPER = { width: 440, maxHeight: 320 };

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
        max-block-size: 320px;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Chart {
  readonly option = input.required<ChartOption>();
  readonly height = input(260);
  /** How much larger than usual everything is drawn. */
  readonly scale = input(1);
  /** Row of the twin table that the keyboard cursor is on; -1 for none. */
  readonly cursor = input(-1);
  /** The row whose mark, name or place was clicked. */
  readonly pick = output<number>();
  private readonly paper = inject(Paper);
  private readonly box = viewChild.required<ElementRef<HTMLElement>>('box');
  private readonly drawn = signal<EChartsType | null>(null);
  private moved = false;

  constructor() {
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      const element = this.box().nativeElement;
      const chart = init(element);
      const sizes = new ResizeObserver(() => {
        if (!this.paper.printing()) chart.resize();
      });
      sizes.observe(element);
      const onPaper = () => {
        chart.resize({ width: PAPER.width, height: Math.min(this.height(), PAPER.maxHeight) });
        // The page is taken before the next frame, which is when ECharts would draw.
        chart.getZr().flush();
      };
      const onScreen = () => chart.resize({ width: 'auto', height: 'auto' });
      addEventListener('beforeprint', onPaper);
      addEventListener('afterprint', onScreen);
      this.listen(chart);
      this.drawn.set(chart);
      destroyed.onDestroy(() => {
        sizes.disconnect();
        removeEventListener('beforeprint', onPaper);
        removeEventListener('afterprint', onScreen);
        chart.dispose();
      });
    });
    effect(() => {
      const chart = this.drawn();
      if (!chart) return;
      const { rowAxis: _, ...option } = enlarge(this.option(), this.scale());
      // Bars grow once, when they come; what is picked later stands there at once.
      chart.setOption({ ...option, animation: !this.moved && mayMove() }, { notMerge: true });
      this.moved = true;
    });
    effect(() => {
      const row = this.cursor();
      const chart = this.drawn();
      if (!chart) return;
      if (row < 0) chart.dispatchAction({ type: 'hideTip' });
      else chart.dispatchAction({ type: 'showTip', ...itemOfRow(this.option(), row) });
    });
  }

  /** A mark answers first; where there is none, the row of the axis that the place belongs to, names included. */
  private listen(chart: EChartsType): void {
    let answered = false;
    chart.on('click', ({ componentType, seriesIndex, dataIndex }) => {
      if (componentType !== 'series' || seriesIndex === undefined) return;
      answered = true;
      this.pick.emit(rowOfItem(this.option(), seriesIndex, dataIndex));
    });
    chart.getZr().on('click', ({ offsetX, offsetY }) => {
      const row = answered ? -1 : this.rowAt(chart, offsetX, offsetY);
      answered = false;
      if (row >= 0) this.pick.emit(row);
    });
  }

  private rowAt(chart: EChartsType, x: number, y: number): number {
    const { rowAxis, xAxis, yAxis } = this.option();
    if (rowAxis !== 'x' && rowAxis !== 'y') return -1;
    const axes: unknown = rowAxis === 'x' ? xAxis : yAxis;
    const [axis] = [axes].flat() as readonly { readonly data?: readonly unknown[] }[];
    const row = chart.convertFromPixel(
      rowAxis === 'x' ? { xAxisIndex: 0 } : { yAxisIndex: 0 },
      rowAxis === 'x' ? x : y,
    );
    return typeof row === 'number' && row < (axis?.data?.length ?? 0) ? row : -1;
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
