const { default: Sequencer } = require('@jest/test-sequencer');

/**
 * What takes the longest of `npm test`, by the part of its path. A fresh checkout has no timings of its own, and Jest
 * then goes by the size of a file: the few short files that open every page would come last, one worker busy, the other idle.
 */
const LONGEST = [
  'e2e/pages.spec',
  'e2e/pages-in-english',
  'golden/commands-on-any-input',
  'integration/audit/every-act',
  'e2e/roles',
  'security/fuzz/fuzz',
  'e2e/',
  'golden/',
  'launcher/',
  'api/every-problem',
];

/** Known long ones first, in the order above; of the rest what Jest itself would take first. */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const place = ({ path }) => {
      const at = LONGEST.findIndex((part) => path.replaceAll('\\', '/').includes(`/tests/${part}`));
      return at < 0 ? LONGEST.length : at;
    };
    // The sort is stable: within one place the order is Jest's own.
    return [...super.sort(tests)].sort((one, other) => place(one) - place(other));
  }
};
