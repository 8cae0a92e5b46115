import {
  accept,
  edited,
  parse,
  programOf,
  publishedText,
  refusalsOf,
  yuanByCounty,
} from './publications-texts';

const of2022 = publishedText(2022);
const of2025 = publishedText(2025);
const LIST_2022 = '红塔区司法局30.00万元、';

describe('a text that cannot be right', () => {
  test('a sum off by one 元 is refused with both figures, the difference, and the lines of list and total', () => {
    expect(refusalsOf(edited(of2025, '红塔区司法局300,000.00元', '红塔区司法局299,999.00元'))).toEqual([
      '/lines/33 第33行：项目“（一）专职社区矫正安置帮教编外协勤人员经费”各县（市、区）金额合计1,799,999.00元，第33行“六、资金安排情况”写明总额1,800,000.00元，合计少1.00元。请核对原文。',
    ]);
    const [message] = refusalsOf(edited(of2022, LIST_2022, '红塔区司法局30.0001万元、'));
    expect(message).toMatch(
      /^\/lines\/19 .*合计1,800,001\.00元，第11行“四、项目基本概况”写明总额180\.00万元（1,800,000\.00元），合计多1\.00元/,
    );
  });

  test('where 六 and 四 state no total, the one of 二 is checked; where none does, a note says so', () => {
    const four = '每人每月补助1000.00元，全年共计180.00万元，补助经费由市财政局直接下达到各县区。';
    const without4 = edited(of2022, four, '补助经费由市财政局直接下达到各县区。');
    expect(programOf(accept(without4), 'assistants').arrangement.statedTotal).toMatchObject({
      heading: '二',
      line: 7,
    });
    expect(refusalsOf(edited(without4, LIST_2022, '红塔区司法局30.01万元、'))[0]).toContain(
      '第7行“二、立项依据”',
    );
    const without2 = edited(without4, '，全年共计180.00万元', '');
    const text = accept(edited(without2, LIST_2022, '红塔区司法局30.01万元、'));
    expect(programOf(text, 'assistants').arrangement).toMatchObject({ statedTotal: null, sum: 180_010_000 });
    expect(text.notes.find(({ kind }) => kind === 'noTotal')?.message.zh).toContain('合计1,800,100.00元');
  });

  test('a county that is not of this city is refused by name, with the names that are known', () => {
    const [message] = refusalsOf(edited(of2022, LIST_2022, `${LIST_2022}安宁市司法局1.00万元、`));
    expect(message).toMatch(/^\/lines\/19 第19行：“安宁市”.*可用的名称：红塔区、江川县、江川区、/);
  });

  test.each(['新红塔区', '红塔区人民法院', '玉溪市'])('"%s" is not taken for 红塔区', (name) => {
    expect(parse(edited(of2022, LIST_2022, `${name}30.00万元、`)).ok).toBe(false);
  });

  test('a county twice, under two of its names, is refused with both lines and both figures', () => {
    const text = edited(
      of2025,
      '江川区司法局80,000.00元、',
      '江川区司法局80,000.00元、\n江川县司法局1.00元、',
    );
    expect(refusalsOf(text)).toEqual([
      '/lines/36 第36行：“江川县”重复：第35行“江川区”为80,000.00元，本行为1.00元。同一县（市、区）只能有一笔金额，请更正。',
    ]);
  });

  test.each([
    ['300,00.00元', '千位分隔符'],
    ['3,00,000.00元', '千位分隔符'],
    ['300,000.000元', '小数超过2位'],
    ['-300,000.00元', '为负'],
    ['－300,000.00元', '为负'],
    ['负300,000.00元', '为负'],
    ['300,000.00', '没有单位'],
    ['30万', '没有单位'],
    ['0.003亿元', '单位“亿元”'],
    ['300 000.00元', '空格'],
    ['300.000.00元', '小数点'],
    ['99,999,999,999,999.00元', '数额过大'],
    ['三十万元', '汉字'],
  ])('the amount %s is refused for its %s, with what was read', (amount, why) => {
    const [first, ...rest] = refusalsOf(edited(of2025, '红塔区司法局300,000.00元', `红塔区司法局${amount}`));
    expect(rest).toEqual([]);
    expect(first).toMatch(/^\/lines\/33 第33行/);
    expect(first).toContain(why);
    expect(first).toContain(amount.replace(/^负/, '-').replace('－', '-').replace(/元$/, ''));
  });

  test('two different totals under one heading are refused with both', () => {
    const six = edited(
      of2025,
      '元江县司法局204,000.00元。',
      '元江县司法局204,000.00元，合计1,800,001.00元。',
    );
    expect(refusalsOf(six)[0]).toMatch(/^\/lines\/33 .*第33行为1,800,000\.00元，本行为1,800,001\.00元/);
    const four = edited(of2022, '直接下达到各县区。\n', '直接下达到各县区。总额181.00万元。\n');
    expect(refusalsOf(four)[0]).toMatch(/^\/lines\/11 .*180\.00万元（.*181\.00万元/);
  });

  test('the same total twice is one total', () => {
    const text = edited(of2025, '元江县司法局204,000.00元。', '元江县司法局204,000.00元，合计180万元。');
    expect(accept(text).programs).toHaveLength(2);
  });

  test('a project named in 一 and absent under a later heading is refused with its name and the heading', () => {
    const plan = '七、项目实施计划\n（一）专职社区矫正安置帮教编外协勤人员经费\n';
    expect(refusalsOf(edited(of2025, plan, '七、项目实施计划\n'))).toEqual([
      '/lines/36 第36行：第3行所列项目“（一）专职社区矫正安置帮教编外协勤人员经费”在“七、项目实施计划”下没有出现。请补充该项目的内容。',
    ]);
  });

  test('a project without words under a heading is refused too', () => {
    const text = edited(
      of2025,
      '（二）人民调解“一案一补”经费\n各县（市、区）司法局\n',
      '（二）人民调解“一案一补”经费\n',
    );
    expect(refusalsOf(text)).toEqual([expect.stringMatching(/^\/lines\/13 .*三、项目实施单位”下没有内容/)]);
  });

  test('a project under a later heading that 一 does not name is refused', () => {
    const text = edited(of2025, '四、项目基本概况\n', '（三）法律援助经费\n各县司法局\n四、项目基本概况\n');
    expect(refusalsOf(text)).toEqual([
      expect.stringMatching(/^\/lines\/15 .*法律援助经费”没有列在“一、项目名称”/),
    ]);
  });

  test('two projects under one number, or one project twice, are refused', () => {
    const list = '（二）人民调解“一案一补”经费\n二、立项依据';
    expect(refusalsOf(edited(of2025, list, '（三）人民调解“一案一补”经费\n二、立项依据'))[0]).toContain(
      '应为（二）',
    );
    const twice = refusalsOf(edited(of2025, list, '（二）协勤人员补助\n二、立项依据'));
    expect(twice[0]).toMatch(/^\/lines\/4 .*第3行/);
  });

  test('an amount above （一） of 六 belongs to no project and is refused', () => {
    const text = edited(of2025, '六、资金安排情况\n', '六、资金安排情况\n红塔区司法局1.00元。\n');
    expect(refusalsOf(text)[0]).toMatch(/^\/lines\/32 .*无法确定属于哪个项目/);
  });
});

