/**
 * Stands for fast-check in `npm run soak` (soak.config.js): every property is tried `propertyFactor` times as often as
 * its spec says, so that no spec has to know of the soak, not even those of the domain, which import nothing from here.
 */
import { runs } from './counts';

// The true module by its path, as CommonJS: its name leads here.
// eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would be looked up by the name once more
const real = require('../../node_modules/fast-check/lib/cjs/fast-check.js') as typeof import('fast-check');

const USUAL_RUNS = 100;

const longer = (parameters: { numRuns?: number } = {}): { numRuns: number } => ({
  ...parameters,
  numRuns: (parameters.numRuns ?? USUAL_RUNS) * runs('propertyFactor'),
});

const soaked = {
  ...real,
  assert: (property: never, parameters?: { numRuns?: number }) => real.assert(property, longer(parameters)),
};

module.exports = { ...soaked, default: soaked, __esModule: true };
