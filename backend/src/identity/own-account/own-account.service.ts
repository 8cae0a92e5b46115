import { Injectable } from '@nestjs/common';
import type { ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import {
  maskTelephoneNumber,
  readTelephoneNumber,
  type TelephoneNumber,
} from '@yuheng/shared/domain/personal-data/telephone-number';
import { DataSource, type EntityManager } from 'typeorm';
import type { Act } from '../../audit/act';
import { AuditTrail } from '../../audit/audit-trail';
import { ownScope } from '../../database/scope';
import { scoped } from '../../database/scoped-transaction';
import { ProblemException } from '../../http/problem-exception';
import { ColumnCipherService, ENCRYPTED_COLUMNS } from '../../personal-data/column-cipher.service';
import { PlacesService } from '../../regions/places.service';
import { passwordExpiresAt, secondFactorRequired } from '../restriction';
import type { SignedIn } from '../signed-in';
import { OwnAccountRepository, type HandOverRow } from './own-account.repository';

const SHARED = bilingual(
  '演示账户为公用，不能登记电话；请用自己建立的账户试用。',
  'Demonstration accounts are shared and keep no telephone number: try it with an account of your own making.',
);

type OwnAccount = ResponseOf<typeof endpoints.readAccount>;

/** What people see and change of their own account. */
@Injectable()
export class OwnAccountService {
  constructor(
    private readonly source: DataSource,
    private readonly own: OwnAccountRepository,
    private readonly trail: AuditTrail,
    private readonly cipher: ColumnCipherService,
    private readonly places: PlacesService,
  ) {}

  /** To a restricted session, which may be of a stolen password, it says what frees it and nothing more. */
  async read(account: SignedIn): Promise<OwnAccount> {
    const { accountId, place, settings, by, demonstration } = account;
    if (by.kind !== 'session') throw new Error('A token reached what only a session reaches.');
    const isFree = by.restriction === null;
    const stored = await scoped(this.source, ownScope(accountId), async (tx) => ({
      phone: isFree ? await this.phoneOf(tx, accountId) : null,
      recoveryCodesLeft: await this.own.recoveryCodesLeft(tx, accountId),
      handOvers: isFree ? await this.own.handOvers(tx) : [],
    }));
    const expires = demonstration ? null : passwordExpiresAt(account.passwordChangedAt, settings);
    return {
      username: account.username,
      name: account.name,
      roles: [...account.roles],
      place: { ...place, name: this.places.nameOf(place.id) },
      demonstration,
      phone: stored.phone && maskTelephoneNumber(stored.phone),
      password: {
        changedAt: account.passwordChangedAt.toISOString(),
        expiresAt: expires && expires.toISOString(),
      },
      passwordRules: {
        length: settings.passwordLength,
        classes: settings.passwordClasses,
        history: settings.passwordHistory,
      },
      secondFactor: {
        enrolled: account.secondFactorEnrolled,
        required: secondFactorRequired(account, settings),
        recoveryCodesLeft: stored.recoveryCodesLeft,
      },
      restriction: by.restriction,
      session: {
        id: by.sessionId,
        expiresAt: by.expiresAt.toISOString(),
        idleMinutes: settings.idleMinutes,
      },
      tokenMaxDays: settings.tokenMaxDays,
      handOvers: stored.handOvers.map((one) => this.describe(one)),
    };
  }

  /** Sets one's own telephone number, in its one written form, or removes it. @returns it masked */
  async changePhone(act: Act, account: SignedIn, phone: string | null): Promise<{ phone: string | null }> {
    const { accountId } = account;
    act.note({ object: { kind: 'account', id: accountId } });
    if (account.demonstration) throw new ProblemException('refused', SHARED);
    const number = phone === null ? null : readPhone(phone);
    await this.trail.record(act, ownScope(accountId), async (tx) => {
      const before = await this.phoneOf(tx, accountId);
      act.note({
        before: { phone: before && maskTelephoneNumber(before) },
        after: { phone: number && maskTelephoneNumber(number) },
      });
      if (number === null) return this.own.removeContact(tx, accountId);
      const column = ENCRYPTED_COLUMNS.phone;
      await this.own.setContact(tx, {
        accountId,
        phoneCipher: this.cipher.encrypt(number, column, accountId),
        phoneHash: this.cipher.hash(number, column),
      });
    });
    return { phone: number && maskTelephoneNumber(number) };
  }

  private async phoneOf(tx: EntityManager, accountId: string): Promise<TelephoneNumber | null> {
    const contact = await this.own.contact(tx, accountId);
    if (!contact) return null;
    return this.cipher.decrypt(contact.phoneCipher, ENCRYPTED_COLUMNS.phone, accountId) as TelephoneNumber;
  }

  private describe({ handed_by, at, reason, pending }: HandOverRow): OwnAccount['handOvers'][number] {
    return {
      from: handed_by,
      at: at.toISOString(),
      reason,
      pending: pending.map(({ kind, county, program, month, item }) => ({
        kind,
        county,
        name: this.places.nameOf(county),
        ...(program ? { program } : {}),
        ...(month ? { month } : {}),
        ...(item ? { item } : {}),
      })),
    };
  }
}

function readPhone(text: string): TelephoneNumber {
  const read = readTelephoneNumber(text, '/phone');
  if (!read.ok) throw new ProblemException('refused', undefined, read.refusals);
  return read.value;
}