test('a wrong sum names the amounts that went to no county, and the counties without one', () => {
  const [message] = refusalsOf(edited(of2022, LIST_2022, '红塔区司法局约30.00万元、'));
  expect(message).toMatch(
    /少300,000\.00元。第19行“红塔区司法局约30\.00万元”未计入。没有读到金额的县（市、区）：红塔。/,
  );
});

describe('a total of all projects above （一） of 六', () => {
  const withTotal = (total: string): string =>
    edited(of2025, '六、资金安排情况\n', `六、资金安排情况\n共安排项目资金${total}，其中：\n`);

  test('is checked against the sum of the projects', () => {
    expect(accept(withTotal('257万元')).programs).toHaveLength(2);
    expect(refusalsOf(withTotal('2,570,001.00元'))).toEqual([
      '/lines/32 第32行：各项目金额合计2,570,000.00元，本行写明总额2,570,001.00元，合计少1.00元。请核对原文。',
    ]);
  });
});

describe('headings', () => {
  test('a missing heading is refused by name, at the line where it should stand', () => {
    const errors = refusalsOf(edited(of2022, '七、项目实施计划\n', ''));
    expect(errors).toEqual([expect.stringMatching(/^\/lines\/21 .*缺少标题“七、项目实施计划”/)]);
  });

  test('a missing heading is one error, although its projects run on into the section before', () => {
    const errors = refusalsOf(edited(of2025, '七、项目实施计划\n', ''));
    expect(errors).toEqual([expect.stringMatching(/^\/lines\/41 .*缺少标题“七、项目实施计划”/)]);
  });

  test('a heading with another title is named as what stands there', () => {
    const errors = refusalsOf(edited(of2022, '七、项目实施计划', '七、工作打算'));
    expect(errors).toEqual([
      expect.stringMatching(/^\/lines\/20 .*缺少标题“七、项目实施计划”.*“七、工作打算”/),
    ]);
  });

  test('a heading twice is refused with both lines', () => {
    const errors = refusalsOf(edited(of2022, '八、项目实施成效\n', '七、项目实施计划\n八、项目实施成效\n'));
    expect(errors).toEqual([expect.stringMatching(/^\/lines\/22 .*“七、项目实施计划”重复，第20行/)]);
  });

  test('headings out of order are refused with the one they stand behind', () => {
    const swapped = edited(
      edited(
        edited(of2022, '四、项目基本概况', '@'),
        ' 五、项目实施内容'.replace(' ', '\u00a0'),
        '四、项目基本概况',
      ),
      '@',
      '五、项目实施内容',
    );
    expect(refusalsOf(swapped)[0]).toMatch(
      /^\/lines\/12 .*“四、项目基本概况”次序不对，排在了第10行“五、项目实施内容”/,
    );
  });

  test('a heading with the wrong number is refused with the right one', () => {
    const errors = refusalsOf(edited(of2022, '八、项目实施成效', '七、项目实施成效'));
    expect(errors).toEqual([expect.stringMatching(/^\/lines\/22 .*应为“八、项目实施成效”/)]);
  });

  test('a text without a title that names a year is refused; so is one that names two', () => {
    expect(refusalsOf(edited(of2025, '玉溪市司法局2025年预算', '玉溪市司法局预算'))[0]).toContain(
      '没有读到带年份的标题',
    );
    expect(refusalsOf(edited(of2025, '玉溪市司法局2025年预算', '2024年和2025年预算'))[0]).toContain(
      '2024年、2025年',
    );
  });

  test('a heading may carry its text on its own line, and shorter titles are taken with a note', () => {
    const text = accept(
      edited(edited(of2022, '八、项目实施成效\n', '八、项目实施成效：'), '六、资金安排情况', '六.资金安排'),
    );
    expect(programOf(text, 'assistants').results.text).toMatch(/^缓解了/);
    expect(text.notes.find(({ kind }) => kind === 'heading')?.line).toBe(18);
  });
});

