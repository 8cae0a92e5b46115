import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Answer } from '../api/client';
import { pageSource } from '../api/page-source';
import { ViewState } from '../api/view-state';
import { Cell, type Column } from '../ui/data-table';
import { EmptyNotice } from '../ui/empty-notice';
import { Language } from '../ui/language';
import { LongTable } from '../ui/long-table';
import { Page } from '../ui/page';
import { SaidPipe } from '../ui/said';

type List = Answer<'listCounties'>;

interface Row {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly open: boolean;
  readonly cityId: string;
  readonly city: string;
  readonly province: string;
}

/** Every county of a province or of the nation in official order, to be found by its name, code or city. */
@Component({
  selector: 'yh-many-counties',
  imports: [RouterLink, TranslocoPipe, Cell, EmptyNotice, LongTable, Page, SaidPipe],
  template: `
    <yh-page title="countyList.title" question="countyList.question" [source]="source" skeletonHeight="72vh">
      @if (source.value(); as data) {
        @if (data.counties.length > 0) {
          <section class="card">
            <p>
              {{ data.sentence | said }} {{ 'countyList.hint' | transloco }}
              @if (hasOthers()) {
                {{ 'countyList.elsewhere' | transloco }}
              }
            </p>
            <form class="filters screen-only" role="search" (submit)="$event.preventDefault()">
              <label>
                <span>{{ 'countyList.find' | transloco }}</span>
                <input
                  type="text"
                  role="searchbox"
                  [value]="find()"
                  (input)="filter('find', $event)"
                  autocomplete="off"
                />
              </label>
              @if (data.cities.length > 1) {
                <label>
                  <span>{{ 'countyList.city' | transloco }}</span>
                  <select (change)="filter('city', $event)">
                    <option value="">{{ 'countyList.everyCity' | transloco }}</option>
                    @for (city of data.cities; track city.id) {
                      <option [value]="city.id" [selected]="city.id === chosenCity()" lang="zh-CN">
                        {{ city.province ? city.province + ' ' : '' }}{{ city.name }}
                      </option>
                    }
                  </select>
                </label>
              }
              <p role="status">
                {{ 'countyList.found' | transloco: { count: rows().length, all: data.counties.length } }}
              </p>
            </form>
            @if (rows().length > 0) {
              <yh-long-table
                [columns]="columns()"
                [rows]="rows()"
                [caption]="
                  'countyList.found' | transloco: { count: rows().length, all: data.counties.length }
                "
              >
                <ng-template yhCell="name" [yhCellOf]="rows()" let-row>
                  @if (row.open) {
                    <a
                      [routerLink]="['/counties', row.id]"
                      [queryParams]="view.selection()"
                      [title]="row.name"
                      >{{ row.name }}</a
                    >
                  } @else {
                    <span [title]="row.name">{{ row.name }}</span>
                  }
                </ng-template>
              </yh-long-table>
            } @else {
              <yh-empty>{{ 'countyList.noneFound' | transloco }}</yh-empty>
            }
          </section>
        } @else {
          <yh-empty>{{ 'countyList.empty' | transloco }}</yh-empty>
        }
      }
    </yh-page>
  `,
  styles: `
    .filters {
      display: flex;
      flex-wrap: wrap;
      gap: 8px 18px;
      align-items: center;
      margin-block-end: 12px;
    }
    .filters label {
      display: flex;
      gap: 8px;
      align-items: center;
    }
    .filters :is(input, select) {
      max-inline-size: 15em;
    }
    .filters p {
      margin: 0;
      color: var(--ink-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ManyCounties {
  protected readonly view = inject(ViewState);
  private readonly language = inject(Language);
  protected readonly source = pageSource('listCounties', () => ({}));
  protected readonly find = computed(() => this.view.query().get('find') ?? '');
  protected readonly chosenCity = computed(() => this.view.query().get('city') ?? '');

  protected readonly hasOthers = computed(() => this.all().some(({ open }) => !open));
  private readonly all = computed(() => rowsOf(this.source.value()));
  protected readonly rows = computed(() => {
    const wanted = this.find().trim().toLowerCase();
    const city = this.chosenCity();
    if (wanted === '' && city === '') return this.all();
    return this.all().filter(
      (row) =>
        (city === '' || row.cityId === city) &&
        (row.name.toLowerCase().includes(wanted) ||
          row.city.toLowerCase().includes(wanted) ||
          row.code.startsWith(wanted)),
    );
  });
  protected readonly columns = computed<readonly Column<Row>[]>(() => {
    const heading = (id: string) => this.language.text(`countyList.column.${id}`);
    const data = this.source.value();
    return [
      { id: 'name', heading: heading('name'), chinese: true },
      { id: 'code', heading: heading('code'), text: (row) => row.code },
      ...((data?.cities.length ?? 0) > 1
        ? [{ id: 'city', heading: heading('city'), chinese: true, text: (row: Row) => row.city }]
        : []),
      ...(data?.cities.some(({ province }) => province !== null)
        ? [{ id: 'province', heading: heading('province'), chinese: true, text: (row: Row) => row.province }]
        : []),
    ];
  });

  protected filter(key: 'find' | 'city', event: Event): void {
    const { value } = event.target as HTMLInputElement | HTMLSelectElement;
    void this.view.change({ [key]: value || null }, true);
  }
}

function rowsOf(list: List | undefined): readonly Row[] {
  const cities = new Map(list?.cities.map((one) => [one.id, one]));
  return (list?.counties ?? []).map(({ id, name, code, open, city: cityId }) => {
    const city = cities.get(cityId);
    return { id, name, code, open, cityId, city: city?.name ?? '', province: city?.province ?? '' };
  });
}
