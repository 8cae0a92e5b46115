const { createCjsPreset } = require('jest-preset-angular/presets');

const grouped = process.env.YUHENG_TESTS_TOGETHER;

/** Component specs run in jsdom without zone.js; charts are tested as options, never as pixels. */
module.exports = {
  ...createCjsPreset({ tsconfig: '<rootDir>/tsconfig.spec.json' }),
  rootDir: __dirname,
  // As in the other projects: only what hangs is stopped by the clock.
  testTimeout: 30_000,
  displayName: 'frontend',
  // In a run of the whole project the specs come in groups: tests/support/tests-together.mjs.
  testMatch: [grouped ? `<rootDir>/${grouped}/frontend/*.spec.ts` : '<rootDir>/src/**/*.spec.ts'],
  setupFilesAfterEnv: ['<rootDir>/jest.setup.ts'],
  moduleNameMapper: { '^@yuheng/shared/(.*)$': '<rootDir>/../shared/src/$1' },
  transformIgnorePatterns: ['node_modules/(?!.*\\.mjs$|echarts|zrender|@jsverse)'],
};
