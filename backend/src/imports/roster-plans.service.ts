import { Injectable } from '@nestjs/common';
import type { RosterOffice } from '@yuheng/shared/domain/imports/roster/roster-entry';
import { bilingual, type Bilingual } from '@yuheng/shared/domain/bilingual';
import { sharedCards } from '@yuheng/shared/domain/roster/shared-cards';
import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { AssistantBatchService, type RecordedAssistant } from '../roster/assistant-batch.service';
import { PlacesService } from '../regions/places.service';
import type { ReadRoster } from './read-roster-workbook';
import { atField, isWritten, planRows, type PlannedRow } from './roster-plan';

/** What a file would do to a county's roster as it is. */
export interface RosterPlan {
  readonly county: string;
  readonly offices: readonly RosterOffice[];
  readonly rows: readonly PlannedRow[];
  readonly remarks: readonly Bilingual[];
  /** Of the file and of each person that it writes with the version that is there: the same plan, the same digest. */
  readonly digest: string;
}

/** Holds a filled roster against the one that is stored. */
@Injectable()
export class RosterPlans {
  constructor(
    private readonly batch: AssistantBatchService,
    private readonly places: PlacesService,
  ) {}

  offices(county: string): RosterOffice[] {
    return this.places
      .all()
      .filter(({ kind, parent }) => kind === 'office' && parent === county)
      .map(({ id, name }) => ({ id, name }));
  }

  /** Whoever plans at the same time for the same county waits. */
  async of(
    tx: EntityManager,
    { county, sha256 }: { readonly county: string; readonly sha256: string },
    read: ReadRoster,
  ): Promise<RosterPlan> {
    await this.batch.hold(tx, county);
    const [people, offices] = [await this.batch.people(tx, county), this.offices(county)];
    const planned = planRows(read, people, offices);
    // In one order whatever the file's is, so that two files never wait for each other's people crosswise.
    const checked = new Map<PlannedRow, PlannedRow>();
    for (const one of writtenInOrder(planned)) checked.set(one, await this.checked(tx, county, one));
    const rows = planned.map((one) => checked.get(one) ?? one);
    return {
      county,
      offices,
      rows,
      remarks: remarksOf(rows, people),
      digest: digestOf(sha256, county, rows),
    };
  }

  private async checked(tx: EntityManager, county: string, planned: PlannedRow): Promise<PlannedRow> {
    if (planned.person === null) return planned;
    const refusals = await this.batch.refusals(tx, county, planned.person);
    return { ...planned, errors: [...planned.errors, ...refusals.map(atField)] };
  }
}

/** Rows that write, by the number of their person. */
export const writtenInOrder = (rows: readonly PlannedRow[]): readonly PlannedRow[] =>
  rows.filter(isWritten).sort((one, other) => (numberOf(one) < numberOf(other) ? -1 : 1));

const numberOf = ({ person }: PlannedRow): string => person?.identityNumber ?? '';

const digestOf = (sha256: string, county: string, rows: readonly PlannedRow[]): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        ...[sha256, county],
        rows
          .filter(isWritten)
          .map(({ row, recorded }) => [row.row, recorded?.id ?? null, recorded?.version ?? null]),
      ]),
    )
    .digest('hex');

/** What to look at beside errors: who comes back, and one card for two. */
function remarksOf(rows: readonly PlannedRow[], people: readonly RecordedAssistant[]): Bilingual[] {
  const back = rows.filter(
    (one) =>
      isWritten(one) && (one.person?.periods.length ?? 0) > (one.recorded?.person.periods.length ?? Infinity),
  );
  const written = rows.filter(isWritten).flatMap(({ person }) => person ?? []);
  const replaced = new Set(rows.filter(isWritten).map(({ recorded }) => recorded?.id));
  const after = [...people.filter(({ id }) => !replaced.has(id)).map(({ person }) => person), ...written];
  return [...back.map(({ row }) => comesBack(row.row)), ...sharedCards(after)];
}

const comesBack = (row: number): Bilingual =>
  bilingual(
    `第${row}行的到岗日期晚于原来的最后在岗日，将登记为新的一段在岗期间，原来的期间保留。`,
    `Row ${row} begins after the recorded period ended: it becomes another period, and the one before stays.`,
  );
