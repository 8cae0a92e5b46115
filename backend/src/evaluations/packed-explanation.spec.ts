import type { ScoreExplanation } from '@yuheng/shared/domain/scoring/explaining/explanation';
import { explainScore } from '@yuheng/shared/domain/scoring/explaining/explanation';
import { compileMethod } from '@yuheng/shared/domain/scoring/compile-method';
import { scoreValues } from '@yuheng/shared/domain/scoring/score';
import { packExplanation, unpackExplanation } from './packed-explanation';

const name = (text: string): { zh: string; en: string } => ({ zh: text, en: text });

/** Two leaves of one group that read alike, and one right below the root. */
function explained(): ScoreExplanation {
  const leaf = (id: string, parent?: string): object => ({
    ...{
      id,
      name: name('得分'),
      marks: '10',
      source: 'evaluator',
      rule: { kind: 'evaluator', aggregate: 'mean' },
    },
    ...(parent ? { parent } : {}),
  });
  const method = compileMethod({
    indicators: [
      leaf('alone'),
      { id: 'group', name: name('组') },
      leaf('one', 'group'),
      leaf('other', 'group'),
    ],
  } as never);
  if (!method.ok) throw new Error(JSON.stringify(method.refusals));
  const values = Object.fromEntries(
    ['alone', 'one', 'other'].map((id, place) => [id, { marks: [String(place + 1)] }]),
  ) as never;
  const scored = scoreValues(method.value, values);
  if (!scored.ok) throw new Error(JSON.stringify(scored.refusals));
  return explainScore(method.value, values, scored.value);
}

describe('a packed explanation', () => {
  it('is unpacked as it was, each leaf at its own place', async () => {
    const explanation = explained();
    expect(await unpackExplanation(await packExplanation(explanation))).toEqual(explanation);
  });

  it('of before packing stands as JSON and is read as it stands', async () => {
    const explanation = explained();
    expect(await unpackExplanation(Buffer.from(JSON.stringify(explanation)))).toEqual(explanation);
  });
});
