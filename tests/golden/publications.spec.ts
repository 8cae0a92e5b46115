import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accept, programOf, publishedText, regionsFile, yuanByCounty } from './publications-texts';

/** As published, 元. */
const ASSISTANTS = {
  hongta: 300000,
  jiangchuan: 180000,
  chengjiang: 132000,
  tonghai: 228000,
  huaning: 156000,
  yimen: 168000,
  eshan: 180000,
  xinping: 252000,
  yuanjiang: 204000,
};
const MEDIATION = {
  hongta: 180000,
  jiangchuan: 80000,
  chengjiang: 50000,
  tonghai: 80000,
  huaning: 90000,
  yimen: 50000,
  eshan: 40000,
  xinping: 160000,
  yuanjiang: 40000,
};
const POSTS = [25, 15, 11, 19, 13, 14, 15, 21, 17];

const text2022 = accept(publishedText(2022));
const text2025 = accept(publishedText(2025));
const messages = (text: typeof text2022, kind: string): string[] =>
  text.notes.filter((note) => note.kind === kind).map((note) => note.message.zh);

describe('the published texts', () => {
  test.each([
    [2022, '40a9f9e02a79893cc50b8fa31e687b5ccb8265beca7890074ce421ac41cad3be'],
    [2025, 'b04732b37bb915da2e271b04b2fa6953eb18ad88686839bc486b1c1366d000b6'],
  ])('the text of %i is kept byte for byte', (year, digest) => {
    const bytes = readFileSync(join(__dirname, '../../backend/data/official-texts', `${year}.txt`));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(digest);
  });

  test('the 2022 text yields exactly the published amounts of its one project', () => {
    expect(text2022).toMatchObject({ year: 2022, title: '玉溪市司法局2022年预算重点领域财政项目文本公开' });
    expect(text2022.programs.map(({ name }) => name)).toEqual(['专职社区矫正安置帮教编外协勤人员经费']);
    expect(yuanByCounty(programOf(text2022, 'assistants'))).toEqual(ASSISTANTS);
  });

  test('the 2025 text yields exactly the published amounts of its two projects', () => {
    expect(text2025).toMatchObject({ year: 2025, titleLine: 1 });
    expect(text2025.programs.map(({ ordinal, name }) => [ordinal, name])).toEqual([
      [1, '专职社区矫正安置帮教编外协勤人员经费'],
      [2, '人民调解“一案一补”经费'],
    ]);
    expect(yuanByCounty(programOf(text2025, 'assistants'))).toEqual(ASSISTANTS);
    expect(yuanByCounty(programOf(text2025, 'mediation'))).toEqual(MEDIATION);
  });

  test('the split of the posts is the same in 2022 and in 2025, post by post', () => {
    for (const text of [text2022, text2025]) {
      const program = programOf(text, 'assistants');
      const each = program.postMoney?.fen ?? 0;
      expect(each).toBe(1_200_000);
      const posts = regionsFile.counties.map(({ id }) => {
        const amount = program.arrangement.amounts.find(({ countyId }) => countyId === id);
        return (amount?.fen ?? 0) / each;
      });
      expect(posts).toEqual(POSTS);
    }
  });

  test('12,000 元 a post follows from the monthly rate in 2022 and from total and posts in 2025', () => {
    expect(programOf(text2022, 'assistants').postMoney?.basis).toBe('monthlyRate');
    expect(programOf(text2025, 'assistants').postMoney?.basis).toBe('totalOverPosts');
    expect(programOf(text2025, 'mediation').postMoney).toBeNull();
  });

  test('the posts are stated with the sentence and line they come from', () => {
    const facts = programOf(text2022, 'assistants').postFacts;
    expect(facts.map(({ kind, value, asPrinted, line }) => [kind, value, asPrinted, line])).toEqual([
      ['basePosts', 100, '100名', 7],
      ['addedPosts', 50, '50名', 7],
      ['posts', 150, '150名', 7],
      ['monthlyRate', 100_000, '1000.00元', 7],
    ]);
    for (const fact of facts) expect(fact.sentence).toContain(fact.asPrinted);
  });

  test('the total of 2022 stands in 四, because its 六 states none; those of 2025 stand in 六', () => {
    expect(programOf(text2022, 'assistants').arrangement.statedTotal).toMatchObject({
      fen: 180_000_000,
      unit: '万元',
      numeralAsPrinted: '180.00',
      heading: '四',
      line: 11,
      clause: '全年共计180.00万元',
    });
    expect(programOf(text2025, 'assistants').arrangement.statedTotal).toMatchObject({
      fen: 180_000_000,
      heading: '六',
      line: 33,
      clause: '该项目安排项目资金1,800,000.00元',
    });
    expect(programOf(text2025, 'mediation').arrangement.statedTotal).toMatchObject({
      fen: 77_000_000,
      line: 35,
    });
  });

  test.each([
    ['2022', text2022, publishedText(2022)],
    ['2025', text2025, publishedText(2025)],
  ])('every amount of %s stands where it says, in the clause and sentence it says', (_, text, file) => {
    const lines = file.split('\n');
    for (const { arrangement } of text.programs) {
      for (const amount of arrangement.amounts) {
        const printed = `${amount.numeralAsPrinted}${amount.unit}`;
        expect(amount.clause).toBe(`${amount.nameAsPrinted}司法局${printed}`);
        expect(amount.sentence).toContain(amount.clause);
        expect(lines[amount.line - 1]?.slice(amount.column - 1)).toMatch(new RegExp(`^${printed}`));
      }
      expect(arrangement.sum).toBe(arrangement.statedTotal?.fen);
    }
  });

  test('the notes list each name that is not the one in force on 1 January of the year', () => {
    expect(messages(text2022, 'alias')).toEqual([
      '第19行：“江川县”对应“江川区”（原名，用至2015-12-31）。',
      '第19行：“澄江县”对应“澄江市”（原名，用至2019-12-31）。',
      '第19行：“峨山县”对应“峨山彝族自治县”（习惯简称）。',
      '第19行：“新平县”对应“新平彝族傣族自治县”（习惯简称）。',
      '第19行：“元江县”对应“元江哈尼族彝族傣族自治县”（习惯简称）。',
    ]);
    const of2025 = messages(text2025, 'alias');
    expect(of2025.filter((message) => message.startsWith('第33行'))).toHaveLength(5);
    expect(of2025.filter((message) => message.startsWith('第35行'))).toHaveLength(3);
  });

  test('the notes list what was converted from 万元 and the junk that was ignored, and nothing else', () => {
    expect(messages(text2022, 'conversion')).toHaveLength(10);
    expect(messages(text2022, 'conversion')).toContain('第19行：澄江县“13.20万元”换算为132,000.00元。');
    expect(messages(text2022, 'junk')).toEqual(['第21行：编辑软件留下的“[bookmark: _GoBack]”已忽略。']);
    expect(messages(text2025, 'junk')).toEqual(['第48行：编辑软件留下的“[bookmark: _GoBack]”已忽略。']);
    const known = ['alias', 'conversion', 'junk'];
    expect([...text2022.notes, ...text2025.notes].filter(({ kind }) => !known.includes(kind))).toEqual([]);
    expect(messages(text2025, 'conversion')).toEqual([]);
  });

  test('the policy bases are the documents of 二 with their numbers and articles', () => {
    const bases = ({ policyBases }: ReturnType<typeof programOf>) =>
      policyBases.map(({ text, documentNumbers, article }) => [text, documentNumbers, article]);
    expect(bases(programOf(text2022, 'assistants'))).toEqual([
      ['《〈关于加强司法行政促进依法治市的实施意见〉的通知》', ['玉发〔2014〕33号'], null],
      ['云司发（2015）42号-关于组织社会力量参与社区矫正工作的实施意见', ['云司发（2015）42号'], '第三条'],
      ['《中华人民共和国社区矫正实施办法》', [], '第四条'],
    ]);
    expect(bases(programOf(text2025, 'assistants')).map(([, numbers]) => numbers)).toEqual([
      [],
      ['玉办发〔2022〕19号'],
      ['玉司发〔2014〕67号'],
    ]);
    expect(bases(programOf(text2025, 'mediation')).map(([title]) => title)).toEqual([
      '《中央政法委、最高人民法院、司法部、民政部、财政部、人力资源和社会保障部关于加强人民调解员队伍建设的意见》',
      '《云南省矛盾纠纷多元化解条例》',
      '《玉溪市委政法委、市中级人民法院、市司法局、市民政局、市财政局、市人力资源和社会保障局、市信访局关于加强人民调解员队伍建设的具体实施意见》',
      '《中华人民共和国人民调解法》',
      '《玉溪市人民调解员调解案件补贴实施办法(试行)》',
    ]);
  });

  test('units, content, plans and results are kept as printed, without junk, with their lines', () => {
    const mediation = programOf(text2025, 'mediation');
    expect(mediation.implementingUnits).toEqual([{ text: '各县（市、区）司法局', line: 14 }]);
    expect(mediation.content).toMatchObject({ firstLine: 27, lastLine: 30 });
    expect(mediation.content.text.split('\n')[0]).toMatch(/^1\.准备阶段：2025年1-2月。/);
    expect(mediation.plan).toMatchObject({ firstLine: 40, lastLine: 41 });
    expect(mediation.results.text).toMatch(/^提高我市基层人民调解员/);
    expect(programOf(text2022, 'assistants').plan.text).toMatch(/^2021年完成180\.00万元专项资金下发/);
    expect(programOf(text2022, 'assistants').implementingUnits).toHaveLength(5);
  });
});

describe('the places', () => {
  test('nine counties and 75 justice offices: 76 townships, of which 阳宗镇 is run elsewhere', () => {
    expect(regionsFile.counties).toHaveLength(9);
    const townships = regionsFile.counties.flatMap((county) => county.townships);
    expect(townships).toHaveLength(76);
    expect(townships.filter(({ justiceOffice }) => justiceOffice !== false)).toHaveLength(75);
    expect(new Set(townships.map(({ code }) => code)).size).toBe(76);
  });

  test('each code lies within its parent', () => {
    for (const county of regionsFile.counties) {
      const code = county.history.at(-1)?.code ?? '';
      expect(code.slice(0, 4)).toBe(regionsFile.city.code.slice(0, 4));
      for (const township of county.townships) expect(township.code.slice(0, 6)).toBe(code);
    }
  });
});
