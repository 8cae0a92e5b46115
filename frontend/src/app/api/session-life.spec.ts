import { TestBed } from '@angular/core/testing';
import { SessionLife } from './session-life';
import { CHANNEL, type TabMessage } from './tabs';

const NOW = Date.parse('2026-11-22T08:00:00.000Z');
const inMinutes = (minutes: number) => new Date(NOW + minutes * 60_000).toISOString();

function begin({ idleMinutes = 60, endsIn = 720, serverAhead = 0 } = {}) {
  const told: TabMessage[] = [];
  const listeners: ((event: { data: TabMessage }) => void)[] = [];
  const channel = {
    postMessage: (message: TabMessage) => void told.push(message),
    addEventListener: (_: string, listener: (event: { data: TabMessage }) => void) =>
      void listeners.push(listener),
    close: () => undefined,
  };
  TestBed.configureTestingModule({ providers: [{ provide: CHANNEL, useValue: channel }] });
  const life = TestBed.inject(SessionLife);
  life.called(new Date(NOW + serverAhead * 60_000).toUTCString());
  life.begin({ idleMinutes, expiresAt: inMinutes(endsIn + serverAhead) });
  return {
    life,
    told,
    otherTab: (data: TabMessage) => listeners.forEach((listener) => listener({ data })),
    pass: (minutes: number) => jest.advanceTimersByTime(minutes * 60_000),
  };
}

describe('the life of a session as a browser knows it', () => {
  beforeEach(() => jest.useFakeTimers({ now: NOW }));
  afterEach(() => jest.useRealTimers());

  it('ends soon five minutes before it idled too long, a minute being lost because the server notes use so seldom', () => {
    const { life, pass } = begin();
    pass(53.9);
    expect(life.phase()).toBe('calm');
    pass(0.2);
    expect(life.phase()).toBe('idleSoon');
    expect(life.secondsLeft()).toBe(294);
    pass(5);
    expect(life.phase()).toBe('over');
  });

  it('is calm again after a call', () => {
    const { life, pass } = begin();
    pass(55);
    life.called(null);
    pass(1);
    expect(life.phase()).toBe('calm');
  });

  it('is kept by a call of another tab, which hears of it at most every five seconds', () => {
    const { life, told, otherTab, pass } = begin();
    pass(55);
    otherTab({ kind: 'called', at: Date.now() });
    pass(1);
    expect(life.phase()).toBe('calm');
    for (let call = 0; call < 10; call += 1) life.called(null);
    expect(told).toHaveLength(2);
  });

  it('ends at its longest time however much is done', () => {
    const { life, pass } = begin({ endsIn: 30 });
    pass(24);
    life.called(null);
    expect(life.phase()).toBe('calm');
    pass(2);
    life.called(null);
    expect(life.phase()).toBe('lifetimeSoon');
    pass(4.1);
    expect(life.phase()).toBe('over');
  });

  it('is counted by the clock of the server where that of the browser is wrong', () => {
    const { life, pass } = begin({ endsIn: 30, serverAhead: 300 });
    pass(24);
    expect(life.phase()).toBe('calm');
    pass(2);
    expect(life.phase()).toBe('lifetimeSoon');
  });

  it('that idles only for five minutes warns for half of them', () => {
    const { life, pass } = begin({ idleMinutes: 5 });
    pass(1.4);
    expect(life.phase()).toBe('calm');
    pass(0.2);
    expect(life.phase()).toBe('idleSoon');
  });

  it('of nobody ends never', () => {
    const { life, pass } = begin();
    life.forget();
    pass(10_000);
    expect(life.phase()).toBe('calm');
    expect(life.secondsLeft()).toBeNull();
  });
});
