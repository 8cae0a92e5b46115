import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Cell, type Column } from './data-table';
import { LongTable } from './long-table';

interface Row {
  readonly name: string;
}
const MANY = Array.from({ length: 2844 }, (_, place): Row => ({ name: `县 ${place + 1}` }));

@Component({
  imports: [LongTable, Cell],
  template: `<yh-long-table [columns]="columns" [rows]="rows()" caption="全部县（市、区）">
    <ng-template yhCell="name" [yhCellOf]="rows()" let-row
      ><a href="#">{{ row.name }}</a></ng-template
    >
  </yh-long-table>`,
})
class Host {
  readonly columns: readonly Column<Row>[] = [{ id: 'name', heading: '名称' }];
  readonly rows = signal<readonly Row[]>(MANY);
}

async function open() {
  const fixture = TestBed.createComponent(Host);
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  return {
    fixture,
    page,
    frame: page.querySelector('.frame') as HTMLElement,
    places: () =>
      [...page.querySelectorAll<HTMLElement>('tr[data-place]')].map((row) => Number(row.dataset['place'])),
  };
}

describe('a table of thousands of rows', () => {
  it('has in the document only the rows around what is seen, and says of all of them how many and which they are', async () => {
    const { page, places } = await open();
    expect(places().length).toBeLessThan(60);
    expect(places()[0]).toBe(0);
    expect(page.querySelector('table')?.getAttribute('aria-rowcount')).toBe('2845');
    expect(page.querySelector('tr[data-place="3"]')?.getAttribute('aria-rowindex')).toBe('5');
    const space = page.querySelector<HTMLElement>('tr.space td');
    expect(space?.style.blockSize).toBe(`${(2844 - places().length) * 44}px`);
  });

  it('shows the rows to which it is scrolled, and begins at the top again with other rows', async () => {
    const { fixture, frame, places } = await open();
    frame.scrollTop = 1000 * 44;
    frame.dispatchEvent(new Event('scroll'));
    await fixture.whenStable();
    expect(places()).toContain(1000);
    expect(places()).not.toContain(0);
    fixture.componentInstance.rows.set(MANY.slice(0, 5));
    await fixture.whenStable();
    expect(places()).toEqual([0, 1, 2, 3, 4]);
  });

  it('is walked by the keyboard, as far as its last row', async () => {
    const { page, places } = await open();
    document.body.append(page);
    const press = (key: string): string | null | undefined => {
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      return document.activeElement?.textContent;
    };
    page.querySelector<HTMLElement>('tr[data-place="0"] a')?.focus();
    expect([press('ArrowDown'), press('ArrowDown'), press('End'), press('ArrowDown')]).toEqual([
      '县 2',
      '县 3',
      '县 2844',
      '县 2844',
    ]);
    expect(places()).not.toContain(0);
    expect([press('ArrowUp'), press('Home')]).toEqual(['县 2843', '县 1']);
    page.remove();
  });

  it('is printed whole', async () => {
    const { fixture, places } = await open();
    window.dispatchEvent(new Event('beforeprint'));
    expect(places()).toHaveLength(2844);
    window.dispatchEvent(new Event('afterprint'));
    await fixture.whenStable();
    expect(places().length).toBeLessThan(60);
  });
});
