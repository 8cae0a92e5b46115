import type { AllocationDecision } from '@yuheng/shared/contract/allocation-decisions';
import type { Page } from 'playwright-core';
import { codeOf, makePerson, PASSWORD } from '../integration/identity/own-people';
import { comesTrue } from '../support/comes-true';
import { CUT, DecisionDesk } from '../support/deciding';
import { openWeb, signInByForm } from '../support/web';
import { accessibilityFaults, overflows } from './page-checks';

const YEAR = 'program=assistants&year=2026';
const OPINION = {
  name: '人员安置意见.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.7\n%%EOF\n'),
};

/** What stands in the way of a split, as the people meet it who would decide it. */
describe('a split with something in its way', () => {
  const web = openWeb();
  const desk = (): DecisionDesk => new DecisionDesk(web.server);
  afterEach(() => desk().forget());

  const isSound = async (page: Page): Promise<void> => {
    expect(await overflows(page)).toEqual([]);
    expect(await accessibilityFaults(page)).toEqual([]);
  };
  const at = ({ id }: Pick<AllocationDecision, 'id'>): string => `/allocations/decisions/${id}?${YEAR}`;
  const asked = async (page: Page, act: string): Promise<ReturnType<Page['locator']>> => {
    await page.getByRole('button', { name: act, exact: true }).click();
    const dialog = page.locator('dialog[open]');
    await dialog.waitFor();
    return dialog;
  };
  const agreed = async (page: Page): Promise<void> => {
    const dialog = await asked(page, '同意');
    await dialog.getByRole('button', { name: '确定' }).click();
    await dialog.waitFor({ state: 'detached' });
  };

  it('went stale since it was saved: the page says so, the submission is refused, and it is computed anew', async () => {
    const { id, name } = await desk().scenario();
    const place = `/allocations/scenarios/${id}?${YEAR}`;
    const tab = await web.open(place, { as: 'officer-1' });
    const { page } = tab;
    const dialog = await asked(page, '报送集体研究');
    await web.server.sql(
      `update workload_month set assessments = assessments + 1 where county_id = 'tonghai' and month = '2025-03'`,
    );
    tab.expect('answered: 422 POST /api/allocation-decisions');
    await dialog.getByRole('button', { name: '报送', exact: true }).click();
    await dialog.getByText('测算方案已过期，不能报送或批准').waitFor();
    await isSound(page);

    await page.reload();
    await page.getByText('所依据的数据（现行分配、归集数据或者评价结果）有变化').waitFor();
    expect(await page.getByRole('button', { name: '报送集体研究' }).count()).toBe(0);
    await isSound(page);
    await page.getByRole('link', { name: '按现在的数据重新测算' }).click();
    await comesTrue(async () => expect(await page.locator('yh-how-sure tbody tr').count()).toBe(9));
    await page.getByRole('button', { name: '保存为测算方案……' }).click();
    await page.locator('dialog[open]').getByLabel('方案名称').fill(`${name}（重新测算）`);
    await page.keyboard.press('Enter');
    await page.getByText(`已保存为测算方案“${name}（重新测算）”`).waitFor();
    await page.goto(`${web.address}/allocations/scenarios?${YEAR}`);
    await page
      .getByRole('rowheader')
      .getByRole('link', { name: `${name}（重新测算）` })
      .click();
    await page.getByRole('button', { name: '报送集体研究' }).waitFor();
  });

  it('takes posts from people: refused without 人员安置意见, and goes through once it is attached', async () => {
    const decision = await desk().submitted(CUT);
    const { page: leader, ...tab } = await web.open(at(decision), { as: 'leader' });
    await leader
      .getByText(/须先上传人员安置意见/)
      .first()
      .waitFor();
    tab.expect(`answered: 422 POST /api/allocation-decisions/${decision.id}/steps`);
    const dialog = await asked(leader, '同意');
    await dialog.getByRole('button', { name: '确定' }).click();
    await dialog.getByText(/须先上传人员安置意见/).waitFor();
    await isSound(leader);

    const { page: officer } = await web.open(at(decision), { as: 'officer-1' });
    await officer.getByText('可代为登记').waitFor();
    const attaching = await asked(officer, '上传人员安置意见');
    await attaching.getByLabel('文件').setInputFiles(OPINION);
    await attaching.getByRole('button', { name: '确定' }).click();
    await officer.getByRole('link', { name: OPINION.name }).waitFor();
    await comesTrue(async () => expect(await officer.getByText('需要您办').count()).toBe(0));

    await leader.reload();
    expect(await leader.getByText(/须先上传人员安置意见/).count()).toBe(0);
    await agreed(leader);
    await leader.locator('.headline', { hasText: '待财政会签' }).first().waitFor();
  });

  it('corrects a decided one: the new names the old, both can be read, and the plan of issues follows', async () => {
    const first = await desk().decided('演示司发〔2026〕12号');
    const { id } = await desk().scenario({ bounds: [{ county: 'hongta', cap: 24 }], floor: 'none' });
    const { page: officer } = await web.open(`/allocations/scenarios/${id}?${YEAR}`, { as: 'officer-1' });
    const dialog = await asked(officer, '报送集体研究');
    await dialog
      .getByLabel('更正已印发的分配')
      .selectOption({ label: '演示司发〔2026〕12号（2026年3月20日印发）' });
    await dialog.getByRole('button', { name: '报送', exact: true }).click();
    await officer.getByRole('link', { name: '被更正的分配' }).waitFor();
    const second = officer.url().match(/decisions\/([0-9a-f-]{36})/)?.[1] ?? '';

    let decision = await desk().read(second);
    if (decision.proposal.peopleEffect.personsReduced > 0)
      await desk().upload(second, { kind: 'staffingOpinion' });
    decision = await desk().read(second);
    for (const step of ['collectiveDecision', 'countersignature'] as const)
      decision = await desk().step(decision, { step });
    decision = await desk().step(decision, { step: 'promulgation', documentNumber: '演示司发〔2026〕20号' });
    await desk().checked(decision);

    await officer.reload();
    await officer.getByText('演示司发〔2026〕20号，2026年3月20日印发').waitFor();
    await officer.getByRole('link', { name: '被更正的分配' }).click();
    await officer.getByText('本分配已被更正，以更正后的为准').waitFor();
    await officer.getByText('演示司发〔2026〕12号，2026年3月20日印发').waitFor();
    await isSound(officer);
    await officer.goto(`${web.address}/allocations/scenarios/${first.scenario}/sheet?${YEAR}`);
    await officer
      .locator('.marks')
      .getByText(/演示司发〔2026〕12号（2026年3月20日印发），已由演示司发〔2026〕20号更正/)
      .waitFor();
    await officer.goto(`${web.address}/funds?${YEAR}`);
    await officer
      .getByText(/按演示司发〔2026〕20号/)
      .first()
      .waitFor();
    expect(await officer.getByText(/按演示司发〔2026〕12号/).count()).toBe(0);
  });

  it('is decided by who has no second factor yet: it is enrolled on the way, and the decision is taken then', async () => {
    const decision = await desk().submitted();
    const person = await makePerson(web.server);
    const tab = await web.open(`/sign-in?return=${encodeURIComponent(at(decision))}`);
    const { page } = tab;
    await signInByForm(page, person.username, PASSWORD);
    tab.expect(`answered: 403 POST /api/allocation-decisions/${decision.id}/steps`);
    const dialog = await asked(page, '同意');
    await dialog.getByRole('button', { name: '确定' }).click();
    await page.getByRole('heading', { name: '启用第二重验证' }).waitFor();
    await page.locator('#factor-password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.locator('#first-code').waitFor();
    const secret = ((await page.locator('dd.code').textContent()) ?? '').replace(/\s/g, '');
    await page.locator('#first-code').fill(codeOf(secret));
    await page.keyboard.press('Enter');
    await page.getByRole('checkbox', { name: '我已妥善保存恢复码' }).check();
    await page.getByRole('button', { name: '完成' }).click();
    // Back where the decision waits; nothing was decided without the factor.
    await page.getByRole('heading', { name: '办理步骤' }).waitFor();
    expect((await desk().read(decision.id)).stage).toBe('submitted');
    await agreed(page);
    await page.locator('.headline', { hasText: '待财政会签' }).first().waitFor();
    expect((await desk().read(decision.id)).entries.at(-1)?.enteredBy).toBe('王建国');
  });
});
