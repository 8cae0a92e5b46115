import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

/**
 * No Docker engine runs in the tests: here is checked what can be read from the files. That the two commands work
 * against a real PostgreSQL is shown by tests/integration/production-server.spec.ts.
 */
const checkout = path.resolve(__dirname, '..', '..');
const read = (file: string): string => readFileSync(path.join(checkout, file), 'utf8');

interface Service {
  image?: string;
  build?: { context: string; dockerfile: string };
  command?: string[];
  environment?: Record<string, string>;
  ports?: string[];
  volumes?: string[];
  healthcheck?: { test?: string[]; disable?: boolean };
  depends_on?: Record<string, { condition: string }>;
  read_only?: boolean;
}

const text = read('docker-compose.yml');
const compose = parse(text, { merge: true }) as {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
};
const service = (name: string): Service => {
  const found = compose.services[name];
  if (!found) throw new Error(`docker-compose.yml has no service ${name}`);
  return found;
};
const dockerfile = read('backend/Dockerfile').replaceAll('\\\n', ' ');
const instructions = dockerfile
  .split('\n')
  .filter((line) => /^[A-Z]+ /.test(line))
  .map((line) => ({ name: line.split(' ')[0] ?? '', rest: line.slice(line.indexOf(' ') + 1).trim() }));
const finalStage = instructions.slice(instructions.map(({ name }) => name).lastIndexOf('FROM'));

/** `${NAME…}` in the compose file, with what follows the name. */
const variables = [...text.matchAll(/\$\{(\w+)([^}]*)\}/g)].map(([, name, rest]) => ({
  name: name ?? '',
  rest: rest ?? '',
}));

