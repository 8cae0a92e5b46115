import type { Random } from '../random';
import type { Indicator, LeafValue, ScoreCase, ScoringRule } from './scoring-case';

/** A case that breaks one of the rules of the contract, where it has the kind of leaf for it; else as it was. */
export function brokenScoring(random: Random, sound: ScoreCase): ScoreCase {
  return random.pick(BREAKS)(sound, random);
}

type Break = (sound: ScoreCase, random: Random) => ScoreCase;

const BREAKS: readonly Break[] = [
  // Ids and parents.
  (sound) => withIndicators(sound, [...sound.method.indicators, ...leavesOf(sound).slice(0, 1)]),
  (sound) =>
    onLeaf(
      sound,
      () => true,
      (leaf) => ({ ...leaf, parent: 'nobody' }),
    ),
  (sound) => {
    const [first, second] = [
      { id: 'up', parent: 'down' },
      { id: 'down', parent: 'up' },
    ];
    return withIndicators(sound, [first, second, ...sound.method.indicators]);
  },
  // Rules and marks.
  (sound, random) => onRule(sound, 'proportional', (rule) => ({ ...rule, target: random.pick([0, '-1']) })),
  (sound) =>
    onLeaf(
      sound,
      ({ rule }) => rule?.kind !== 'elements',
      (leaf) => ({ ...leaf, marks: '-1' }),
    ),
  (sound) =>
    onRule(sound, 'elements', (rule) => ({
      ...rule,
      elements: [...rule.elements, { id: 'more', marks: 1 }],
    })),
  (sound) =>
    onLeaf(
      sound,
      ({ rule }) => rule?.kind === 'veto',
      (leaf) => ({ ...leaf, marks: 1 }),
    ),
  // Values.
  (sound) => ({ ...sound, values: { ...sound.values, 'no/body': { met: true } } }),
  (sound) => {
    const [id = ''] = Object.keys(sound.values);
    const { [id]: _gone, ...values } = sound.values;
    return { ...sound, values };
  },
  (sound) => onValue(sound, 'proportional', (value) => ({ ...value, actual: '-0.5' })),
  (sound) => onValue(sound, 'bands', (value) => ({ ...value, ratio: '1.01' })),
  (sound) => onValue(sound, 'bands', (value) => ({ ...value, band: 'none' })),
  (sound) => onValue(sound, 'elements', (value) => ({ ...value, met: ['unknown'] })),
  (sound) => onValue(sound, 'elements', (value) => ({ ...value, met: ['a', 'a'] })),
  (sound, random) =>
    onValue(sound, 'deduction', (value) => ({ ...value, occurrences: random.pick(['1.5', -1]) })),
  (sound) => onValue(sound, 'evaluator', (value) => ({ ...value, marks: [] })),
  (sound, random) =>
    onValue(sound, 'evaluator', (value) => ({ ...value, marks: [0, random.pick([-1, 1000])] })),
  // Finals.
  (sound, random) =>
    onValue(sound, random.pick(['yesNo', 'deduction', 'proportional']), (value) => ({
      ...value,
      finalScore: random.pick(['-0.01', '1000', '0.0000001']),
      reason: '评价组认定',
    })),
  (sound) => onValue(sound, 'yesNo', () => ({ met: true, finalScore: '0' })),
];

const leavesOf = ({ method }: ScoreCase): readonly Indicator[] =>
  method.indicators.filter(({ rule }) => rule);

const withIndicators = (sound: ScoreCase, indicators: readonly Indicator[]): ScoreCase => ({
  ...sound,
  method: { ...sound.method, indicators },
});

/** Changes the first leaf that fits. */
function onLeaf(
  sound: ScoreCase,
  fits: (leaf: Indicator) => boolean,
  change: (leaf: Indicator) => Indicator,
): ScoreCase {
  const found = leavesOf(sound).find(fits);
  return withIndicators(
    sound,
    sound.method.indicators.map((one) => (one === found ? change(one) : one)),
  );
}

function onRule<Kind extends ScoringRule['kind']>(
  sound: ScoreCase,
  kind: Kind,
  change: (rule: Extract<ScoringRule, { kind: Kind }>) => ScoringRule,
): ScoreCase {
  return onLeaf(
    sound,
    ({ rule }) => rule?.kind === kind,
    (leaf) => ({ ...leaf, rule: change(leaf.rule as Extract<ScoringRule, { kind: Kind }>) }),
  );
}

/** Changes the value of the first leaf of that kind which has one. */
function onValue(
  sound: ScoreCase,
  kind: ScoringRule['kind'],
  change: (value: LeafValue) => LeafValue,
): ScoreCase {
  const found = leavesOf(sound).find(({ id, rule }) => rule?.kind === kind && !sound.values[id]?.state);
  const value = found && sound.values[found.id];
  return found && value ? { ...sound, values: { ...sound.values, [found.id]: change(value) } } : sound;
}
