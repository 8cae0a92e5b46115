import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { DisclosureClass } from '@yuheng/shared/domain/metrics/metric';
import { givenServer } from '../testing';
import { ChartPanel } from './chart-panel';
import { saveFile } from './save-file';

jest.mock('./save-file', () => ({ saveFile: jest.fn() }));

@Component({
  selector: 'yh-host',
  imports: [ChartPanel],
  template: `<yh-chart-panel
    heading="资金执行"
    summary="2 个县（市、区）已支出。"
    [option]="{}"
    [table]="table()"
    asOf="2026-03-20"
    [demonstration]="true"
    [disclosure]="disclosure()"
    [picked]="picked()"
    (pick)="picks.push($event)"
  />`,
})
class Host {
  readonly table = signal({
    columns: ['县（市、区）', '支出'],
    rows: [
      ['甲县', '1.00'],
      ['乙县', '2.00'],
    ],
  });
  readonly disclosure = signal<DisclosureClass>('internal');
  readonly picked = signal<number | null>(-1);
  readonly picks: number[] = [];
}

async function opened() {
  givenServer({});
  const fixture = TestBed.createComponent(Host);
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  const key = async (name: string) => {
    const event = new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true });
    page.querySelector('.stage')?.dispatchEvent(event);
    await fixture.whenStable();
    return event;
  };
  const button = (name: string) =>
    [...page.querySelectorAll('button')].find((one) => one.textContent?.trim() === name);
  const spoken = () => page.querySelector('[aria-live]')?.textContent;
  return { fixture, page, host: fixture.componentInstance, key, button, spoken };
}

describe('the panel of a chart', () => {
  beforeEach(() => jest.mocked(saveFile).mockClear());

  it('says the row at the keyboard cursor, and picks it by Enter and by the space bar', async () => {
    const { host, key, spoken } = await opened();
    await key('Enter');
    expect(host.picks).toEqual([]);
    await key('ArrowRight');
    await key('ArrowRight');
    expect(spoken()).toBe('县（市、区） 乙县，支出 2.00');
    await key('Enter');
    await key('Home');
    await key(' ');
    expect(host.picks).toEqual([1, 0]);
  });

  it('takes the cursor away by Escape, and leaves the next Escape to the page', async () => {
    const { page, key, spoken } = await opened();
    const heard: string[] = [];
    page.addEventListener('keydown', ({ key: name }) => heard.push(name));
    await key('ArrowRight');
    await key('Escape');
    expect(spoken()).toBe('');
    expect(heard).toEqual([]);
    await key('Escape');
    expect(heard).toEqual(['Escape']);
  });

  it('picks nothing where nothing can be picked', async () => {
    const { host, fixture, key, button, page } = await opened();
    host.picked.set(null);
    await key('ArrowRight');
    await key('Enter');
    button('看数据表')?.click();
    await fixture.whenStable();
    expect(host.picks).toEqual([]);
    expect(page.querySelector('tbody button')).toBeNull();
  });

  it('picks a row of the table, and marks the one that is picked', async () => {
    const { host, fixture, button, page } = await opened();
    host.picked.set(1);
    button('看数据表')?.click();
    await fixture.whenStable();
    page.querySelectorAll<HTMLElement>('tbody button')[0]?.click();
    expect(host.picks).toEqual([0]);
    expect([...page.querySelectorAll('tbody tr')].map((row) => row.getAttribute('aria-current'))).toEqual([
      null,
      'true',
    ]);
  });

  it('prints day, class and 演示数据 into the data that leaves the page', async () => {
    const { button } = await opened();
    button('下载数据')?.click();
    const [file, name] = jest.mocked(saveFile).mock.calls[0] ?? [];
    expect(name).toBe('资金执行-2026-03-20-演示数据.csv');
    const text = await new Promise<string>((done) => {
      const reader = new FileReader();
      reader.onload = () => done(String(reader.result));
      reader.readAsText(file as Blob);
    });
    expect(text.split('\r\n')[0]).toContain('资金执行,数据截至 2026年3月20日,内部,演示数据');
  });

  it('exports nothing of what is not to be disclosed, and says why', async () => {
    const { host, fixture, button, page } = await opened();
    host.disclosure.set('closed');
    await fixture.whenStable();
    expect(['下载数据', '下载图片', '复制图片'].map(button)).toEqual([undefined, undefined, undefined]);
    expect(page.textContent).toContain('不公开，不能导出');
  });

  it('shows thousands of rows part by part', async () => {
    const { host, fixture, button, page } = await opened();
    host.table.set({
      columns: ['县', '数'],
      rows: Array.from({ length: 2844 }, (_, at) => [`县${at}`, '1']),
    });
    button('看数据表')?.click();
    await fixture.whenStable();
    expect(page.querySelectorAll('tbody tr')).toHaveLength(200);
    expect(page.textContent).toContain('已显示 200 行，共 2844 行');
    button('再显示 200 行')?.click();
    await fixture.whenStable();
    expect(page.querySelectorAll('tbody tr')).toHaveLength(400);
  });

  it('fills the whole screen and comes back', async () => {
    const { fixture, button, page } = await opened();
    button('放大')?.click();
    await fixture.whenStable();
    expect(page.querySelector('dialog')?.open).toBe(true);
    expect(page.querySelector('dialog .stage')).not.toBeNull();
    button('关闭')?.click();
    await fixture.whenStable();
    expect(page.querySelector('dialog')?.open).toBe(false);
    expect(page.querySelectorAll('.stage')).toHaveLength(1);
  });
});