describe('what is said and not refused', () => {
  test('a county left out of the list is said, because the sum decides', () => {
    const text = edited(
      edited(of2025, '、元江县司法局40,000.00元', ''),
      '项目资金770,000.00元',
      '项目资金730,000.00元',
    );
    const read = accept(text);
    expect(yuanByCounty(programOf(read, 'mediation'))).not.toHaveProperty('yuanjiang');
    expect(read.notes.filter(({ kind }) => kind === 'absentCounty')).toEqual([
      expect.objectContaining({
        line: 35,
        message: expect.objectContaining({ zh: expect.stringContaining('元江') }),
      }),
    ]);
  });

  test('a project that the program does not know is kept without an id', () => {
    const text = accept(of2025.replaceAll('人民调解“一案一补”经费', '法律援助经费'));
    expect(text.programs[1]).toMatchObject({ programId: null, name: '法律援助经费' });
    expect(text.notes.map(({ kind }) => kind)).toContain('unknownProject');
  });

  test('money for each post and numbers of posts are no county amounts', () => {
    const text = edited(
      of2022,
      LIST_2022,
      '市级按150名协勤人员的基数，每人每月补助1000.00元，全年共计180.00万元。其中：红塔区司法局（25名，每人每年12000.00元）30.00万元、',
    );
    const { arrangement } = programOf(accept(text), 'assistants');
    expect(arrangement.statedTotal).toMatchObject({ heading: '六', fen: 180_000_000 });
    expect(arrangement.amounts[0]).toMatchObject({ countyId: 'hongta', fen: 30_000_000 });
  });

  test('an amount of nobody is said where the stated total is met without it, and refused where none is stated', () => {
    const text = edited(
      of2025,
      '，其中：红塔区司法局300,000.00元',
      '，上年结转500.00元，其中：红塔区司法局300,000.00元',
    );
    expect(accept(text).notes.find(({ kind }) => kind === 'unassigned')?.message.zh).toContain(
      '上年结转500.00元',
    );
    const noTotal = text.replace('该项目安排项目资金1,800,000.00元，', '');
    expect(refusalsOf(noTotal)[0]).toMatch(/^\/lines\/33 .*“上年结转500\.00元”/);
  });

  test('one county a line, as a table leaves it, reads as the list does', () => {
    const lines = of2022.replace(
      /(司法局)(\d+\.\d+万元)[、。]/g,
      (_, name: string, money: string) => `${name}\n${money}\n`,
    );
    expect(lines).not.toBe(of2022);
    expect(yuanByCounty(programOf(accept(lines), 'assistants'))).toEqual(
      yuanByCounty(programOf(accept(of2022), 'assistants')),
    );
  });
});

describe('all errors at once', () => {
  test('several errors are named together, in the order of the lines', () => {
    const text = [
      ['通海县司法局228,000.00元', '安宁市司法局228,000.00元'],
      ['红塔区司法局180,000.00元', '红塔区司法局180,001.00元'],
      ['八、项目实施成效', '八、其他'],
    ].reduce((so, [from = '', to = '']) => edited(so, from, to), of2025);
    const errors = refusalsOf(text);
    expect(errors.map((error) => error.split(' ')[0])).toEqual(['/lines/33', '/lines/35', '/lines/42']);
  });

  test('more than twenty errors end with the number of those not listed', () => {
    const more = Array.from({ length: 30 }, () => '安宁市司法局1.00元、').join('');
    const errors = refusalsOf(edited(of2022, LIST_2022, LIST_2022 + more));
    expect(errors).toHaveLength(20);
    expect(errors[19]).toContain('另有11处错误');
  });
});
