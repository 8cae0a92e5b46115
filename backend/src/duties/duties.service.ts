import { Injectable } from '@nestjs/common';
import type { QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Role } from '@yuheng/shared/contract/roles';
import type { Duty } from '@yuheng/shared/domain/duties/duties-of-county';
import type { DutyState } from '@yuheng/shared/domain/duties/duty-due';
import type { DutyParty } from '@yuheng/shared/domain/duties/duty-rule';
import { firstDay, lastDay, monthOf, yearOf } from '@yuheng/shared/domain/period/year-month';
import { DataSource } from 'typeorm';
import { Settings } from '../config/settings';
import { scoped } from '../database/scoped-transaction';
import { ProblemException } from '../http/problem-exception';
import type { SignedIn } from '../identity/signed-in';
import { PlacesService } from '../regions/places.service';
import { DutiesDueService } from './duties-due.service';
import { presentDuty, presentRules } from './present-duty';

type Wanted = QueryOf<typeof endpoints.listDuties>;
type Calendar = ResponseOf<typeof endpoints.listDuties>;
type Counts = ResponseOf<typeof endpoints.countDuties>;

/** Which bureau an account of a role works in; a leader owes nothing that a calendar names. */
const BUREAUS: Readonly<Partial<Record<Role, DutyParty>>> = {
  programOfficer: 'cityJustice',
  inspector: 'cityJustice',
  finance: 'cityFinance',
  countyOfficer: 'countyJustice',
  countyApprover: 'countyJustice',
  countyFinance: 'countyFinance',
};

/** Whether a duty is one that the account's own bureau owes. */
function ownOf({ roles }: SignedIn): (duty: Duty) => boolean {
  const bureaus = roles.flatMap((role) => BUREAUS[role] ?? []);
  return ({ rule }) => rule.owedBy.some((party) => bureaus.includes(party));
}

const PAGE = 500;

/** What a reminder is about. */
const WAITING: readonly DutyState[] = ['overdue', 'dueSoon', 'asked'];

/** One calendar of everything due, from rules and facts; nothing of it is stored. */
@Injectable()
export class DutiesService {
  constructor(
    private readonly source: DataSource,
    private readonly due: DutiesDueService,
    private readonly places: PlacesService,
    private readonly settings: Settings,
  ) {}

  /** Duties of the window by date; the counts are those of the day of the data, whatever the window. */
  async list(account: SignedIn, wanted: Wanted): Promise<Calendar> {
    const { program, county, cursor = 0 } = wanted;
    if (county !== undefined && !account.scope.counties.includes(county))
      throw new ProblemException('not-found');
    const asOf = this.settings.clock.today();
    const from = wanted.from ?? firstDay(monthOf(asOf));
    const to = wanted.to ?? lastDay(monthOf(asOf));
    const all = await scoped(this.source, account.scope, (tx) =>
      this.due.read(tx, { ...wanted, from, to, asOf }),
    );
    const isOwn = ownOf(account);
    const inWindow = this.ordered(all.filter(({ dueOn }) => dueOn >= from && dueOn <= to));
    const page = inWindow.slice(cursor, cursor + PAGE);
    const waiting = this.ordered(all.filter(({ state }) => WAITING.includes(state)));
    const reminders = [...waiting.filter(isOwn), ...waiting.filter((one) => !isOwn(one))].slice(0, PAGE);
    const show = (duty: Duty): Calendar['duties'][number] =>
      presentDuty(duty, isOwn(duty), (id) => this.places.nameOf(id));
    return this.places.asShown({
      program,
      year: yearOf(from),
      asOf,
      demonstration: this.settings.demonstration,
      from,
      to,
      duties: page.map(show),
      reminders: reminders.map(show),
      rules: presentRules([...page, ...reminders]),
      counts: { all: countOf(all), own: countOf(all.filter(isOwn)) },
      soonDays: this.settings.environment.reminderDays,
      total: inWindow.length,
      next: cursor + PAGE < inWindow.length ? cursor + PAGE : null,
    });
  }

  /** What the account's own bureau has to do now, for the mark beside the page's name. */
  async count(account: SignedIn, { program }: QueryOf<typeof endpoints.countDuties>): Promise<Counts> {
    const isOwn = ownOf(account);
    const asOf = this.settings.clock.today();
    const all = await scoped(this.source, account.scope, (tx) =>
      this.due.read(tx, { program, from: asOf, to: asOf, asOf }),
    );
    return { program, asOf, ...countOf(all.filter(isOwn)) };
  }

  /** By day; those of one day by rule, counties in official order. */
  private ordered(duties: readonly Duty[]): readonly Duty[] {
    const places = new Map(this.places.all().map(({ id }, index) => [id, index]));
    const rank = ({ county }: Duty): number => (county === null ? -1 : (places.get(county) ?? 0));
    return [...duties].sort(
      (a, b) =>
        (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0) ||
        (a.rule.id < b.rule.id ? -1 : a.rule.id > b.rule.id ? 1 : 0) ||
        rank(a) - rank(b),
    );
  }
}

function countOf(duties: readonly Duty[]): { overdue: number; dueSoon: number; asked: number } {
  const count = (wanted: DutyState): number => duties.filter(({ state }) => state === wanted).length;
  return { overdue: count('overdue'), dueSoon: count('dueSoon'), asked: count('asked') };
}
