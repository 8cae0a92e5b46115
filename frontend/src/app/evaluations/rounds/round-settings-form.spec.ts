import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { ApiProblem } from '../../api/api-problem';
import { givenServer, openPage, said } from '../../testing';
import { useTexts } from '../../ui/texts';
import { RoundSettingsForm, type RoundSettings, type StoredSettings } from './round-settings-form';
import { ROUNDS_TEXTS } from './rounds-texts';

const STORED: RoundSettings = {
  ...{ methodVersion: 1, windowFrom: '2025-01', windowTo: '2025-12', scoreBy: '2026-04-10' },
  ...{ replyBy: '2026-04-24', gapMarks: '3', markers: 1, secondShare: 0, rotate: true, seed: 1 },
};
const NOW: StoredSettings = { version: 2, settings: { ...STORED, scoreBy: '2026-04-12', rotate: false } };

const says = { zh: '与现有数据冲突', en: 'Conflict' };
const conflict = () => new ApiProblem('conflict', 409, { title: says, detail: says });

@Component({
  selector: 'yh-opened-settings',
  imports: [RoundSettingsForm],
  template: `<yh-round-settings
    [methods]="methods"
    [initial]="stored()"
    [version]="1"
    [send]="send"
    [reread]="reread"
  />`,
})
class Opened {
  static sent: [unknown, number][] = [];
  static now: StoredSettings | null = NOW;
  static last: Opened | null = null;
  readonly stored = signal(STORED);
  protected readonly methods = [
    { program: 'assistants' as const, version: 1, name: says, publishedOn: '2025-01-01' },
  ];
  protected readonly send = async (settings: unknown, version: number): Promise<void> => {
    Opened.sent.push([settings, version]);
    if (version === 1) throw conflict();
  };
  protected readonly reread = async (): Promise<StoredSettings> => {
    if (!Opened.now) throw conflict();
    return Opened.now;
  };

  constructor() {
    Opened.last = this;
    useTexts('rounds', ROUNDS_TEXTS);
  }
}

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn += 1) {
    await Promise.resolve();
    TestBed.tick();
  }
};
const LABELS = { replyBy: '意见反馈截止日', scoreBy: '评分截止日', markers: '每项由几人评分' } as const;
const field = (page: Element, name: keyof typeof LABELS): HTMLInputElement => {
  const label = [...page.querySelectorAll('label')].find((one) => said(one) === LABELS[name]);
  const input = label?.querySelector('input');
  if (!input) throw new Error(`There is no field ${name}.`);
  return input;
};

describe('settings of a round that somebody else changed meanwhile', () => {
  const type = async (page: Element, name: keyof typeof LABELS, value: string): Promise<void> => {
    const input = field(page, name);
    input.value = value;
    input.dispatchEvent(new Event('input'));
    await settle();
  };
  const press = async (page: Element, words: string): Promise<void> => {
    [...page.querySelectorAll('button')].find((one) => said(one) === words)?.click();
    await settle();
  };

  async function open(now: StoredSettings | null = NOW): Promise<HTMLElement> {
    Opened.sent = [];
    Opened.now = now;
    givenServer({});
    const page = await openPage(Opened, '/settings');
    await type(page, 'replyBy', '2026-04-30');
    await press(page, '保存');
    return page;
  }

  it('stand beside what was typed, which is kept', async () => {
    const page = await open();
    const rows = [...page.querySelectorAll('yh-version-conflict tbody tr')].map((row) =>
      [...row.children].map((cell) => said(cell)),
    );
    expect(rows).toEqual([
      ['评分截止日', '2026年4月10日', '2026年4月12日', '2026年4月10日'],
      ['同一人不连续两年评同一县（市、区）', '是', '否', '是'],
    ]);
    expect(field(page, 'replyBy').value).toBe('2026-04-30');
  });

  it('are gone on from with what was typed, in the version of now', async () => {
    const page = await open();
    await press(page, '保留我的填写，按最新内容继续');
    await press(page, '保存');
    expect(Opened.sent.at(-1)).toEqual([{ ...NOW.settings, replyBy: '2026-04-30' }, 2]);
  });

  it('are shown as they are, when what was typed is given up', async () => {
    const page = await open();
    await press(page, '放弃我的填写，载入最新内容');
    expect([field(page, 'replyBy').value, field(page, 'scoreBy').value]).toEqual([
      '2026-04-24',
      '2026-04-12',
    ]);
    expect(page.querySelector('yh-version-conflict')).toBeNull();
  });

  it('are no conflict of versions where they stand as they were: then the server’s words are said', async () => {
    const page = await open({ version: 1, settings: STORED });
    expect(page.querySelector('yh-version-conflict')).toBeNull();
    expect(said(page)).toContain('与现有数据冲突');
  });

  it('can be read again where they could not be read', async () => {
    const page = await open(null);
    expect(said(page)).toContain('暂时读不到最新内容');
    Opened.now = NOW;
    await press(page, '重试');
    expect(page.querySelectorAll('yh-version-conflict tbody tr')).toHaveLength(2);
  });

  it('keep what was typed when another act on the page brings the round anew', async () => {
    const page = await open({ version: 1, settings: STORED });
    Opened.last?.stored.set({ ...STORED, markers: 2 });
    await settle();
    expect([field(page, 'replyBy').value, field(page, 'markers').value]).toEqual(['2026-04-30', '1']);
  });
});
