import { givenCountyYear } from '../metrics/given-county-year';
import { ASSISTANTS_METHOD } from '../scoring/assistants-method';
import { compileMethod } from '../scoring/compile-method';
import { computedScores } from './computed-scores';

const outcome = compileMethod(ASSISTANTS_METHOD);
if (!outcome.ok) throw new Error('unsound');
const METHOD = outcome.value;

test('each leaf that is computed has its score and its figure, and those that people mark have none', () => {
  const { leaves, explain } = computedScores(ASSISTANTS_METHOD, METHOD, givenCountyYear());
  expect(Object.keys(leaves)).not.toContain('satisfaction');
  expect(explain('satisfaction')).toBeNull();
  expect(Object.keys(leaves)).toContain('onPostRate');
  for (const [id, { score, state }] of Object.entries(leaves)) {
    expect([id, score === null]).toEqual([id, state !== 'scored']);
    expect(explain(id)?.result ?? null).not.toBeNull();
  }
});

test('a county of which nothing was gathered has every computed score missing, never a zero', () => {
  const { leaves } = computedScores(ASSISTANTS_METHOD, METHOD, undefined);
  expect(new Set(Object.values(leaves).map(({ score, state }) => `${score} ${state}`))).toEqual(
    new Set(['null missing']),
  );
});
