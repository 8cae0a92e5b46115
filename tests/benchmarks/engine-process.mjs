/** `node engine-process.mjs CHECKOUT COUNTIES`: prints as JSON what the compiled engine takes for so many counties. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { median } from './figures.mjs';

const [checkout, counties] = [process.argv[2], Number(process.argv[3])];
const load = createRequire(path.join(checkout, 'shared', 'dist', 'bench.js'));
const { scoreInput } = load('./contract/engine/score.js');
const { allocateInput } = load('./contract/engine/allocate.js');
const { compileMethod } = load('./domain/scoring/compile-method.js');
const { printScore, scoreValues } = load('./domain/scoring/score.js');
const { allocate } = load('./domain/allocation/allocate.js');

const KINDS = [
  [
    { kind: 'proportional', target: '95', direction: 'atLeast' },
    (draw) => ({ actual: `${80 + draw(200) / 10}` }),
  ],
  [{ kind: 'proportional', target: '5', direction: 'atMost' }, (draw) => ({ actual: `${draw(80) / 10}` })],
  [{ kind: 'deduction', perOccurrence: '1.25' }, (draw) => ({ occurrences: draw(5) })],
  [{ kind: 'yesNo' }, (draw) => ({ met: draw(20) > 0 })],
  [
    { kind: 'evaluator', aggregate: 'mean' },
    (draw) => ({ marks: [0, 0, 0].map(() => (5 + draw(300) / 100).toFixed(2)) }),
  ],
  [
    {
      kind: 'bands',
      bands: [
        { label: 'achieved', from: '0.8', to: '1' },
        { label: 'partlyAchieved', from: '0.6', to: '0.8' },
      ],
    },
    (draw) => ({ band: 'achieved', ratio: (0.8 + draw(20) / 100).toFixed(2) }),
  ],
];
const MARKS = ['10', '10', '5', '5', '10', '10', '10', '10', '5', '5', '10', '10'];

/** The same counties in every run: a generator of whole numbers with a fixed seed. */
function generator() {
  let state = 20260320;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % below;
  };
}

function generate() {
  const draw = generator();
  const rules = MARKS.map((marks, i) => ({ id: `i${i}`, marks, kind: KINDS[i % KINDS.length] }));
  const method = { indicators: rules.map(({ id, marks, kind }) => ({ id, marks, rule: kind[0] })) };
  const values = Array.from({ length: counties }, () =>
    Object.fromEntries(rules.map(({ id, kind }) => [id, kind[1](draw)])),
  );
  // Read as the command line reads a file, before the clock starts: what is measured is the engine alone.
  const { shape } = scoreInput;
  return {
    method: shape.method.parse(method),
    values: values.map((one) => shape.values.parse(one)),
    posts: values.map(() => 5 + draw(30)),
  };
}

function run({ method, values, posts }) {
  const began = performance.now();
  const compiled = unwrap(compileMethod(method));
  const scores = values.map((one) => printScore(compiled, unwrap(scoreValues(compiled, one))).total);
  const scored = performance.now();
  const total = posts.reduce((sum, one) => sum + one, 0);
  const input = allocateInput.parse({
    pool: { posts: total, fenPerPost: 1_200_000 },
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
  const parts = Object.values(unwrap(allocate(input)).parts).reduce((sum, part) => sum + Number(part), 0);
  if (parts !== total) throw new Error(`${parts} parts of ${total} were given out.`);
  const ended = performance.now();
  return { all: ended - began, scoring: scored - began, allocating: ended - scored };
}

function unwrap(outcome) {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals.slice(0, 3)));
  return outcome.value;
}

const input = generate();
const started = process.cpuUsage();
const first = run(input);
const compiling = process.cpuUsage(started);
const megabytesOfOne = process.resourceUsage().maxRSS / 1024;
// Warm is when as many counties have passed as Node needs to compile the engine for good.
for (let passed = 0; passed < 12_000; passed += counties) run(input);
const before = process.cpuUsage();
const rounds = Array.from({ length: 9 }, () => run(input));
const used = process.cpuUsage(before);
const of = (what) => median(rounds.map((round) => round[what]));
process.stdout.write(
  JSON.stringify({
    cold: first.all,
    coldProcessor: (compiling.user + compiling.system) / 1000,
    warm: of('all'),
    scoring: of('scoring'),
    allocating: of('allocating'),
    processor: (used.user + used.system) / 1000 / rounds.length,
    megabytesOfOne,
    megabytes: process.resourceUsage().maxRSS / 1024,
  }),
);
