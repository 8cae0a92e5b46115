import { Injectable } from '@nestjs/common';
import type { ParamsOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { DataSource } from 'typeorm';
import { scoped } from '../database/scoped-transaction';
import { ProblemException } from '../http/problem-exception';
import type { SignedIn } from '../identity/signed-in';
import { PlacesService } from '../regions/places.service';
import { AssignmentsQueries, type AssignmentRow } from './assignments.queries';

/** What third-party evaluators work on. */
@Injectable()
export class AssignmentsService {
  constructor(
    private readonly source: DataSource,
    private readonly queries: AssignmentsQueries,
    private readonly places: PlacesService,
  ) {}

  async list(account: SignedIn): Promise<ResponseOf<typeof endpoints.listAssignments>> {
    const rows = await scoped(this.source, account.scope, (tx) => this.queries.list(tx, account));
    return { assignments: rows.map((row) => this.named(row)) };
  }

  /** A county with the evaluator’s own marks. What is not assigned is not found, as if there were no such round. */
  async read(
    account: SignedIn,
    wanted: ParamsOf<typeof endpoints.readAssignment>,
  ): Promise<ResponseOf<typeof endpoints.readAssignment>> {
    return scoped(this.source, account.scope, async (tx) => {
      const row = await this.queries.find(tx, account, wanted);
      if (!row) throw new ProblemException('not-found');
      return { ...this.named(row), marks: await this.queries.ownMarks(tx, account, wanted) };
    });
  }

  private named(row: AssignmentRow): AssignmentRow & { readonly name: string } {
    return { ...row, name: this.places.nameOf(row.county) };
  }
}
