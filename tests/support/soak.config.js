/** Jest's configuration for `npm run soak`: the same projects, with fast-check at full length. */
const path = require('node:path');
const base = require('../../jest.config.js');

const checkout = path.resolve(__dirname, '..', '..');

module.exports = {
  rootDir: checkout,
  testTimeout: base.testTimeout,
  projects: base.projects.map((project) => ({
    ...project,
    moduleNameMapper: {
      ...project.moduleNameMapper,
      '^fast-check$': path.join(__dirname, 'soak-properties.ts'),
    },
  })),
};
