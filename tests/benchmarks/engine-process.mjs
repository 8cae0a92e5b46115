/** `node engine-process.mjs CHECKOUT COUNTIES`: prints as JSON what the compiled engine takes for so many counties. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { generate } from './engine-method.mjs';
import { median } from './figures.mjs';

const INDICATORS = 40;
const [checkout, counties] = [process.argv[2], Number(process.argv[3])];
const load = createRequire(path.join(checkout, 'shared', 'dist', 'bench.js'));
const { scoreInput } = load('./contract/engine/score.js');
const { allocateInput } = load('./contract/engine/allocate.js');
const { compileMethod } = load('./domain/scoring/compile-method.js');
const { printScore, scoreValues } = load('./domain/scoring/score.js');
const { allocate } = load('./domain/allocation/allocate.js');

/** Read as the command line reads a file, before the clock starts: what is measured is the engine alone. */
function read({ method, values, posts }) {
  const { shape } = scoreInput;
  return {
    method: shape.method.parse(method),
    values: values.map((one) => shape.values.parse(one)),
    posts,
  };
}

const readSplit = (posts, scores) =>
  allocateInput.parse({
    pool: { posts: posts.reduce((sum, one) => sum + one, 0), fenPerPost: 1_200_000 },
    units: posts.map((base, i) => ({
      id: `county-${i}`,
      factors: { base: String(base) },
      score: scores[i],
      lastPart: base,
    })),
    policy: {
      factors: [{ id: 'base', weight: '1' }],
      performance: {
        mode: 'continuous',
        from: { score: '60', coefficient: '0.90' },
        to: { score: '100', coefficient: '1.10' },
      },
      maximumChange: { parts: 1 },
      method: 'hamilton',
    },
  });

function run({ method, values, posts }) {
  const began = performance.now();
  const compiled = unwrap(compileMethod(method));
  const scores = values.map((one) => printScore(compiled, unwrap(scoreValues(compiled, one))).total);
  const scored = performance.now();
  const input = readSplit(posts, scores);
  const read = performance.now();
  const parts = Object.values(unwrap(allocate(input)).parts).reduce((sum, part) => sum + Number(part), 0);
  const ended = performance.now();
  const total = posts.reduce((sum, one) => sum + one, 0);
  if (parts !== total) throw new Error(`${parts} parts of ${total} were given out.`);
  const [scoring, allocating] = [scored - began, ended - read];
  return { all: scoring + allocating, scoring, reading: read - scored, allocating };
}

function unwrap(outcome) {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals.slice(0, 3)));
  return outcome.value;
}

const input = read(generate(counties, INDICATORS));
const started = process.cpuUsage();
const first = run(input);
const compiling = process.cpuUsage(started);
const megabytesOfOne = process.resourceUsage().maxRSS / 1024;
// Warm is when so many counties have passed, however few at a time, that Node has compiled the engine for good: the split
// runs once for all of them, so it takes some forty runs.
for (let passed = 0; passed < 120_000; passed += counties) run(input);
const before = process.cpuUsage();
const rounds = Array.from({ length: 9 }, () => run(input));
const used = process.cpuUsage(before);
const of = (what) => median(rounds.map((round) => round[what]));
process.stdout.write(
  JSON.stringify({
    cold: first.all,
    coldAllocating: first.allocating,
    coldProcessor: (compiling.user + compiling.system) / 1000,
    warm: of('all'),
    scoring: of('scoring'),
    reading: of('reading'),
    allocating: of('allocating'),
    processor: (used.user + used.system) / 1000 / rounds.length,
    megabytesOfOne,
    megabytes: process.resourceUsage().maxRSS / 1024,
  }),
);
