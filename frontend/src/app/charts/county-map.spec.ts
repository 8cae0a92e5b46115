import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { givenServer } from '../testing';
import { Language } from '../ui/language';
import type { Boundary } from './boundary';
import { CountyMap } from './county-map';
import type { CountyValue } from './county-value';
import { COUNTIES } from './given-counties';
import { saveFile } from './save-file';

jest.mock('./save-file', () => ({ saveFile: jest.fn() }));

@Component({
  selector: 'yh-host',
  imports: [CountyMap],
  template: `<yh-county-map
    heading="到位率"
    summary="3 个县（市、区）中 1 个已全部到位。"
    measure="到位率"
    [values]="values()"
    [boundary]="boundary()"
    asOf="2026-03-20"
    [demonstration]="true"
    [picked]="picked()"
    (pick)="picks.push($event)"
  />`,
})
class Host {
  readonly values = signal(COUNTIES);
  readonly boundary = signal<Boundary | null>(null);
  readonly picked = signal<string | null>(null);
  readonly picks: string[] = [];
}

async function opened(change: (host: Host) => void = () => undefined) {
  givenServer({});
  const fixture = TestBed.createComponent(Host);
  change(fixture.componentInstance);
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  return { fixture, page, host: fixture.componentInstance };
}
const SHAPE = {
  county: 'jia',
  polygons: [
    [
      [
        [102, 24],
        [103, 24],
        [103, 25],
      ],
    ],
  ],
} as const;

describe('the map of the counties', () => {
  it('is schematic without a boundary file, and says so', async () => {
    const { page } = await opened();
    expect(page.textContent).toContain('示意图，不代表实际边界');
    expect(page.querySelectorAll('svg.scene rect[data-row]')).toHaveLength(3);
  });

  it('picks a county by a click on its tile', async () => {
    const { page, host } = await opened();
    page
      .querySelector('svg.scene rect[data-row="1"]')
      ?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(host.picks).toEqual(['yi']);
  });

  it('prints the review number under the boundaries, and names the counties that the file lacks', async () => {
    const { page } = await opened((host) =>
      host.boundary.set({ reviewNumber: '云S(2025)1号', shapes: [SHAPE] }),
    );
    expect(page.textContent).toContain('审图号：云S(2025)1号');
    expect(page.textContent).toContain('边界文件中没有：演示乙县、元江哈尼族彝族傣族自治县');
    expect(page.querySelector('.warning')).toBeNull();
  });

  it('warns while the review number is empty', async () => {
    const { page } = await opened((host) => host.boundary.set({ reviewNumber: '', shapes: [SHAPE] }));
    expect(page.querySelector('.warning')?.textContent).toContain('没有填写审图号');
  });

  it('warns on the whole screen too, where a map is shown to others', async () => {
    const { page, fixture } = await opened((host) =>
      host.boundary.set({ reviewNumber: ' ', shapes: [SHAPE] }),
    );
    [...page.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === '放大')?.click();
    await fixture.whenStable();
    expect(page.querySelector('dialog .warning')?.textContent).toContain('本图不得公开使用');
    expect(page.querySelector('dialog')?.textContent).toContain('审图号：—');
  });

  it('names the missing counties without Chinese punctuation in English', async () => {
    const { page, fixture } = await opened((host) =>
      host.boundary.set({ reviewNumber: 'x', shapes: [SHAPE] }),
    );
    TestBed.inject(Language).current.set('en');
    await fixture.whenStable();
    expect(page.textContent).toContain('Not in the boundary file: 演示乙县, 元江哈尼族彝族傣族自治县.');
  });

  it('takes the review number along with the data that leaves the page', async () => {
    const { page } = await opened((host) =>
      host.boundary.set({ reviewNumber: '云S(2025)1号', shapes: [SHAPE] }),
    );
    const button = [...page.querySelectorAll('button')].find(({ textContent }) =>
      textContent?.includes('下载数据'),
    );
    button?.click();
    const [file] = jest.mocked(saveFile).mock.calls[0] ?? [];
    const text = await new Promise<string>((done) => {
      const reader = new FileReader();
      reader.onload = () => done(String(reader.result));
      reader.readAsText(file as Blob);
    });
    expect(text).toContain('审图号：云S(2025)1号');
  });

  it('falls back to tiles when the file cannot be drawn, and says so', async () => {
    const { page } = await opened((host) =>
      host.boundary.set({ reviewNumber: 'x', shapes: [{ county: 'jia', polygons: [] }] }),
    );
    expect(page.querySelectorAll('svg.scene rect[data-row]')).toHaveLength(3);
    expect(page.querySelector('.warning')?.textContent).toContain('不能画成地图');
  });

  it('is the table alone for thousands of counties, and a sentence for none', async () => {
    const [county] = COUNTIES as readonly [CountyValue];
    const many = Array.from({ length: 2844 }, (_, at) => ({ ...county, id: String(at) }));
    const { page, host, fixture } = await opened((one) => one.values.set(many));
    expect(page.querySelector('svg.scene')).toBeNull();
    expect(page.querySelectorAll('tbody tr')).toHaveLength(200);
    expect(page.textContent).toContain('共 2844 个县（市、区），不适合画成示意图');
    host.values.set([]);
    await fixture.whenStable();
    expect(page.textContent).toContain('还没有可以显示的县');
  });
});
