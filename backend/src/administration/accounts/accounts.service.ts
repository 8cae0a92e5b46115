import { Injectable } from '@nestjs/common';
import type { AdministeredAccount } from '@yuheng/shared/contract/accounts';
import type { QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { readTelephoneNumber } from '@yuheng/shared/domain/personal-data/telephone-number';
import { DataSource } from 'typeorm';
import { scoped } from '../../database/scoped-transaction';
import { ProblemException } from '../../http/problem-exception';
import type { SignedIn } from '../../identity/signed-in';
import { ColumnCipherService, ENCRYPTED_COLUMNS } from '../../personal-data/column-cipher.service';
import { AccountsQueries } from './accounts.queries';
import { countPending } from './count-pending';
import { PresentAccount } from './present-account';

const PAGE_SIZE = 50;

/** Reads accounts for who administers or approves them. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly source: DataSource,
    private readonly queries: AccountsQueries,
    private readonly present: PresentAccount,
    private readonly cipher: ColumnCipherService,
  ) {}

  /** By user name; `search` is part of a user name or name, or a whole telephone number in any of its spellings. */
  async list(
    by: SignedIn,
    { search = '', role, place, state, page = 1 }: QueryOf<typeof endpoints.listAccounts>,
  ): Promise<ResponseOf<typeof endpoints.listAccounts>> {
    const text = search.trim();
    const phone = readTelephoneNumber(text, '/search');
    const wanted = {
      pattern: text === '' ? null : `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`,
      phoneHashes: phone.ok ? this.cipher.hashes(phone.value, ENCRYPTED_COLUMNS.phone) : [],
      role: role ?? null,
      place: place ?? null,
      state: state ?? null,
      limit: PAGE_SIZE,
      offset: (page - 1) * PAGE_SIZE,
    };
    return scoped(this.source, by.scope, async (tx) => {
      const rows = await this.queries.list(tx, wanted);
      const total = await this.queries.count(tx, wanted);
      return { accounts: rows.map((row) => this.present.of(row)), total, pageSize: PAGE_SIZE };
    });
  }

  async read(by: SignedIn, id: string): Promise<AdministeredAccount> {
    const row = await scoped(this.source, by.scope, (tx) => this.queries.find(tx, id));
    if (!row) throw new ProblemException('not-found');
    return this.present.of(row);
  }

  /** How much a hand-over would pass on; what it is stays closed to administrators. */
  async pending(by: SignedIn, id: string): Promise<ResponseOf<typeof endpoints.readPending>> {
    return scoped(this.source, by.scope, async (tx) => {
      if (!(await this.queries.find(tx, id))) throw new ProblemException('not-found');
      return { pending: countPending(await this.queries.pendingOf(tx, id)) };
    });
  }
}
