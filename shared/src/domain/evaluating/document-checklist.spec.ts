import { ASSISTANTS_METHOD } from '../scoring/assistants-method';
import { proposedDocuments } from './document-checklist';

describe('the proposed list of documents', () => {
  it('asks for what every county has, then for what proves each indicator, each document once', () => {
    const titles = proposedDocuments(ASSISTANTS_METHOD).map(({ title }) => title);
    expect(titles.slice(0, 3)).toEqual([
      '专项资金管理制度、财务管理制度',
      '绩效目标申报表和单位自评表',
      '本年度工作总结和有关会议纪要',
    ]);
    expect(titles.filter((title) => title === '工资发放表和银行代发回单')).toHaveLength(1);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('names the indicator that a document proves', () => {
    expect(proposedDocuments(ASSISTANTS_METHOD)).toContainEqual({
      indicator: 'satisfaction',
      title: '满意度问卷原件和统计表',
    });
  });

  it('asks for the proof of an indicator that it does not know by name, and nothing of a heading', () => {
    const indicators = [
      { id: 'group', name: '产出' },
      { id: 'own', parent: 'group', name: '走访次数', source: 'selfReport' as const, marks: '5' },
    ];
    expect(proposedDocuments({ indicators }).slice(3)).toEqual([
      { indicator: 'own', title: '“走访次数”自报数据的佐证材料' },
    ]);
  });
});
