import { openWeb, signInByForm } from '../support/web';

describe('a session that ends while a page is open', () => {
  const web = openWeb();

  it('leads to the sign-in page, and from there back to the very same address', async () => {
    const tab = await web.open('/funds?program=assistants&year=2025');
    const { page } = tab;
    await signInByForm(page, 'finance');
    await page.locator('yh-funds-table').waitFor();
    await web.server.sql(`update session set expires_at = now() - interval '1 second'`);
    tab.expect('answered: 401 GET /api/funds');
    await page.getByLabel('年度').selectOption('2026');
    await page.getByRole('heading', { level: 1, name: '登录' }).waitFor();
    expect(page.url()).toBe(
      `${web.address}/sign-in?return=${encodeURIComponent('/funds?program=assistants&year=2026')}`,
    );
    await signInByForm(page, 'finance');
    await page.getByText('2026 年').first().waitFor();
    await page.locator('yh-funds-table').waitFor();
    expect(page.url()).toBe(`${web.address}/funds?program=assistants&year=2026`);
  });

  it('is said on the next page that is opened, without a figure in between', async () => {
    const { page } = await web.open('/overview?program=assistants&year=2025');
    await signInByForm(page, 'leader');
    await page.locator('.headline').waitFor();
    await web.server.sql(`update session set expires_at = now() - interval '1 second'`);
    await page.reload();
    await page.getByRole('heading', { level: 1, name: '登录' }).waitFor();
    expect(await page.locator('.headline').count()).toBe(0);
  });
});
