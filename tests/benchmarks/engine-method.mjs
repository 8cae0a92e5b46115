/** What the engine's benchmark scores: every kind of rule in turn, as many indicators as are asked for, 100 marks in all. */
const KINDS = [
  [
    { kind: 'proportional', target: '95', direction: 'atLeast' },
    (draw) => ({ actual: `${80 + draw(200) / 10}` }),
  ],
  [{ kind: 'proportional', target: '5', direction: 'atMost' }, (draw) => ({ actual: `${draw(80) / 10}` })],
  [{ kind: 'deduction', perOccurrence: '0.25' }, (draw) => ({ occurrences: draw(5) })],
  [{ kind: 'yesNo' }, (draw) => ({ met: draw(20) > 0 })],
  [
    { kind: 'evaluator', aggregate: 'mean' },
    (draw, marks) => ({ marks: [0, 0, 0].map(() => ((marks * (50 + draw(51))) / 100).toFixed(2)) }),
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
  [
    {
      kind: 'steps',
      steps: [
        { atLeast: '90', ratio: '1' },
        { atLeast: '80', ratio: '0.8' },
        { atLeast: '60', ratio: '0.5' },
      ],
    },
    (draw) => ({ actual: `${50 + draw(500) / 10}` }),
  ],
  [
    (marks) => ({
      kind: 'elements',
      elements: ['a', 'b'].map((id) => ({ id, marks: `${marks / 2}` })),
    }),
    (draw) => ({ met: draw(10) > 0 ? ['a', 'b'] : ['a'] }),
  ],
];

/** The same counties in every run: a generator of whole numbers with a fixed seed. */
function generator() {
  let state = 20260320;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % below;
  };
}

/** The method and the values of so many counties, and the posts in force, as they would stand in a file. */
export function generate(counties, indicators) {
  const draw = generator();
  const marks = 100 / indicators;
  const leaves = Array.from({ length: indicators }, (_, place) => {
    const [rule, value] = KINDS[place % KINDS.length];
    return { id: `i${place}`, rule: typeof rule === 'function' ? rule(marks) : rule, value };
  });
  return {
    method: { indicators: leaves.map(({ id, rule }) => ({ id, marks: `${marks}`, rule })) },
    values: Array.from({ length: counties }, () =>
      Object.fromEntries(leaves.map(({ id, value }) => [id, value(draw, marks)])),
    ),
    posts: Array.from({ length: counties }, () => 5 + draw(30)),
  };
}
