import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { verify } from '../golden/given-certificate';
import { comesTrue } from '../support/comes-true';
import { givenRound, ROUND } from '../support/given-round';
import { openWeb } from '../support/web';
import { accessibilityFaults, overflows } from './page-checks';

const REPLIES = `/evaluations/${ROUND}/replies?program=assistants&year=2024`;
const RESULTS = `/evaluations/${ROUND}/results?program=assistants&year=2024`;
const COUNTIES = 'jiangchuan chengjiang tonghai huaning yimen eshan xinping yuanjiang'.split(' ');

describe('the draft result, its opinions and 定案', () => {
  const web = openWeb();
  const fits = async (page: Page): Promise<void> => {
    expect(await overflows(page)).toEqual([]);
    expect(await accessibilityFaults(page)).toEqual([]);
  };

  it('a county answers on its phone, the lead rules beside the opinion, the bureau finalises, the county sees the final result', async () => {
    await givenRound(web.server, 'scored');
    const { page: bureau } = await web.open(REPLIES, { as: 'finance' });
    await bureau.getByLabel('反馈期限').fill('2026-03-27');
    await bureau.getByRole('button', { name: '开放征求意见' }).click();
    await bureau.getByText('9个县（市、区）中0个已反馈').waitFor();
    await fits(bureau);

    const { page: phone } = await web.open(REPLIES, { as: 'county-hongta', size: 'phone' });
    await phone.getByRole('button', { name: '提出意见 满意度' }).click();
    await phone.getByLabel('意见和理由').fill('问卷漏计两份。');
    await phone.getByLabel('建议得分（可不填）').fill('5');
    await fits(phone);
    await phone.getByRole('button', { name: '保存意见' }).click();
    await phone.getByRole('button', { name: '修改意见 满意度' }).waitFor();
    await fits(phone);

    const { page: approver } = await web.open(REPLIES, { as: 'county-hongta-approver' });
    await approver.getByRole('button', { name: '提交意见' }).click();
    await approver.getByText('已反馈', { exact: true }).waitFor();
    for (const county of COUNTIES) {
      const answer = await web.server.request({
        method: 'POST',
        url: `/api/evaluations/${ROUND}/replies/${county}/submission`,
        as: `county-${county}-approver`,
        headers: { 'if-match': '"0"' },
        body: { noOpinion: true },
      });
      expect(answer.status).toBe(200);
    }

    const { page: lead } = await web.open(REPLIES, { as: 'lead-evaluator' });
    await lead.getByRole('button', { name: '作出采纳决定 满意度' }).click();
    await lead.getByLabel('部分采纳').check();
    await lead.getByLabel('采纳后得分').fill('4.9');
    await lead.getByLabel('理由', { exact: true }).fill('漏计一份');
    await fits(lead);
    await lead.getByRole('button', { name: '作出采纳决定', exact: true }).click();
    await lead.getByText(/部分采纳，得分定为4\.9分。\s*漏计一份/).waitFor();
    await comesTrue(async () => {
      expect(await lead.getByRole('row', { name: /问卷漏计两份/ }).innerText()).toContain('4.9');
    });

    await web.server.sql(
      `insert into round_step values ('530400', $1, 99, 'rulings', '2026-03-20', null, null, null, false, 'finance', now())`,
      [ROUND],
    );
    await bureau.goto(`${web.address}${RESULTS}`);
    await bureau.getByText('不评等级，不排位次').first().waitFor();
    await bureau.getByLabel('文号').fill('演示财函〔2026〕9号');
    await bureau.getByRole('button', { name: '定案', exact: true }).click();
    await bureau.getByText('2026年3月20日定案（演示财函〔2026〕9号）').waitFor();
    await fits(bureau);
    const [download] = await Promise.all([
      bureau.waitForEvent('download'),
      bureau.getByRole('link', { name: '下载核验凭证' }).click(),
    ]);
    const certificate: unknown = JSON.parse(readFileSync(await download.path(), 'utf8'));
    expect(verify(certificate)).toMatchObject({ ok: true, value: { valid: true } });

    await phone.goto(`${web.address}${RESULTS}`);
    await phone.getByText(/满意度 \S+ → 4\.90/).waitFor();
    expect(await phone.getByText('江川区').count()).toBe(0);
    await fits(phone);

    const { page: english } = await web.open(RESULTS, { as: 'finance', language: 'en', theme: 'dark' });
    await english
      .getByText(/Final since 2026-03-20/)
      .first()
      .waitFor();
    await fits(english);
  });
});
