import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Indicator, Indicators } from '@yuheng/shared/contract/indicators';
import type { Bilingual } from '@yuheng/shared/domain/bilingual';
import { indicatorsSentence } from '@yuheng/shared/domain/sentences/indicators';
import { PageFocus } from '../api/page-focus';
import { pageSource } from '../api/page-source';
import { ViewState } from '../api/view-state';
import { ChartPanel } from '../charts/chart-panel';
import { reading } from '../charts/reading';
import { Cell, DataTable, type Column } from '../ui/data-table';
import { formatDay } from '../ui/day';
import { EmptyNotice } from '../ui/empty-notice';
import { FocusTrail } from '../ui/focus-trail';
import { listInWords } from '../ui/list-in-words';
import { Page } from '../ui/page';
import { SaidPipe } from '../ui/said';
import { useTexts } from '../ui/texts';
import { byCountyChart, coursesChart } from './indicator-charts';
import {
  figureOf,
  fullOf,
  GROUPS,
  isGroup,
  monthsOfAll,
  placedOf,
  strictestOf,
  type CountyRow,
  type Figure,
  type Group,
  type MonthLine,
  type Placed,
} from './indicator-view';
import { INDICATORS_TEXTS } from './indicators-texts';
import { figureInWords } from './figure-in-words';
import { MarkedFigure } from './marked-figure';
import { MonthGrid } from './month-grid';

