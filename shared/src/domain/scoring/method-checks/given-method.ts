import { bilingual } from '../../bilingual';
import type { Indicator, Method, Rule } from '../method';
import { checkMethod } from './check-method';
import type { KnownSources } from './check-sources';
import type { MethodCheck } from './method-check';

/** A leaf with all that publication requires, below `output`; for specs. */
export const givenLeaf = (id: string, marks: string, extra: Partial<Indicator> = {}): Indicator => ({
  id,
  parent: 'output',
  name: bilingual(`指标${id}`, `Indicator ${id}`),
  marks,
  rule: { kind: 'yesNo' },
  source: 'evaluator',
  responsible: 'countyJustice',
  criteria: bilingual('按规定完成的，得满分。', 'Full marks when it is done as the rules require.'),
  ...extra,
});

export const GIVEN_OUTPUT: Indicator = { id: 'output', name: bilingual('产出', 'Output') };

/** The heading stands at /method/indicators/0, the leaves from 1 on. */
export const givenMethod = (leaves: readonly Indicator[], extra: Partial<Method> = {}): Method => ({
  indicators: [GIVEN_OUTPUT, ...leaves],
  ...extra,
});

/** One leaf of 40 marks under test, at /method/indicators/1, beside a sound one of 60. */
export const givenWithLeaf = (extra: Partial<Indicator>): Method =>
  givenMethod([givenLeaf('a', '40', extra), givenLeaf('b', '60')]);

export const givenWithRule = (rule: Rule): Method => givenWithLeaf({ rule, unit: '%', source: 'evaluator' });

export const givenSteps = (...list: readonly (readonly [string, string])[]): Rule => ({
  kind: 'steps',
  steps: list.map(([atLeast, ratio]) => ({ atLeast, ratio })),
});

export const givenBands = (...list: readonly (readonly [string, string, string])[]): Rule => ({
  kind: 'bands',
  bands: list.map(([label, from, to]) => ({ label, from, to })),
});

/** One line a finding: "error absent /method/indicators/1/name". @throws Error on a message that no reader can use. */
export function toldBy(check: MethodCheck): readonly string[] {
  for (const { message } of check) {
    const sentences = /[一-鿿].*。$/s.test(message.zh) && /[a-z].*\.$/s.test(message.en);
    if (!sentences || /undefined|null|NaN|\[object/.test(`${message.zh}${message.en}`)) {
      throw new Error(`This is no sentence: ${message.zh} ${message.en}`);
    }
  }
  return check.map((one) => `${one.severity} ${one.kind} ${one.pointer}`);
}

export const findingsOf = (method: Method, known?: KnownSources): readonly string[] =>
  toldBy(checkMethod(method, known));
