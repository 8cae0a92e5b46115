import { computed, inject, Injectable, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, type Params } from '@angular/router';
import type { ProgramId } from '@yuheng/shared/contract/values';
import { filter, map } from 'rxjs';
import { Session } from './session';

export const PROGRAMS = ['assistants', 'mediation'] as const satisfies readonly ProgramId[];

/** The first year of which an official text is published. */
const FIRST_YEAR = 2022;
/** The demonstration stands on its own day in March 2026; its latest complete year is this one. */
const DEMONSTRATION_YEAR = 2025;

/** The pages whose figures can be looked at as they stood earlier. */
const OF_ANY_TIME = /^\/(overview|indicators|funds|counties(\/[^/]+)?)$/;

/** A program and year, and the point in time on pages that know one. */
export interface Selection {
  readonly program: ProgramId;
  readonly year: number;
  readonly asOf?: string;
}

/** The address is the state: program, year, sorting, open drawer are read from it and written to it, nowhere else. */
@Injectable({ providedIn: 'root' })
export class ViewState {
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly url = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(() => this.router.url),
    ),
    { initialValue: this.router.url },
  );
  private readonly latestYear = signal(0);

  readonly query = computed(() => this.router.parseUrl(this.url()).queryParamMap);
  readonly program = computed<ProgramId>(
    () => PROGRAMS.find((one) => one === this.query().get('program')) ?? 'assistants',
  );
  readonly year = computed(() => {
    const asked = this.query().get('year') ?? '';
    return /^\d{4}$/.test(asked) ? Number(asked) : this.usualYear();
  });
  /** 数据时点 (`?asOf=2025-06`, or the id of a finalised result); undefined: the latest figures. */
  readonly asOf = computed(() => this.query().get('asOf') ?? undefined);
  /** Whether the open page shows figures from any point in time; every other page shows its records as they stand. */
  readonly hasPointsInTime = computed(() => OF_ANY_TIME.test(this.url().split(/[?#]/)[0] ?? ''));
  /** What a page asks of the server, and what a link to another page carries along. */
  readonly selection = computed((): Selection => {
    const asOf = this.hasPointsInTime() ? this.asOf() : undefined;
    return { program: this.program(), year: this.year(), ...(asOf === undefined ? {} : { asOf }) };
  });
  /** Years that can be chosen, the latest first. */
  readonly years = computed(() => {
    const last = Math.max(this.latestYear(), this.usualYear() + 1, this.year());
    const first = Math.min(FIRST_YEAR, this.year());
    return Array.from({ length: last - first + 1 }, (_, index) => last - index);
  });

  private usualYear(): number {
    return this.session.demonstration() ? DEMONSTRATION_YEAR : new Date().getFullYear();
  }

  /** Changes some keys of the query and keeps the others, and the place on the page; null removes a key. */
  change(changes: Params, replaceUrl = false): Promise<boolean> {
    return this.router.navigate([], {
      queryParams: changes,
      queryParamsHandling: 'merge',
      preserveFragment: true,
      replaceUrl,
      scroll: 'manual',
    });
  }

  /** A page tells the day its figures stand for, so that the year of that day can be chosen. */
  seen(asOf: string): void {
    this.latestYear.set(Number(asOf.slice(0, 4)));
  }
}
