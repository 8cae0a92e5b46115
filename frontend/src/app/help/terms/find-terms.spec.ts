import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { finderOf } from './find-terms';
import { GLOSSARY, TERMS } from './glossary';

const CHINESE = /[\u3000-\u9fff\uff00-\uffef]/;
const found = (language: 'zh-CN' | 'en', text: string, path = '/funds') =>
  finderOf(language, path)(text).map(({ term, start, end }) => [term.id, text.slice(start, end)]);

describe('the glossary', () => {
  it('explains every term in both languages, with no Chinese in English', () => {
    const said = TERMS.flatMap(({ name, means, formula, source }) => [
      name,
      means,
      ...(formula ? [formula] : []),
      ...(source ? [source] : []),
    ]);
    expect(said.filter(({ zh, en }) => !zh.trim() || !en.trim())).toEqual([]);
    expect(said.filter(({ en }) => CHINESE.test(en))).toEqual([]);
    expect(said.filter(({ zh }) => !CHINESE.test(zh))).toEqual([]);
  });

  it('gives each word to one term only, but for the two rates of one name', () => {
    expect(new Set(TERMS.map(({ id }) => id)).size).toBe(TERMS.length);
    expect(new Set(GLOSSARY.map(({ id }) => id)).size).toBe(GLOSSARY.length);
    const words = TERMS.flatMap(({ name, words: others = [] }) => [name.zh, name.en, ...others]);
    const twice = words.filter((word, index) => words.indexOf(word) !== index);
    expect(twice).toEqual([]);
  });

  it('says its sentences as the glossary demands', () => {
    const whole = JSON.stringify(TERMS);
    expect(whole).not.toMatch(/分配实验室|基线|桑基|瀑布|热力|严厉度|盲评|轮次|同侪|对标|九县|冻结/);
  });

  it('keeps the two execution rates apart, and each names the other', () => {
    const [receipts, budget] = ['executionRateOfReceipts', 'executionRateOfBudget'].map((id) =>
      TERMS.find((term) => term.id === id),
    );
    expect(receipts?.formula?.zh).toBe('支出 ÷ 到位资金');
    expect(budget?.formula?.zh).toBe('支出 ÷ 调整后预算');
    expect(receipts?.means.zh).toContain('分母不同');
    expect(budget?.means.zh).toContain('分母不同');
  });

  it('is loaded with no first script: nothing outside help imports it, but what the root defers', () => {
    const root = readFileSync(join(__dirname, '..', '..', 'app.ts'), 'utf8');
    expect(root).toMatch(/@defer \(on idle; when guide\.termsOpen\(\)\) \{\s*<yh-term-help \/>/);
  });
});

describe('finding terms in a label', () => {
  it('takes the longest word', () => {
    expect(found('zh-CN', '资金到位率')).toEqual([['receipt', '资金到位']]);
    expect(found('zh-CN', '到位率')).toEqual([['receipt', '到位率']]);
    expect(found('zh-CN', '县级垫付（待归垫）')).toEqual([
      ['countyAdvance', '县级垫付'],
      ['settlement', '待归垫'],
    ]);
  });

  it('marks a term once, and nothing in a text without any', () => {
    expect(found('zh-CN', '支出与支出')).toEqual([['expenditure', '支出']]);
    expect(found('zh-CN', '县（市、区）')).toEqual([]);
    expect(found('en', 'County')).toEqual([]);
  });

  it('takes English words as whole ones, however they are written', () => {
    expect(found('en', 'RECEIPTS by month')).toEqual([['receipt', 'RECEIPTS']]);
    expect(found('en', 'Undertargeted')).toEqual([]);
  });

  it('finds words of its own language only', () => {
    expect(found('en', '到位')).toEqual([]);
    expect(found('zh-CN', 'Receipts')).toEqual([]);
  });

  it('reads 执行率 by the page that it stands on', () => {
    expect(found('zh-CN', '执行率', '/funds')).toEqual([['executionRateOfReceipts', '执行率']]);
    expect(found('zh-CN', '预算执行率', '/goals/yuanjiang')).toEqual([
      ['executionRateOfBudget', '预算执行率'],
    ]);
  });
});