/** Which indicator needs work where: the sentence, county by indicator, the months of what is picked, what each one means. */
@Component({
  selector: 'yh-indicators-page',
  imports: [
    RouterLink,
    TranslocoPipe,
    Cell,
    ChartPanel,
    DataTable,
    EmptyNotice,
    FocusTrail,
    Page,
    SaidPipe,
    MarkedFigure,
    MonthGrid,
  ],
  templateUrl: './indicators-page.html',
  styleUrl: './indicators-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class IndicatorsPage {
  protected readonly view = inject(ViewState);
  protected readonly focus = inject(PageFocus);
  private readonly router = inject(Router);
  private readonly reading = reading();
  protected readonly groups = GROUPS;
  protected readonly source = pageSource('readIndicators', () => ({ query: this.view.selection() }));

  protected readonly group = computed<Group>(() => {
    const asked = this.view.query().get('group');
    return isGroup(asked) ? asked : 'targeted';
  });
  protected readonly gathered = computed(() =>
    (this.source.value()?.counties ?? []).some(({ cells }) => cells.some(({ state }) => state !== 'notDue')),
  );
  /** The county that is picked; an unknown id picks nothing. */
  private readonly picked = computed(
    () => this.source.value()?.counties.find(({ id }) => id === this.focus.county()) ?? null,
  );
  protected readonly counties = computed<readonly CountyRow[]>(() => {
    const picked = this.picked();
    return picked ? [picked] : (this.source.value()?.counties ?? []);
  });
  protected readonly placed = computed(() => {
    const data = this.source.value();
    return data ? placedOf(data, this.group()) : [];
  });
  /** The columns of the table: of a picked month only those that have months. */
  protected readonly shown = computed(() =>
    this.placed().filter(({ indicator }) => this.focus.month() === null || indicator.monthly !== null),
  );
  protected readonly indicator = computed<Placed | null>(() => {
    const asked = this.view.query().get('indicator');
    return this.placed().find(({ indicator }) => indicator.id === asked) ?? null;
  });

  protected readonly caption = computed(() => {
    const { text, said, language } = this.reading();
    const month = this.focus.month();
    if (month === null) return text('indicators.table.yearSoFar', { year: this.source.value()?.year ?? '' });
    const left = this.placed().filter((one) => !this.shown().includes(one));
    const names = listInWords(
      left.map(({ indicator }) => said(indicator.name)),
      language,
    );
    const day = formatDay(month, language);
    return left.length > 0
      ? text('indicators.table.ofMonth', { month: day, names })
      : text('indicators.table.ofMonthAll', { month: day });
  });

  protected readonly columns = computed<readonly Column<CountyRow>[]>(() => {
    const { text, said } = this.reading();
    const isOfSeveral = this.counties().length > 1;
    return [
      {
        id: 'county',
        heading: text('indicators.table.county'),
        ...(isOfSeveral ? { footer: text('indicators.table.all') } : {}),
      },
      ...this.shown().map(({ indicator, at }): Column<CountyRow> => ({
        id: indicator.id,
        heading: said(indicator.name),
        order: (row) => {
          const { figure } = this.figureOf(row, at);
          return figure === null ? null : Number(figure);
        },
        ...(isOfSeveral ? { footer: this.allInWords(indicator) } : {}),
      })),
    ];
  });

  /** By county where an indicator is picked and no county; else by indicator, of the county or of all together. */
  protected readonly byCounty = computed(() => this.indicator() !== null);
  protected readonly lines = computed<readonly MonthLine[]>(() => {
    const { said, text } = this.reading();
    const one = this.indicator();
    const counties = this.counties();
    const monthly = this.placed().filter(({ indicator }) => indicator.monthly !== null);
    if (one) {
      if (one.indicator.monthly === null) return [];
      return [
        ...counties.map((county) => lineOf(one, county, county.name, true)),
        ...(counties.length > 1 ? [allOf(one, counties, text('indicators.table.all'))] : []),
      ];
    }
    const [only] = counties.length === 1 ? counties : [];
    return monthly.map((placed) => {
      const name = said(placed.indicator.name);
      return only ? lineOf(placed, only, name, false) : allOf(placed, counties, name);
    });
  });
  protected readonly what = computed(() => {
    const { text, said } = this.reading();
    const one = this.indicator();
    const [only] = this.counties().length === 1 ? this.counties() : [];
    const values = {
      ...(only ? { county: only.name } : {}),
      ...(one ? { indicator: said(one.indicator.name) } : {}),
    };
    const key = only ? (one ? 'ofBoth' : 'ofCounty') : one ? 'ofIndicator' : 'ofAll';
    return text(`indicators.months.${key}`, values);
  });
  /** The month that is picked, as a row of the chart's table. */
  protected readonly pickedMonth = computed(() =>
    (this.lines()[0]?.months ?? []).findIndex(({ month }) => month === this.focus.month()),
  );
  /** Of several counties each has a field of its own, and a field is what can be picked; else a month is. */
  private readonly areFields = computed(() => this.byCounty() && this.lines().length > 1);
  protected readonly courses = computed(() =>
    this.areFields()
      ? byCountyChart(this.lines(), this.what(), this.reading())
      : coursesChart(this.lines(), this.what(), { reading: this.reading(), picked: this.pickedMonth() }),
  );
  protected readonly pickedRow = computed(() => (this.areFields() ? -1 : this.pickedMonth()));
  protected readonly disclosure = computed(() =>
    strictestOf(this.lines().map(({ indicator }) => indicator.disclosure)),
  );
  protected readonly definitions = computed(() => this.placed().map(({ indicator }) => indicator));

  protected readonly definitionColumns = computed<readonly Column<Indicator>[]>(() => {
    const { text, said } = this.reading();
    const word = (key: string) => text(`indicators.definitions.${key}`);
    return [
      { id: 'name', heading: word('name'), text: (row) => said(row.name) },
      { id: 'formula', heading: word('formula'), wide: true, text: (row) => said(row.formula) },
      { id: 'direction', heading: word('direction'), text: (row) => word(row.direction) },
      { id: 'responsible', heading: word('responsible'), text: (row) => word(row.responsible) },
      { id: 'disclosure', heading: word('disclosure'), text: (row) => word(row.disclosure) },
      { id: 'basis', heading: word('basis'), wide: true, text: (row) => said(row.basis) },
    ];
  });

  constructor() {
    useTexts('indicators', INDICATORS_TEXTS);
  }

  /** Of a picked county the sentence is made anew from its own cells, by the same function that the server uses. */
  protected headline(data: Indicators): Bilingual {
    const county = this.picked();
    if (!county || data.counties.length === 1) return data.headline;
    const across = data.indicators.map(({ name, targeted }, at) => {
      const cell = county.cells[at];
      return { name, targeted, cells: cell ? [{ ...cell, county: county.name }] : [] };
    });
    const said = indicatorsSentence(
      data.year,
      across.filter(({ targeted }) => targeted),
      across,
    );
    return { zh: `${county.name}：${said.zh}`, en: `${county.name}: ${said.en}` };
  }

  protected figureOf(county: CountyRow, at: number): Figure {
    return figureOf(county, at, this.focus.month());
  }

  protected fullOf({ indicator, at }: Placed): number {
    const all = this.source.value()?.counties ?? [];
    return fullOf(
      indicator,
      all.map((county) => this.figureOf(county, at).figure),
    );
  }

  protected pick(county: string): void {
    const page = this.router.createUrlTree(['/counties', county], { queryParams: this.view.selection() });
    void this.focus.pick({ county }, this.router.serializeUrl(page));
  }

  /** What is picked leads on to the sheets of the year. */
  protected pickMonth(month: string): void {
    const areWages = this.lines().every(({ indicator }) => indicator.monthly === 'wages');
    const { program, year } = this.view.selection();
    const sheets = this.router.createUrlTree([areWages ? '/funds/spending' : '/inspections'], {
      queryParams: { program, year },
    });
    void this.focus.pick({ month }, this.router.serializeUrl(sheets));
  }

  protected pickRow(row: number): void {
    if (this.areFields()) {
      const county = this.lines()[row]?.county;
      if (county) this.pick(county);
      return;
    }
    const month = this.lines()[0]?.months[row]?.month;
    if (month) this.pickMonth(month);
  }

  protected choose(indicator: string | null): void {
    void this.view.change({ indicator }, true);
  }

  /** The counties together, and of how many they are where some have no figure. */
  private allInWords(indicator: Indicator): string {
    const { text } = this.reading();
    const month = this.focus.month();
    const all = month === null ? indicator.all : indicator.all.months.find((one) => one.month === month);
    const words = figureInWords(indicator, all?.figure ?? null, this.reading());
    if (!all || words === null) return '—';
    const isWhole = all.counties === this.counties().length;
    return isWhole ? words : `${words}${text('indicators.table.allOf', { count: all.counties })}`;
  }
}

const lineOf = (
  { indicator, at }: Placed,
  { id, months }: CountyRow,
  name: string,
  chinese: boolean,
): MonthLine => ({
  key: `${id}/${indicator.id}`,
  name,
  chinese,
  indicator,
  county: id,
  months: months[at] ?? [],
});

const allOf = (placed: Placed, counties: readonly CountyRow[], name: string): MonthLine => ({
  key: `all/${placed.indicator.id}`,
  name,
  chinese: false,
  indicator: placed.indicator,
  county: null,
  months: monthsOfAll(placed, counties),
});
