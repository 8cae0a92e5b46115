import * as fc from 'fast-check';
import { fillPhrase, NO_FIGURE, phraseRefusals } from './phrases';

test('a phrase is filled with the figures of the county, those of other indicators too', () => {
  const figures = { county: '红塔区', score: '4.50', lost: '0.50', onPostRate: '93.52%' };
  expect(fillPhrase('{county}在岗率{onPostRate}，得{score}分，扣{lost}分', figures, ['onPostRate'])).toEqual({
    ok: true,
    value: '红塔区在岗率93.52%，得4.50分，扣0.50分',
  });
});

test('a figure that is not there leaves a blank to be written in, never a word that every object has', () => {
  expect(fillPhrase('目标{target}，{constructor}', {}, ['constructor'])).toEqual({
    ok: true,
    value: `目标${NO_FIGURE}，${NO_FIGURE}`,
  });
});

test('an unknown figure is refused once, with its name', () => {
  expect(phraseRefusals('{score2}和{score2}', [], '/fact')).toEqual([
    {
      pointer: '/fact',
      detail: {
        zh: '没有名为“{score2}”的数据项，请从列出的数据项中选择，或者删去花括号。',
        en: 'There is no figure named "{score2}"; choose one of those listed, or take the braces away.',
      },
    },
  ]);
  expect(fillPhrase('{score2}', {}, [])).toMatchObject({ ok: false });
});

test('a brace without its other half is refused', () => {
  for (const text of ['{county', 'county}', '{{county}', '}{'])
    expect(phraseRefusals(text, [], '/fact')).not.toEqual([]);
});

test('a text without braces stays as it is', () => {
  fc.assert(
    fc.property(
      fc.string().filter((text) => !/[{}]/.test(text)),
      (text) => {
        expect(fillPhrase(text, {}, [])).toEqual({ ok: true, value: text });
      },
    ),
  );
});
