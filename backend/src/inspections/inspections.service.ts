import { Injectable } from '@nestjs/common';
import type { QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Inspection } from '@yuheng/shared/domain/metrics/facts';
import { stateOfDated, untouchedStage } from '@yuheng/shared/domain/period/duty-clock';
import { firstDay, yearMonth, yearOf, type IsoDate } from '@yuheng/shared/domain/period/year-month';
import { DataSource, type EntityManager } from 'typeorm';
import { Settings } from '../config/settings';
import { scoped } from '../database/scoped-transaction';
import { FactsService } from '../facts/facts.service';
import { ProblemException } from '../http/problem-exception';
import type { SignedIn } from '../identity/signed-in';
import { PlacesService } from '../regions/places.service';
import { InspectionsQueries, type InspectionRow, type RecordKey, type Template } from './inspections.queries';

type Grid = ResponseOf<typeof endpoints.listInspections>;
type Record = ResponseOf<typeof endpoints.readInspection>;
type Key = RecordKey & QueryOf<typeof endpoints.readInspection>;

@Injectable()
export class InspectionsService {
  constructor(
    private readonly source: DataSource,
    private readonly facts: FactsService,
    private readonly queries: InspectionsQueries,
    private readonly places: PlacesService,
    private readonly settings: Settings,
  ) {}

  /** The county × month grid; empty where nothing was to be gathered that year. */
  async list(account: SignedIn, wanted: QueryOf<typeof endpoints.listInspections>): Promise<Grid> {
    const asOf = this.settings.clock.today();
    const facts = await scoped(this.source, account.scope, (tx) => this.facts.read(tx, { ...wanted, asOf }));
    const counties = this.places.counties(account.scope.counties).map(({ id, name }) => ({
      id,
      name,
      sheets: (facts.find((one) => one.county === id)?.inspections ?? []).map(asSheet),
    }));
    return { ...wanted, asOf, demonstration: this.settings.demonstration, counties };
  }

  /** One record; a month that nobody has touched yet is a record too, with its state, but of no other year. */
  async read(account: SignedIn, key: Key): Promise<Record> {
    if (!account.scope.counties.includes(key.county)) throw new ProblemException('not-found');
    return scoped(this.source, account.scope, async (tx) => {
      const row = await this.queries.record(tx, key);
      const dueOn = row?.dueOn ?? (await this.dueOn(tx, key));
      if (dueOn === null) throw new ProblemException('not-found');
      const month = yearMonth(key.month);
      const template = await this.queries.template(
        tx,
        key.program,
        row ? { version: row.templateVersion } : { on: firstDay(month) },
      );
      const moved = await this.queries.moved(tx, key);
      return { ...this.head(key, row, dueOn), ...items(row, template), moved };
    });
  }

  /** The day by which a month without a record is due; null in a year of which nothing was to be gathered. */
  private async dueOn(tx: EntityManager, { program, county, month }: Key): Promise<IsoDate | null> {
    const year = yearOf(yearMonth(month));
    const [facts] = await this.facts.read(tx, { program, county, year, asOf: this.settings.clock.today() });
    return facts?.inspections.find((one) => one.month === month)?.dueOn ?? null;
  }

  private head(
    { program, county, month: text }: Key,
    row: InspectionRow | null,
    dueOn: IsoDate,
  ): Omit<Record, 'items' | 'findings' | 'moved' | 'templateVersion'> {
    const asOf = this.settings.clock.today();
    const month = yearMonth(text);
    return {
      program,
      county,
      countyName: this.places.nameOf(county),
      month,
      asOf,
      demonstration: this.settings.demonstration,
      state: stateOfDated(dueOn, row?.submittedOn ?? null, asOf),
      stage: row?.stage ?? untouchedStage(month, asOf),
      dueOn,
      inspectedOn: row?.inspectedOn ?? null,
      submittedOn: row?.submittedOn ?? null,
      approvedOn: row?.approvedOn ?? null,
      inspector: row?.inspector ?? null,
      approver: row?.approver ?? null,
    };
  }
}

/** The items in the order of the template, each with its conclusion or with none yet. */
function items(
  row: InspectionRow | null,
  template: Template | null,
): Pick<Record, 'items' | 'findings' | 'templateVersion'> {
  const results = new Map((row?.results ?? []).map((one) => [one.item, one]));
  return {
    templateVersion: template?.version ?? 0,
    items: (template?.items ?? []).map(({ id, name, criteria, frequency }) => {
      const { conclusion = null, number = null, carriedFrom = null, note = null } = results.get(id) ?? {};
      return { item: id, name, criteria, frequency, conclusion, number, carriedFrom, note };
    }),
    findings: row?.findings ?? [],
  };
}

const asSheet = ({
  month,
  state,
  stage,
  dueOn,
  submittedOn,
  results,
}: Inspection): Grid['counties'][number]['sheets'][number] => {
  const count = (conclusion: string): number => results.filter((one) => one.conclusion === conclusion).length;
  return {
    month,
    state,
    stage,
    dueOn,
    submittedOn,
    passed: count('pass'),
    failed: count('fail'),
    notApplicable: count('notApplicable'),
  };
};
