import { Injectable } from '@nestjs/common';
import type { QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { DataSource } from 'typeorm';
import { Settings } from '../config/settings';
import { scoped } from '../database/scoped-transaction';
import type { SignedIn } from '../identity/signed-in';
import { PlacesService } from '../regions/places.service';
import { LedgerQueries, type PageWanted } from './ledger.queries';
import { requireCounty } from './ledger.service';
import { emptyBalance, presentBalance, presentEntry } from './present-ledger';
import { actsOf } from './who-enters';

const PAGE = 50;

/** The reading side of the ledger. */
@Injectable()
export class LedgerPagesService {
  constructor(
    private readonly source: DataSource,
    private readonly queries: LedgerQueries,
    private readonly places: PlacesService,
    private readonly settings: Settings,
  ) {}

  /** A page of entries by date, and what each ledger of the scope comes to. */
  async read(
    account: SignedIn,
    { program, year, county, from, to, cursor }: QueryOf<typeof endpoints.readLedger>,
  ): Promise<ResponseOf<typeof endpoints.readLedger>> {
    if (county !== undefined) requireCounty(account, county);
    const acts = actsOf(account.roles);
    const wanted: PageWanted = {
      program,
      year,
      county: county ?? null,
      from: from ?? null,
      to: to ?? null,
      after: cursor === undefined ? null : afterOf(cursor),
      limit: PAGE + 1,
    };
    return scoped(this.source, account.scope, async (tx) => {
      const rows = await this.queries.page(tx, wanted);
      const balances = await this.queries.balances(tx, wanted);
      const closed = await this.queries.closedMonths(tx, program);
      const last = rows.length > PAGE ? rows[PAGE - 1] : undefined;
      return this.places.asShown({
        program,
        year,
        asOf: this.settings.clock.today(),
        demonstration: this.settings.demonstration,
        entries: rows.slice(0, PAGE).map((row) => presentEntry(row, acts)),
        next: last ? `${last.on}~${last.county}~${last.number}` : null,
        balances: this.places
          .counties(county === undefined ? account.scope.counties : [county])
          .map(({ id, name }) =>
            presentBalance(balances.find((row) => row.county === id) ?? emptyBalance(id), name),
          ),
        closedMonths: closed,
        acts,
      });
    });
  }
}

function afterOf(cursor: string): PageWanted['after'] {
  const [on = '', county = '', number = ''] = cursor.split('~');
  return { on, county, number: Number(number) };
}
