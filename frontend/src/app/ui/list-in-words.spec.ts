import { listInWords } from './list-in-words';

describe('words one after the other', () => {
  it('are parted as the language parts them, and none or one by nothing', () => {
    expect(listInWords(['红塔', '江川'], 'zh-CN')).toBe('红塔、江川');
    expect(listInWords(['Hongta', 'Jiangchuan'], 'en')).toBe('Hongta, Jiangchuan');
    expect([listInWords([], 'zh-CN'), listInWords(['红塔'], 'zh-CN')]).toEqual(['', '红塔']);
  });
});