describe('docker-compose.yml', () => {
  it('runs PostgreSQL 17, a migration that ends, and a server after both', () => {
    expect(Object.keys(compose.services)).toEqual(['postgres', 'migrate', 'server']);
    expect(service('postgres').image).toBe('postgres:17');
    expect(service('migrate').depends_on).toEqual({ postgres: { condition: 'service_healthy' } });
    expect(service('server').depends_on).toEqual({
      postgres: { condition: 'service_healthy' },
      migrate: { condition: 'service_completed_successfully' },
    });
  });

  it('migrates and serves from one image', () => {
    expect(service('migrate').image).toBe(service('server').image);
    expect(service('migrate').build).toEqual(service('server').build);
    const { context, dockerfile: file } = service('server').build ?? { context: '', dockerfile: '' };
    expect(existsSync(path.join(checkout, context, file))).toBe(true);
  });

  it('asks the database and the server whether they answer', () => {
    expect(service('postgres').healthcheck?.test?.join(' ')).toMatch(/pg_isready/);
    expect(service('server').healthcheck?.test).toEqual(['CMD', 'node', 'backend/docker/health.mjs']);
    expect(service('migrate').healthcheck?.disable).toBe(true);
  });

  it('serves real data only, to every address inside its network', () => {
    expect(service('server').environment).toMatchObject({ YUHENG_DEMO: '0', HOST: '0.0.0.0', PORT: '3000' });
    expect(service('server').ports).toEqual(['${YUHENG_PUBLISH:-127.0.0.1:3000}:3000']);
    expect(service('postgres').ports).toBeUndefined();
  });

  it('connects by two roles that the init script makes', () => {
    const script = read('backend/docker/create-roles.sh');
    for (const name of ['migrate', 'server']) {
      const environment = service(name).environment ?? {};
      expect(roleOf(environment['DATABASE_URL'])).toBe('yuheng_app');
      expect(roleOf(environment['DATABASE_OWNER_URL'])).toBe('yuheng_owner');
    }
    for (const role of ['yuheng_app', 'yuheng_owner'])
      expect(script).toContain(`create role ${role} with login`);
  });

  it('holds no secret and starts with none by default', () => {
    // Only who signs in through a provider has one.
    const OPTIONAL = 'YUHENG_OPENID_CLIENT_SECRET';
    const secrets = variables.filter(({ name }) => /PASSWORD|SECRET|TOKEN|KEY/.test(name));
    expect(new Set(secrets.map(({ name }) => name))).toEqual(
      new Set(['POSTGRES_PASSWORD', 'YUHENG_OWNER_PASSWORD', 'YUHENG_APP_PASSWORD', 'YUHENG_KEYS', OPTIONAL]),
    );
    const needed = secrets.filter(({ name }) => name !== OPTIONAL);
    expect(needed.filter(({ rest }) => !rest.startsWith(':?'))).toEqual([]);
    expect(secrets.filter(({ name }) => name === OPTIONAL).map(({ rest }) => rest)).toEqual([':-']);
    const literal = Object.values(compose.services)
      .flatMap((one) => Object.entries(one.environment ?? {}))
      .filter(
        ([name, value]) => /PASSWORD|SECRET|KEY|_URL$/.test(name) && !/\$\{\w+:[?-]\}?/.test(String(value)),
      );
    expect(literal).toEqual([]);
  });

  it.each(['README.md', 'README.zh-CN.md'])('uses no variable that %s does not explain', (file) => {
    const readme = read(file);
    const given = Object.values(compose.services).flatMap((one) => Object.keys(one.environment ?? {}));
    const names = [...new Set([...variables.map(({ name }) => name), ...given])];
    expect(names.length).toBeGreaterThan(8);
    expect(names.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });

  it('mounts only volumes it declares and files that exist', () => {
    const mounts = Object.values(compose.services).flatMap((one) => one.volumes ?? []);
    expect(mounts.length).toBeGreaterThan(0);
    for (const mount of mounts) {
      const [source = ''] = mount.split(':');
      if (source.startsWith('.')) expect(statSync(path.join(checkout, source)).isFile()).toBe(true);
      else expect(Object.keys(compose.volumes)).toContain(source);
    }
  });

  it('gives server and migration a file system that they cannot write to', () => {
    expect(service('server').read_only).toBe(true);
    expect(service('migrate').read_only).toBe(true);
  });
});

describe('the image', () => {
  it('is built on Node 24 and run by an ordinary account', () => {
    const images = instructions.filter(({ name }) => name === 'FROM').map(({ rest }) => rest.split(' ')[0]);
    expect(new Set(images)).toEqual(new Set(['node:24-bookworm-slim']));
    expect(finalStage.filter(({ name }) => name === 'USER').map(({ rest }) => rest)).toEqual(['node']);
  });

  it('copies nothing that is not there', () => {
    const copied = instructions
      .filter(({ name, rest }) => name === 'COPY' && !rest.startsWith('--from='))
      .flatMap(({ rest }) => rest.split(/\s+/).slice(0, -1));
    expect(copied).toContain('backend/data');
    expect(copied.filter((file) => !existsSync(path.join(checkout, file)))).toEqual([]);
  });

  it('copies nothing that .dockerignore keeps away from the engine', () => {
    const kept = read('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    const copied = instructions
      .filter(({ name, rest }) => name === 'COPY' && !rest.startsWith('--from='))
      .flatMap(({ rest }) => rest.split(/\s+/).slice(0, -1));
    const missing = copied.filter((file) => !kept.some((one) => file === one || file.startsWith(`${one}/`)));
    expect(missing).toEqual([]);
  });

  it('installs with every package.json that the lock file names', () => {
    const lock = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, { workspaces?: string[] }>;
    };
    const workspaces = lock.packages['']?.workspaces ?? [];
    expect(workspaces.length).toBeGreaterThan(0);
    for (const stage of dockerfile.split(/^FROM /m).filter((one) => one.includes('npm ci'))) {
      const install = stage.indexOf('npm ci');
      for (const workspace of workspaces) {
        const copy = stage.indexOf(`COPY ${workspace}/package.json ${workspace}/`);
        expect({ workspace, before: copy >= 0 && copy < install }).toEqual({ workspace, before: true });
      }
    }
  });

  it('starts commands that the build makes', () => {
    const started = finalStage
      .filter(({ name }) => name === 'CMD')
      .map(({ rest }) => JSON.parse(rest) as string[]);
    const commands = [...started, service('migrate').command ?? []];
    expect(commands).toEqual([
      ['node', 'backend/dist/server.js'],
      ['node', 'backend/dist/migrate.js'],
    ]);
    for (const [, file = ''] of commands) {
      const source = file.replace('/dist/', '/src/').replace(/\.js$/, '.ts');
      expect(existsSync(path.join(checkout, source))).toBe(true);
      expect(dockerfile).toContain('/app/backend/dist backend/dist');
    }
    const script = finalStage.find(({ name }) => name === 'HEALTHCHECK')?.rest ?? '';
    expect(script).toContain('["node", "backend/docker/health.mjs"]');
  });

  it('makes its roles by a script that bash understands', () => {
    const { status, stderr } = spawnSync(
      'bash',
      ['-n', path.join(checkout, 'backend/docker/create-roles.sh')],
      {
        encoding: 'utf8',
      },
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});

const roleOf = (url: string | undefined): string | undefined => /^postgres:\/\/(\w+):/.exec(url ?? '')?.[1];
