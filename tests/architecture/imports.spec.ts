import { findCycle, readSources, type Import, type SourceFile } from './source-files';

const isSpec = (file: string): boolean => /\.spec\.ts$/.test(file);
const shared = readSources('shared/src');
const backend = readSources('backend/src');
const frontend = readSources('frontend/src');
const tests = readSources('tests');
const domain = shared.filter(({ file }) => file.startsWith('shared/src/domain/'));
const contract = shared.filter(({ file }) => file.startsWith('shared/src/contract/'));

/** The imports that break a rule, each said as "from → to". */
const offences = (
  sources: readonly SourceFile[],
  allowed: (one: Import, file: string) => boolean,
  where: (file: string) => boolean = (file) => !isSpec(file),
): string[] =>
  sources
    .filter(({ file }) => where(file))
    .flatMap(({ file, imports }) =>
      imports.filter((one) => !allowed(one, file)).map(({ to }) => `${file} → ${to}`),
    );

const inside =
  (...folders: string[]) =>
  ({ to, isPackage }: Import): boolean =>
    !isPackage && folders.some((folder) => to.startsWith(`${folder}/`));

describe('imports run one way: domain ← contract ← backend, frontend ← tests', () => {
  it('the sources were found and read', () => {
    for (const sources of [domain, contract, backend, frontend, tests])
      expect(sources.length).toBeGreaterThan(9);
    expect(domain.flatMap(({ imports }) => imports).length).toBeGreaterThan(100);
  });

  it('the domain imports nothing outside its folder, no package and no type', () => {
    expect(offences(domain, inside('shared/src/domain'))).toEqual([]);
  });

  it('the contract imports the domain and zod, by its namespace', () => {
    const allowed = (one: Import): boolean =>
      inside('shared/src/domain', 'shared/src/contract')(one) || (one.isPackage && one.to === 'zod');
    expect(offences(contract, allowed)).toEqual([]);
    const named = contract.filter(({ text }) => /import (?:type )?\{[^}]*\} from 'zod'/.test(text));
    expect(named.map(({ file }) => file)).toEqual([]);
  });

  it('the backend knows shared and itself, never the web pages or the tests', () => {
    expect(offences(backend, (one) => one.isPackage || inside('shared/src', 'backend/src')(one))).toEqual([]);
  });

  it('the web pages know shared and themselves, never the server', () => {
    expect(offences(frontend, (one) => one.isPackage || inside('shared/src', 'frontend/src')(one))).toEqual(
      [],
    );
    const server = offences(frontend, ({ to }) => !/^(node:|typeorm$|pg$|@nestjs\/|fastify$)/.test(to));
    expect(server).toEqual([]);
  });

  it('nothing but tests knows the tests', () => {
    const intoTests = (one: Import): boolean =>
      one.isPackage || (!one.to.startsWith('tests/') && !isSpec(one.to));
    expect(offences([...shared, ...backend, ...frontend], intoTests, () => true)).toEqual([]);
  });

  it.each([
    ['shared', shared],
    ['backend', backend],
    ['frontend', frontend],
    ['tests', tests],
  ])('no import cycle exists in %s, types included', (_, sources) => {
    expect(findCycle(sources)).toBeNull();
  });
});

