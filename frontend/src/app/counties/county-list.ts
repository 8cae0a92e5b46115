import { ChangeDetectionStrategy, Component, computed, effect, inject } from '@angular/core';
import { Router } from '@angular/router';
import { Session } from '../api/session';
import { ViewState } from '../api/view-state';
import { useTexts } from '../ui/texts';
import { CityCounties } from './city-counties';
import { COUNTY_LIST_TEXTS } from './county-list-texts';
import { ManyCounties } from './many-counties';

/**
 * The way to a county: who reads a city is shown its counties by what they need, who reads a province or the nation finds one
 * among thousands, who reads one county only is led to it.
 */
@Component({
  selector: 'yh-county-list',
  imports: [CityCounties, ManyCounties],
  template: `
    @switch (place()) {
      @case ('county') {}
      @case ('city') {
        <yh-city-counties />
      }
      @default {
        <yh-many-counties />
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CountyList {
  private readonly view = inject(ViewState);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  protected readonly place = computed(() =>
    this.session.readsOwnCounty() ? 'county' : this.session.account()?.place.kind,
  );

  constructor() {
    useTexts('countyList', COUNTY_LIST_TEXTS);
    effect(() => {
      const own = this.session.readsOwnCounty() ? this.session.account()?.place.id : undefined;
      if (!own) return;
      void this.router.navigate(['/counties', own], { queryParams: this.view.selection(), replaceUrl: true });
    });
  }
}
