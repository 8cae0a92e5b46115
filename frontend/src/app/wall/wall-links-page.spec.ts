import { TestBed } from '@angular/core/testing';
import { givenServer, openPage, said, type Answers } from '../testing';
import { WallLinksPage } from './wall-links-page';

const LINK = {
  ...{
    id: '7d1f0a52-9f0c-4a4e-8a53-0f3b6a6f4c11',
    name: '一楼大厅',
    program: 'assistants',
    endsOn: '2026-12-31',
  },
  ...{
    createdBy: '市司法局经办',
    createdAt: '2026-11-23T02:00:00.000Z',
    revokedBy: null,
    revokedAt: null,
    state: 'works',
  },
};
const CODE = 'W'.repeat(43);

async function open(answers: Answers = {}) {
  const { sent } = givenServer({
    'GET /api/wall-links': { body: { links: [LINK] } },
    'POST /api/wall-links': { status: 201, body: { link: LINK, path: `/screen#${CODE}` } },
    [`DELETE /api/wall-links/${LINK.id}`]: { body: { ...LINK, state: 'revoked' } },
    ...answers,
  });
  const page = await openPage(WallLinksPage, '/screen/links?program=assistants&year=2025');
  return { page, written: () => sent.filter(({ method }) => method !== 'GET') };
}
async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) {
    await new Promise((done) => setTimeout(done));
    TestBed.tick();
  }
}
async function type(page: HTMLElement, id: string, value: string): Promise<void> {
  const field = page.querySelector<HTMLInputElement>(`#${id}`);
  if (!field) throw new Error(`There is no ${id}.`);
  field.value = value;
  field.dispatchEvent(new Event('input'));
  await settle();
}
const submit = async (page: HTMLElement): Promise<void> => {
  page.querySelector<HTMLButtonElement>('button[type=submit]')?.click();
  await settle();
};

describe('the links of the wall', () => {
  it('asks for a name and a last day before anything is sent', async () => {
    const { page, written } = await open();
    await submit(page);
    expect(written()).toEqual([]);
    expect(said(page)).toContain('请填写用途或者位置');
    expect(said(page)).toContain('请选择截止日');
  });

  it('shows the whole address of a link that was made, with its code behind the #', async () => {
    const { page, written } = await open();
    await type(page, 'wall-link-name', ' 一楼大厅 ');
    await type(page, 'wall-link-ends', '2026-12-31');
    await submit(page);
    expect(written()).toMatchObject([
      { method: 'POST', body: { name: '一楼大厅', program: 'assistants', endsOn: '2026-12-31' } },
    ]);
    expect(page.querySelector('code')?.textContent).toMatch(new RegExp(`^http.*/screen#${CODE}$`));
  });

  it('revokes only after it was asked, and says what that does', async () => {
    const { page, written } = await open();
    [...page.querySelectorAll('button')].find((one) => said(one).startsWith('撤销'))?.click();
    await settle();
    expect(written()).toEqual([]);
    const dialog = page.querySelector('dialog') as HTMLElement;
    expect(said(dialog)).toContain('立即停止显示');
    dialog.querySelector<HTMLButtonElement>('[data-kind=primary]')?.click();
    await settle();
    expect(written()).toMatchObject([{ method: 'DELETE' }]);
  });
});
