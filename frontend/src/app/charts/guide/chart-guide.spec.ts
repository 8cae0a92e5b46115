import { TestBed } from '@angular/core/testing';
import { givenServer } from '../../testing';
import { Language } from '../../ui/language';
import { ChartGuide } from './chart-guide';
import { GUIDE_TEXTS } from './guide-texts';

async function opened() {
  givenServer({});
  const fixture = TestBed.createComponent(ChartGuide);
  await fixture.whenStable();
  return { fixture, page: fixture.nativeElement as HTMLElement };
}

describe('the guide to the charts', () => {
  it('shows every chart that its texts explain, each with its instruction, and calls the data invented', async () => {
    const { page } = await opened();
    const kinds = Object.keys(GUIDE_TEXTS['zh-CN']['kind'] ?? {}).sort();
    expect([...page.querySelectorAll('section[id]')].map(({ id }) => id).sort()).toEqual(kinds);
    expect(page.querySelectorAll('.how')).toHaveLength(kinds.length);
    expect(page.querySelector('.demonstration')?.textContent).toBe('演示数据');
  });

  it('says a sentence of each chart, and never a text that is not there', async () => {
    const { page } = await opened();
    for (const summary of page.querySelectorAll('.summary')) {
      expect(summary.textContent).toMatch(/^共 \d+ 项；第一项：.+。$/);
    }
    expect(page.textContent).not.toMatch(/chartGuide\.|undefined|NaN/);
  });

  it('has nothing Chinese in it for a reader of English', async () => {
    const { fixture, page } = await opened();
    TestBed.inject(Language).current.set('en');
    await fixture.whenStable();
    expect(page.textContent).not.toMatch(/[\u3400-\u9fff]/);
  });
});
