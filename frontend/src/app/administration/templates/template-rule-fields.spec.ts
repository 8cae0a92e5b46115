import { DEFAULT_TEMPLATES } from '@yuheng/shared/domain/sheets/templates/default-templates';
import { openPage, said } from '../../testing';
import { givenAdministration, press, settle } from '../given-administration';
import { TemplatesPage } from './templates-page';

const { workload, spending, inspection } = DEFAULT_TEMPLATES;
const VERSION = {
  program: 'assistants',
  version: 1,
  validFrom: '2024-01',
  reason: '默认模板',
  createdBy: null,
  createdAt: '2024-01-01T00:00:00.000Z',
};

describe('the fields of a rule', () => {
  const open = async (): Promise<HTMLElement> => {
    await givenAdministration({
      'GET /api/sheet-templates': {
        body: { templates: [{ ...workload, ...VERSION }], others: [inspection, spending] },
      },
    });
    const page = await openPage(TemplatesPage, '/templates?program=assistants&kind=workload');
    await settle();
    return page;
  };
  const choose = async (rule: Element, at: number, value: string): Promise<void> => {
    const field = rule.querySelectorAll<HTMLSelectElement>('select.of')[at];
    if (!field) throw new Error(`There is no term ${at}.`);
    field.value = value;
    expect(field.value).toBe(value);
    field.dispatchEvent(new Event('change'));
    await settle();
  };

  it('offer the figures of the other sheets, sheet by sheet, and none of what is no figure', async () => {
    const page = await open();
    await press(page, '以最新版编制新版本');
    await press(page, '两边相等');
    const groups = [
      ...page.querySelectorAll('yh-template-rule:last-of-type fieldset:first-of-type optgroup'),
    ];
    expect(groups.map((one) => one.getAttribute('label'))).toEqual([
      '本月',
      '上月',
      '督查表（同月，已报送的）',
      '支出表（同月，已报送的）',
      '系统已有',
    ]);
    const ofSpending = [...(groups[3]?.querySelectorAll('option') ?? [])].map((one) => said(one));
    expect(ofSpending[0]).toBe('支出表 · 在岗人数');
    expect(ofSpending).not.toContain('支出表 · 发放日期');
    expect([...(groups[2]?.querySelectorAll('option') ?? [])].map((one) => said(one))).not.toContain(
      '督查表 · 专款专用',
    );
  });

  it('show the very sentence of a rule that names another sheet, and its line', async () => {
    const page = await open();
    await press(page, '以最新版编制新版本');
    await press(page, '两边相等');
    const rule = page.querySelector('yh-template-rule:last-of-type');
    if (!rule) throw new Error('There is no rule.');
    await choose(rule, 0, 'item:staffOnPost');
    await choose(rule, 1, 'sheet:inspection:staffOnPost');
    expect(said(rule.querySelector('summary'))).toContain('从事社区矫正工作人员 ＝ 督查表 · 在岗人数');
    expect(said(rule.querySelector('.example'))).toContain(
      '从事社区矫正工作人员12人与督查表的在岗人数10人不一致，相差2人。请核对后改正。',
    );
  });
});
