const { default: Sequencer } = require('@jest/test-sequencer');
const path = require('node:path');

/**
 * Groups of specs (tests-together.mjs) begin in the order of their names, which is that of their length: a fresh checkout has no
 * timings of its own, and Jest then goes by the size of a file. Everything else is in Jest's order.
 */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    if (!process.env.YUHENG_TESTS_TOGETHER) return sorted;
    return [...sorted].sort((one, other) => (path.basename(one.path) < path.basename(other.path) ? -1 : 1));
  }
};
