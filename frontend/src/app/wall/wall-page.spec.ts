import { TestBed } from '@angular/core/testing';
import type { Wall } from '@yuheng/shared/contract/wall';
import { givenServer, openPage, said, type Answers } from '../testing';
import { EVENT_STREAM } from './event-stream';
import { WallPage } from './wall-page';

const both = (zh: string) => ({ zh, en: zh });
const page = (id: Wall['pages'][number]['id'], text: string): Wall['pages'][number] => ({
  id,
  sentence: both(text),
  sums: [{ name: both('已到位'), text: both('9 / 9 个') }],
  columns: [both('到位')],
  rows: [{ county: 'hongta', name: '红塔区', cells: [{ text: both('已到位'), done: 3, due: 4 }] }],
});
const WALL: Wall = {
  program: 'assistants',
  year: 2025,
  asOf: '2026-03-20',
  demonstration: true,
  state: 'provisional',
  place: '玉溪市',
  pages: [page('money', '资金一句。'), page('wages', '工资一句。')],
};

/** A stream that says what the test says. */
class GivenStream {
  readyState = 1;
  private readonly heard = new Map<string, (event: MessageEvent<string>) => void>();
  constructor(readonly url: string) {}
  addEventListener(type: string, heard: (event: MessageEvent<string>) => void): void {
    this.heard.set(type, heard);
  }
  say(type: string, data: unknown = {}): void {
    this.heard.get(type)?.({ data: JSON.stringify(data) } as MessageEvent<string>);
    TestBed.tick();
  }
  close(): void {
    this.readyState = 2;
  }
}

async function open(answers: Answers = {}, query = '') {
  const streams: GivenStream[] = [];
  givenServer({ 'GET /api/wall': { body: WALL }, ...answers });
  TestBed.overrideProvider(EVENT_STREAM, {
    useValue: (url: string) => {
      const stream = new GivenStream(url);
      streams.push(stream);
      return stream;
    },
  });
  const element = await openPage(WallPage, `/screen?program=assistants&year=2025${query}`);
  return { element, streams, last: () => streams.at(-1) as GivenStream };
}
const press = (key: string): void => {
  document.dispatchEvent(new KeyboardEvent('keydown', { key }));
  TestBed.tick();
};

describe('the wall', () => {
  it('shows its first page with the sentence, sums and counties, and listens for what changes', async () => {
    const { element, last } = await open();
    expect(said(element)).toContain('资金一句。');
    expect(said(element)).toContain('9 / 9 个');
    expect(said(element)).toContain('演示数据');
    expect(element.querySelector<HTMLElement>('.bar span')?.style.inlineSize).toBe('75%');
    expect(last().url).toBe('/api/wall/events?program=assistants&year=2025');
  });

  it('shows what an event says', async () => {
    const { element, last } = await open();
    last().say('wall', { ...WALL, pages: [page('money', '又一句。')] });
    expect(said(element)).toContain('又一句。');
  });

  it('the arrow keys turn its pages, around both ends', async () => {
    const { element } = await open();
    press('ArrowRight');
    expect(said(element)).toContain('工资一句。');
    press('ArrowRight');
    expect(said(element)).toContain('资金一句。');
    press('ArrowLeft');
    expect(said(element)).toContain('工资一句。');
  });

  it('turns by itself after the seconds of the address, but not while it is paused; says when it has heard nothing for long', async () => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'setTimeout', 'nextTick', 'setImmediate'] });
    try {
      const { element, last } = await open({}, '&seconds=5&stale=1');
      const pass = (ms: number): void => {
        jest.advanceTimersByTime(ms);
        TestBed.tick();
      };
      pass(4000);
      expect(said(element)).toContain('资金一句。');
      pass(2000);
      expect(said(element)).toContain('工资一句。');
      press(' ');
      pass(20_000);
      expect(said(element)).toContain('工资一句。');
      expect(said(element)).not.toContain('分钟未更新');
      pass(60_000);
      expect(said(element)).toContain('数据已超过 1 分钟未更新');
      last().say('current');
      pass(1000);
      expect(said(element)).not.toContain('分钟未更新');
    } finally {
      jest.useRealTimers();
    }
  });

  it('of a county it says that the page is not for it, and listens to nothing', async () => {
    const { element, streams } = await open({
      'GET /api/wall': { status: 403, body: { type: '/problems/forbidden', title: '无权访问', status: 403 } },
    });
    expect(element.querySelector('yh-problem')).not.toBeNull();
    expect(element.querySelector('table')).toBeNull();
    expect(streams).toEqual([]);
  });
});
