/**
 * One Jest project per size of test (architecture.md section 7), so that a part can be run alone:
 * `npx jest --selectProjects unit`. Everything on Node is transformed by swc; types are checked once by tsc.
 */
/**
 * Jest looks every global up through a proxy, at each use: arithmetic on whole numbers took twice its time. These are handed
 * to each module as they are. Nothing replaces them (as tests do `Date` and the timers), and no package that is loaded
 * declares one of these names anew, as some do `Number`, `String` and `Promise`.
 */
const GLOBALS = ['Array', 'BigInt', 'JSON', 'Map', 'Math', 'Object', 'RegExp', 'Set'];

const node = {
  rootDir: __dirname,
  testEnvironment: 'node',
  sandboxInjectedGlobals: GLOBALS,
  // Node itself requires ES modules since 20.19; Jest's own module system does not yet.
  transformIgnorePatterns: ['/node_modules/(?!(?:@scure|@noble|openid-client|oauth4webapi|jose)/)'],
  transform: {
    '/node_modules/.+\\.js$': ['@swc/jest', { jsc: { target: 'es2022' }, module: { type: 'commonjs' } }],
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  moduleNameMapper: {
    '^@yuheng/shared/(.*)$': '<rootDir>/shared/src/$1',
    '^@yuheng/backend/(.*)$': '<rootDir>/backend/src/$1',
    // A thread loads compiled scripts only; under Jest there are none.
    '^\\./proposing-worker-file$': '<rootDir>/tests/support/proposing-worker-file.ts',
  },
};

/** In a run of whole projects the specs come in groups: tests/support/tests-together.mjs. */
const specsOf = (name, ...places) => {
  const grouped = process.env.YUHENG_TESTS_TOGETHER;
  return grouped
    ? [`<rootDir>/${grouped}/${name}/*.spec.ts`]
    : places.map((place) => `<rootDir>/${place}/**/*.spec.ts`);
};

const suite = (name, extra = {}) => ({
  ...node,
  displayName: name,
  testMatch: specsOf(name, `tests/${name}`),
  ...extra,
});

/** Suites that need PostgreSQL share one cluster per run, and a database of their own per worker. */
const database = {
  globalSetup: '<rootDir>/tests/support/start-cluster.mjs',
  globalTeardown: '<rootDir>/tests/support/stop-cluster.mjs',
};

module.exports = {
  // Only what hangs is stopped by the clock: on a busy machine a sound test may take many times its usual time.
  testTimeout: 30_000,
  testSequencer: '<rootDir>/tests/support/longest-first.cjs',
  projects: [
    {
      ...node,
      displayName: 'unit',
      testMatch: specsOf('unit', 'shared/src', 'backend/src'),
    },
    suite('golden'),
    suite('architecture', database),
    suite('launcher'),
    suite('integration', database),
    suite('api', database),
    suite('security', database),
    suite('e2e', database),
  ],
};
