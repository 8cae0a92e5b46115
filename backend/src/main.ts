import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { isoDate } from '@yuheng/shared/domain/period/year-month';
import { AppModule } from './app.module';
import { Clock } from './clock/clock';
import { readEnvironment, type Environment } from './config/environment';
import type { KeyRing } from './config/key-ring';
import { readKeys } from './config/keys';
import { Settings } from './config/settings';
import { createDataSource, openConnections } from './database/data-source';
import { migrate } from './database/migrate';
import { provision } from './database/provision';
import { installAnswers } from './http/answers';
import { installTables } from './workbooks/answer-tables';
import { AuditTrail } from './audit/audit-trail';
import { installRefusals } from './audit/record-refusals';
import { installDoors, whoAsks } from './http/doors';
import { Lifecycle } from './http/lifecycle';
import { ProblemFilter } from './http/problem-filter';
import { installOriginCheck } from './http/protection/origin-check';
import { installAccountLimits, installAddressLimit } from './http/protection/rate-limits';
import { createAdapter, installPlugins } from './http/server';
import { installStrictRequests } from './http/strict-requests';
import { installWebPages } from './http/web-pages';
import { installSessionCookie } from './identity/session-cookie';
import { SessionsRepository } from './identity/sessions.repository';
import { SessionsService } from './identity/sessions.service';
import { fillDemonstrationNumbers } from './installation/fill-demonstration-numbers';
import { install, type Installation } from './installation/install';
import { registerKeys } from './installation/register-keys';

export interface ServeOptions {
  /** A superuser's URL of our own embedded cluster; null when the database is somebody else's. */
  readonly adminUrl: string | null;
  /** Migrates and owns; null: the application role does (DATABASE_URL alone). */
  readonly ownerUrl: string | null;
  readonly appUrl: string;
  readonly host: string;
  readonly port: number;
  /** Where the keys of personal data are kept when YUHENG_KEYS is not set; null: there is no such folder. */
  readonly dataFolder: string | null;
  /** The built web application; null serves the API alone. */
  readonly webFolder: string | null;
  readonly log: (line: string) => void;
  readonly environment?: Environment;
}

export interface Served {
  readonly address: string;
  /** Finishes the requests under way, then closes the database's connections. */
  close(): Promise<void>;
}

/** Provisions (on our own cluster), migrates, fills an empty database, and listens. */
export async function serve(options: ServeOptions): Promise<Served> {
  const environment = options.environment ?? readEnvironment();
  const { installation, appRole, keys } = await prepare(options, environment);
  options.log(`database ready, application role ${appRole}`);
  const source = await createDataSource(options.appUrl).initialize();
  const lifecycle = new Lifecycle();
  const today =
    environment.today ?? (installation.demonstrationDay && isoDate(installation.demonstrationDay));
  const settings = new Settings(
    environment,
    new Clock(today || null),
    installation.demonstrationDay !== null,
    installation.cityId,
  );
  const app = await createApplication({ source, settings, lifecycle, keys }, options.webFolder);
  await app.listen(options.port, options.host);
  const address = addressOf(app, options.host);
  await sayHello(app, installation, { address, log: options.log });
  return {
    address,
    close: async () => {
      lifecycle.isStopping = true;
      await app.close();
      await source.destroy();
    },
  };
}

async function prepare(
  { adminUrl, ownerUrl, appUrl, dataFolder, log }: ServeOptions,
  environment: Environment,
): Promise<{ installation: Installation; appRole: string; keys: KeyRing }> {
  const keys = await readKeys({ keys: environment.keys, dataFolder }, log);
  const owner = new URL(ownerUrl ?? appUrl);
  const app = new URL(appUrl);
  if (adminUrl) {
    await provision({
      adminUrl,
      database: app.pathname.slice(1),
      ownerPassword: decodeURIComponent(owner.password),
      appPassword: decodeURIComponent(app.password),
    });
  }
  if (!ownerUrl) {
    log('只设置了 DATABASE_URL：行级安全仅由 FORCE 保证，建议另设 DATABASE_OWNER_URL');
    log('DATABASE_URL alone is set: row security rests on FORCE; set DATABASE_OWNER_URL as well');
  }
  const appRole = decodeURIComponent(app.username);
  for (const name of await migrate(owner.href, appRole)) log(`migrated: ${name}`);
  const installation = await install(owner.href, environment);
  await registerKeys(owner.href, keys);
  if (installation.demonstrationDay) await fillDemonstrationNumbers(owner.href, keys);
  return { installation, appRole, keys };
}

/** The application on its foundation, not yet listening; the tests use the same. */
export async function createApplication(
  foundation: Parameters<typeof AppModule.on>[0],
  webFolder: string | null,
): Promise<NestFastifyApplication> {
  await openConnections(foundation.source);
  const adapter = createAdapter(foundation.settings.environment, async (request) => {
    return (await whoAsks(request, app.get(SessionsRepository))) !== null;
  });
  const app: NestFastifyApplication = await NestFactory.create<NestFastifyApplication>(
    AppModule.on(foundation),
    adapter,
    {
      logger: ['error', 'warn', 'fatal'],
      bodyParser: false,
      abortOnError: false,
    },
  );
  const fastify = adapter.getInstance();
  const { environment } = foundation.settings;
  installSessionCookie(fastify, environment.secureCookie);
  await installPlugins(fastify, environment);
  // In this order: the limit by address before any work, the doors, and what needs to know who knocks.
  await installAddressLimit(fastify, environment.rateLimitFactor);
  installDoors(fastify, app.get(SessionsRepository));
  installRefusals(fastify, app.get(AuditTrail));
  installOriginCheck(fastify, environment);
  installAccountLimits(fastify, environment.rateLimitFactor);
  installStrictRequests(fastify);
  installAnswers(fastify);
  installTables(fastify);
  await installWebPages(fastify, webFolder);
  app.useGlobalFilters(new ProblemFilter());
  await app.init();
  await fastify.ready();
  return app;
}

function addressOf(app: NestFastifyApplication, host: string): string {
  const bound = app.getHttpServer().address() as { port: number };
  const name = host.includes(':') ? `[${host}]` : host === '0.0.0.0' ? '127.0.0.1' : host;
  return `http://${name}:${bound.port}`;
}

async function sayHello(
  app: NestFastifyApplication,
  installation: Installation,
  { address, log }: { address: string; log: (line: string) => void },
): Promise<void> {
  log(`玉衡 Yuheng: ${address}`);
  if (installation.firstAdministratorToken) {
    log(
      '首位管理员一次性链接（7 天内有效，再次启动即换成新的） / one-time link of the first administrator (7 days; a new start replaces it):',
    );
    log(`${address}/first-administrator#${installation.firstAdministratorToken}`);
  }
  const demonstration = await app.get(SessionsService).demonstration();
  if (!demonstration) return;
  log(`演示数据 demonstration data; password of every account below: ${demonstration.password}`);
  const byRole = new Map<string, string[]>();
  for (const { role, username } of demonstration.accounts) {
    byRole.set(role, [...(byRole.get(role) ?? []), username]);
  }
  for (const [role, usernames] of byRole) log(`  ${role.padEnd(22)} ${usernames.join(' ')}`);
}
