import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { givenServer } from '../testing';
import { MarkedTable, toChartTable, type Marked } from './marked-table';

const TABLE: Marked = {
  corner: '县（市、区）',
  columns: [
    { id: 'onPost', name: '在岗率', note: '%' },
    { id: 'wages', name: '工资按时率' },
  ],
  rows: [
    {
      id: 'jia',
      name: '演示甲县',
      cells: [
        { label: '98.67', share: 0.9867, light: 'attention', approved: true },
        { label: '0.00', share: 0, approved: false },
      ],
    },
    { id: 'yi', name: '演示乙县', cells: [null, { label: '缺报', share: null, approved: true }] },
  ],
};

@Component({
  selector: 'yh-host',
  imports: [MarkedTable],
  template: `<yh-marked-table
    heading="指标"
    summary="2 个县（市、区），2 项指标。"
    [table]="table()"
    asOf="2026-03-20"
    [demonstration]="true"
    [pickedRow]="row()"
    (pickRow)="picks.push($event)"
    (pickColumn)="picks.push($event)"
    (pickCell)="picks.push($event.row + '/' + $event.column)"
  />`,
})
class Host {
  readonly table = signal(TABLE);
  readonly row = signal<string | null>(null);
  readonly picks: string[] = [];
}

async function opened(change: (host: Host) => void = () => undefined) {
  givenServer({});
  const fixture = TestBed.createComponent(Host);
  change(fixture.componentInstance);
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  document.body.append(page);
  const at = (place: string) => page.querySelector<HTMLElement>(`[data-place="${place}"]`);
  const key = async (name: string) => {
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true }));
    await fixture.whenStable();
  };
  return { fixture, page, host: fixture.componentInstance, at, key };
}

describe('a table with marks', () => {
  it('draws a bar of length 0 for 0, and none where there is no figure', async () => {
    const { at } = await opened();
    expect(at('0/0')?.querySelector<HTMLElement>('.bar')?.style.inlineSize).toBe('98.67%');
    expect(at('0/1')?.querySelector<HTMLElement>('.bar')?.style.inlineSize).toBe('0%');
    expect(at('1/1')?.querySelector('.bar')).toBeNull();
    expect(at('1/0')?.textContent).toBe('—');
  });

  it('hatches what nobody has approved and says so, and says a light by its word', async () => {
    const { at } = await opened();
    expect(at('0/1')?.querySelector('.bar.unapproved')).not.toBeNull();
    expect(at('0/1')?.textContent).toContain('待审核');
    expect(at('0/0')?.textContent).toContain('关注');
  });

  it('is one stop of the Tab key, and arrow keys walk over headings and cells', async () => {
    const { page, at, key } = await opened();
    const stops = () =>
      [...page.querySelectorAll<HTMLElement>('table [data-place]')].filter((one) => one.tabIndex === 0);
    expect(stops()).toEqual([at('-1/0')]);
    at('-1/0')?.focus();
    await key('ArrowDown');
    expect(document.activeElement).toBe(at('0/0'));
    await key('ArrowLeft');
    await key('ArrowDown');
    expect(document.activeElement).toBe(at('1/-1'));
    await key('End');
    expect(stops()).toEqual([at('1/1')]);
    expect(document.activeElement).toBe(at('1/1'));
  });

  it('picks a row, a column or a cell', async () => {
    const { host, at } = await opened();
    for (const place of ['1/-1', '-1/1', '0/0']) at(place)?.click();
    expect(host.picks).toEqual(['yi', 'wages', 'jia/onPost']);
  });

  it('lets the other rows stand back', async () => {
    const { page } = await opened((host) => host.row.set('yi'));
    expect([...page.querySelectorAll('td')].map((cell) => cell.classList.contains('faded'))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('leaves the page with its lights and states in words', () => {
    const words = { light: (light: string) => `[${light}]`, unapproved: '待审核' };
    expect(toChartTable(TABLE, words)).toEqual({
      columns: ['县（市、区）', '在岗率（%）', '工资按时率'],
      rows: [
        ['演示甲县', '98.67 [attention]', '0.00 待审核'],
        ['演示乙县', '—', '缺报'],
      ],
    });
  });

  it('shows thousands of rows part by part', async () => {
    const [row] = TABLE.rows;
    const many = Array.from({ length: 2844 }, (_, at) => ({
      ...row,
      id: String(at),
    })) as unknown as Marked['rows'];
    const { page } = await opened((host) => host.table.set({ ...TABLE, rows: many }));
    expect(page.querySelectorAll('tbody tr')).toHaveLength(200);
    expect(page.textContent).toContain('已显示 200 行，共 2844 行');
  });
});