describe('a feature of the backend reaches another one through what that one offers', () => {
  /** What every feature stands on. */
  const FOUNDATION = ['clock', 'config', 'database', 'http', 'workbooks'];
  /** What puts the features together: it may know all of them. */
  const ASSEMBLY = ['installation', 'demonstration', 'command-line'];
  const featureOf = (file: string): string | null => /^backend\/src\/([^/]+)\//.exec(file)?.[1] ?? null;
  const features = new Set(backend.map(({ file }) => featureOf(file)).filter((one) => one !== null));

  /**
   * The rule: services, modules and entities (for foreign keys) of another feature, its present-… functions that shape
   * answers without reading anything, and types of any kind. Never its repository, its queries or its controller.
   */
  const OFFERED = /\/(?:[a-z-]+\.(?:service|module|entity)|present-[a-z-]+)\.ts$/;
  /** The writing side of the trail, on which every feature that changes something stands, as on `scoped`. */
  const TRAIL = ['backend/src/audit/act.ts', 'backend/src/audit/audit-trail.ts'];
  /** Single files that several features use; none has a state or a connection. */
  const SHARED_FILES = [
    ...TRAIL,
    'backend/src/identity/passwords/password.ts',
    'backend/src/identity/second-factor/qr-code.ts',
    'backend/src/evaluations/packed-explanation.ts',
    'backend/src/evidence/evidence-content.ts',
    'backend/src/demonstration/anonymous-names.ts',
    'backend/src/installation/data-file.ts',
    'backend/src/regions/regions-file.ts',
  ];

  it('services, modules, entities, present-… and types; nothing else', () => {
    const allowed = (one: Import, file: string): boolean => {
      const [from, to] = [featureOf(file), featureOf(one.to)];
      if (one.isPackage || to === null || from === to) return true;
      if (from === null || ASSEMBLY.includes(from) || FOUNDATION.includes(from)) return true;
      return one.typeOnly || FOUNDATION.includes(to) || OFFERED.test(one.to) || SHARED_FILES.includes(one.to);
    };
    expect(features.size).toBeGreaterThan(10);
    expect(offences(backend, allowed)).toEqual([]);
  });

  it('the foundation knows no feature, but for the list of entities and who is signed in', () => {
    const KNOWN: Readonly<Record<string, RegExp>> = {
      'backend/src/database/entities.ts': /\.entity\.ts$/,
      'backend/src/http/doors.ts':
        /\/identity\/(?:session-cookie|sessions\.repository|signed-in)\.ts$|\/audit\/act\.ts$/,
      'backend/src/http/repetition.ts': /\/audit\/act\.ts$/,
      'backend/src/http/route.ts': /\/identity\/signed-in\.ts$|\/audit\/act\.ts$/,
    };
    const allowed = (one: Import, file: string): boolean => {
      const [from, to] = [featureOf(file), featureOf(one.to)];
      if (one.isPackage || to === null || from === null || !FOUNDATION.includes(from)) return true;
      return FOUNDATION.includes(to) || (KNOWN[file]?.test(one.to) ?? false);
    };
    expect(offences(backend, allowed)).toEqual([]);
  });

  it('SQL and entities’ managers are touched where data is: queries, repositories, migrations, installation', () => {
    const PLACES =
      /\.(?:queries|repository)\.ts$|^backend\/src\/(?:database|installation)\/|^backend\/src\/demonstration\/load-demonstration\.ts$/;
    // The health question is one `select 1`.
    const OTHERS = ['backend/src/http/system.controller.ts'];
    const touching = backend.filter(
      ({ file, text }) =>
        !isSpec(file) &&
        /\.query\(|createQueryBuilder|getRepository|\b(?:tx|manager)\.(?:insert|update|delete|save|find\w*|count\w*)\(/.test(
          text,
        ),
    );
    expect(touching.length).toBeGreaterThan(5);
    expect(
      touching.map(({ file }) => file).filter((file) => !PLACES.test(file) && !OTHERS.includes(file)),
    ).toEqual([]);
  });

  it('only config/environment.ts reads the environment', () => {
    const readers = backend.filter(
      ({ file, text }) => !isSpec(file) && /process\s*\.\s*env|process\['env'\]/.test(withoutComments(text)),
    );
    expect(readers.map(({ file }) => file)).toEqual(['backend/src/config/environment.ts']);
  });
});

describe('a feature of the web pages stands alone', () => {
  const SHARED = ['api', 'charts', 'ui', 'shell'];
  const folderOf = (file: string): string | null => /^frontend\/src\/app\/([^/]+)\//.exec(file)?.[1] ?? null;

  it('a feature imports api, charts, ui and shell, and no other feature', () => {
    const allowed = (one: Import, file: string): boolean => {
      const [from, to] = [folderOf(file), folderOf(one.to)];
      return one.isPackage || from === null || to === null || from === to || SHARED.includes(to);
    };
    // A drawer that several pages open is a feature that they share by name.
    const found = offences(frontend, allowed).filter((one) => !one.includes('→ frontend/src/app/explain/'));
    expect(found).toEqual([]);
  });

  it('what features share imports no feature', () => {
    const allowed = (one: Import, file: string): boolean => {
      const [from, to] = [folderOf(file), folderOf(one.to)];
      return one.isPackage || from === null || !SHARED.includes(from) || to === null || SHARED.includes(to);
    };
    expect(offences(frontend, allowed)).toEqual([]);
  });

  it('only charts/chart.ts touches ECharts as more than a type', () => {
    const touching = frontend.filter(({ imports }) =>
      imports.some(({ to, typeOnly }) => !typeOnly && /^(?:ngx-)?echarts$/.test(to)),
    );
    expect(touching.map(({ file }) => file)).toEqual(['frontend/src/app/charts/chart.ts']);
  });
});

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
