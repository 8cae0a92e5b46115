import { createHash, randomBytes } from 'node:crypto';
import { DEFAULT_SECURITY_SETTINGS } from '@yuheng/shared/contract/security-settings';
import { fen } from '@yuheng/shared/domain/money/fen';
import type { EntityManager } from 'typeorm';
import { SecuritySettingEntity } from '../administration/security-setting.entity';
import { ownAct, type Act } from '../audit/act';
import { auditContent } from '../audit/audit-content';
import type { Environment } from '../config/environment';
import { InstallationEntity } from '../config/installation.entity';
import { StartRefused } from '../config/start-refused';
import { createDataSource } from '../database/data-source';
import { DEMONSTRATION_DAY } from '../demonstration/demonstration-day';
import { loadDemonstration } from '../demonstration/load-demonstration';
import { AccountEntity } from '../identity/accounts/account.entity';
import { hashPassword } from '../identity/passwords/password';
import { OneTimeLinkEntity } from '../identity/first-administrator/one-time-link.entity';
import { DEMONSTRATION_PASSWORD } from '../identity/sessions.service';
import { ProgramEntity } from '../programs/program.entity';
import { loadOfficialTexts } from '../publications/load-official-texts';
import { deriveSheets } from '../sheets/derive-sheets.queries';
import { finaliseDemonstration } from './finalise-demonstration';
import { CITY_ID, loadPlaces } from './load-places';

const INSTALL_LOCK = 7_264_151;
const FIRST_LINK_LIFETIME = '7 days';

export interface Installation {
  readonly cityId: string;
  /** The day of the demonstration data, or null when the database has none. */
  readonly demonstrationDay: string | null;
  /** Token of the first administrator's link, when it was made just now. */
  readonly firstAdministratorToken: string | null;
}

/**
 * Fills an empty database in one transaction, so that an interrupted start leaves it empty: places, programs and the
 * published texts always, the demonstration unless YUHENG_DEMO=0. A database that holds something is left as it is, but for
 * a new link of the first administrator as long as nobody has an account: the former one may be lost or too old.
 * @throws StartRefused with YUHENG_DEMO=0 on a database that holds demonstration data.
 */
export async function install(ownerUrl: string, environment: Environment): Promise<Installation> {
  const source = await createDataSource(ownerUrl, 1).initialize();
  try {
    return await source.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [INSTALL_LOCK]);
      const found = await tx.findOneBy(InstallationEntity, { singleton: true });
      return found ? reopen(tx, found, environment) : fill(tx, environment);
    });
  } finally {
    await source.destroy();
  }
}

async function reopen(
  tx: EntityManager,
  found: InstallationEntity,
  environment: Environment,
): Promise<Installation> {
  if (found.demonstrationDay && !environment.demonstration) {
    throw new StartRefused(
      '此数据库含演示数据，YUHENG_DEMO=0 时拒绝启动，以免演示数据被当作真实数据；请改用空数据库（YUHENG_DATA 或 DATABASE_URL）。\n' +
        'This database holds demonstration data: with YUHENG_DEMO=0 the start is refused, so that invented figures are never taken for real ones. Use an empty database (YUHENG_DATA or DATABASE_URL).',
    );
  }
  const { cityId, demonstrationDay } = found;
  await seeTheCity(tx, cityId);
  await deriveSheets(tx, cityId, new Date());
  const token = (await tx.exists(AccountEntity)) ? null : await renewedLink(tx, cityId, environment);
  return { cityId, demonstrationDay, firstAdministratorToken: token };
}

/** Makes the links before it void, so that there is one at any time. */
async function renewedLink(tx: EntityManager, cityId: string, environment: Environment): Promise<string> {
  await tx.delete(OneTimeLinkEntity, { purpose: 'firstAdministrator' });
  const token = await firstAdministratorToken(tx);
  const act = ownAct('installation.renewLink');
  act.note({ object: { kind: 'city', id: cityId } });
  await write(tx, environment, act);
  return token;
}

async function write(tx: EntityManager, { auditAlgorithm }: Environment, act: Act): Promise<void> {
  const content = auditContent(act, { outcome: 'done' });
  await tx.query('select append_audit($1, $2, $3)', [CITY_ID, auditAlgorithm, content]);
}

async function fill(tx: EntityManager, environment: Environment): Promise<Installation> {
  const demonstrationDay = environment.demonstration ? DEMONSTRATION_DAY : null;
  await tx.insert(InstallationEntity, { cityId: CITY_ID, demonstrationDay, keyChecks: {} });
  await tx.insert(SecuritySettingEntity, {
    cityId: CITY_ID,
    version: 1,
    content: DEFAULT_SECURITY_SETTINGS,
  });
  await loadPlaces(tx);
  await seeTheCity(tx, CITY_ID);
  await tx.insert(ProgramEntity, [
    {
      programId: 'assistants',
      name: '专职社区矫正安置帮教编外协勤人员经费',
      fenPerPostMonth: fen(100_000),
      sortOrder: 1,
    },
    { programId: 'mediation', name: '人民调解“一案一补”经费', fenPerPostMonth: null, sortOrder: 2 },
  ]);
  await loadOfficialTexts(tx, CITY_ID);
  if (!demonstrationDay) await deriveSheets(tx, CITY_ID, new Date());
  const token = demonstrationDay ? await fillDemonstration(tx) : await firstAdministratorToken(tx);
  const act = ownAct('installation.fill');
  act.note({ object: { kind: 'city', id: CITY_ID }, after: { demonstrationDay } });
  await write(tx, environment, act);
  return { cityId: CITY_ID, demonstrationDay, firstAdministratorToken: token };
}

/** For the rest of the transaction; row security binds the owner of the tables too. */
async function seeTheCity(tx: EntityManager, cityId: string): Promise<void> {
  await tx.query(
    `select set_config('yuheng.city', $1, true),
            set_config('yuheng.scope', (select string_agg(place_id, ',') from place where kind = 'county'), true)`,
    [cityId],
  );
}

async function fillDemonstration(tx: EntityManager): Promise<null> {
  await loadDemonstration(tx, { cityId: CITY_ID, passwordHash: await hashPassword(DEMONSTRATION_PASSWORD) });
  await finaliseDemonstration(tx, CITY_ID);
  return null;
}

async function firstAdministratorToken(tx: EntityManager): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const [{ until }] = await tx.query<[{ until: Date }]>('select now() + $1::interval as until', [
    FIRST_LINK_LIFETIME,
  ]);
  await tx.insert(OneTimeLinkEntity, {
    tokenSha256: createHash('sha256').update(token).digest('hex'),
    purpose: 'firstAdministrator',
    expiresAt: until,
    usedAt: null,
  });
  return token;
}
