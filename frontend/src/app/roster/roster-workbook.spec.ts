import type { RosterPreview } from '@yuheng/shared/contract/roster-imports';
import { openPage, said } from '../testing';
import { givenRoster, press, settle } from './given-roster';
import { RosterPage } from './roster-page';

const read = (changes: Partial<RosterPreview> = {}): RosterPreview => ({
  digest: 'd'.repeat(64),
  fileName: '花名册.xlsx',
  ...{ entered: 1, changed: 1, same: 12, errors: 0 },
  people: [
    {
      ...{ row: 4, name: '王改名', change: 'changed' },
      cells: [
        {
          ...{ cell: 'B4', field: 'name', heading: { zh: '姓名', en: 'Name' } },
          ...{ change: 'changed', before: '王协勤', after: '王改名', error: null },
        },
      ],
    },
  ],
  remarks: [{ zh: '王**、李*登记的是同一银行卡号。', en: '' }],
  marked: null,
  ...changes,
});

async function choose(page: HTMLElement): Promise<File> {
  const file = new File(['x'], '花名册.xlsx');
  const field = page.querySelector<HTMLInputElement>('yh-roster-workbook input[type=file]');
  if (!field) throw new Error('There is no field for a file.');
  Object.defineProperty(field, 'files', { value: [file], configurable: true });
  field.dispatchEvent(new Event('change'));
  await settle();
  return file;
}

const open = async (preview: RosterPreview) => {
  const sent = await givenRoster({
    'POST /api/roster/workbook': { body: preview },
    'POST /api/roster/workbook/application': { body: { entered: 1, changed: 1, same: 12 } },
  });
  const page = await openPage(RosterPage, '/roster');
  await settle();
  return { page, sent };
};

describe('the roster by Excel', () => {
  it('shows what each cell would do, and takes it over with the same file once that is confirmed', async () => {
    const { page, sent } = await open(read());
    const file = await choose(page);
    const panel = page.querySelector('yh-roster-workbook');
    for (const words of ['新登记1人，修改1人，不变12人', '姓名：王协勤 → 王改名', '同一银行卡号'])
      expect(said(panel)).toContain(words);
    expect(sent.filter(({ address }) => address.includes('application'))).toEqual([]);
    await press(page, '导入花名册');
    const [applied] = sent.filter(({ address }) => address.includes('application'));
    expect(applied?.address).toBe(`/api/roster/workbook/application?county=hongta&digest=${'d'.repeat(64)}`);
    expect((applied?.body as FormData).get('file')).toEqual(file);
    expect(applied?.headers.get('idempotency-key')).toBeTruthy();
    expect(said(panel)).toContain('已导入：新登记1人，修改1人。');
    expect(sent.filter(({ address }) => /\/api\/roster\?/.test(address))).toHaveLength(2);
  });

  it('offers nothing to take over where a cell is wrong or nothing is new', async () => {
    const error = { zh: '校验位不符', en: '' };
    const wrong = read({
      errors: 1,
      people: [
        {
          ...{ row: 5, name: '', change: 'error' },
          cells: [
            {
              ...{ cell: 'C5', field: 'identityNumber', heading: { zh: '公民身份号码', en: '' } },
              ...{ change: 'error', before: '', after: '', error },
            },
          ],
        },
      ],
    });
    const { page } = await open(wrong);
    await choose(page);
    const panel = page.querySelector('yh-roster-workbook');
    expect(said(panel)).toContain('公民身份号码（C5）：校验位不符');
    expect(said(panel)).toContain('未导入任何人员');
    expect([...(panel?.querySelectorAll('button') ?? [])].map(said)).toEqual(['放弃']);
  });

  it('says so where the file says what the roster says', async () => {
    const { page } = await open(read({ entered: 0, changed: 0, people: [], remarks: [] }));
    await choose(page);
    expect(said(page.querySelector('yh-roster-workbook'))).toContain('没有需要导入的');
  });
});
