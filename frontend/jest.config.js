const { createCjsPreset } = require('jest-preset-angular/presets');

/** Component specs run in jsdom without zone.js; charts are tested as options, never as pixels. */
module.exports = {
  ...createCjsPreset({ tsconfig: '<rootDir>/tsconfig.spec.json' }),
  rootDir: __dirname,
  // As in the other projects: only what hangs is stopped by the clock.
  testTimeout: 30_000,
  displayName: 'frontend',
  testMatch: ['<rootDir>/src/**/*.spec.ts'],
  setupFilesAfterEnv: ['<rootDir>/jest.setup.ts'],
  moduleNameMapper: { '^@yuheng/shared/(.*)$': '<rootDir>/../shared/src/$1' },
  transformIgnorePatterns: ['node_modules/(?!.*\\.mjs$|echarts|zrender|@jsverse)'],
};
