import { TestBed } from '@angular/core/testing';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import {
  ALLOCATION_PRESETS,
  CAREFUL_SETTINGS,
} from '@yuheng/shared/domain/allocation/settings/settings-presets';
import { Session } from '../../api/session';
import { givenServer, openPage, said, type Answers } from '../../testing';
import { GIVEN_QUESTION, GivenWorker, signedIn } from '../given-question';
import type { ProposingQuestion } from '../start-proposing-worker';
import { START_PROPOSING } from '../proposing';
import { givenHistory, givenYear } from './given-history';
import { HistoryPage } from './history-page';

const POLICIES = {
  program: 'assistants',
  demonstration: true,
  inForce: null,
  versions: [],
  presets: ALLOCATION_PRESETS,
};
const SCENARIOS = {
  program: 'assistants',
  year: 2026,
  asOf: '2026-03-20',
  demonstration: true,
  scenarios: [],
};

/** Answers as soon as it is asked: a page that waits for it is never at rest. */
class AnsweringWorker extends GivenWorker {
  constructor(private readonly heard: string[]) {
    super();
  }

  override postMessage(question: ProposingQuestion): void {
    super.postMessage(question);
    this.heard.push(question.depth);
    setTimeout(() => this.answer());
  }
}

const settled = async () => {
  for (let turn = 0; turn < 6; turn += 1) {
    await new Promise((done) => setTimeout(done));
    TestBed.tick();
  }
};

async function open(
  history: object = givenHistory(),
  { more = '', answers = {} as Answers, as = 'leader' } = {},
) {
  const asked: string[] = [];
  const start = async () => new AnsweringWorker(asked);
  const { sent } = givenServer({
    ...(as === 'officer' ? signedIn('programOfficer') : signedIn('leader')),
    'GET /api/allocation-history': { body: history },
    'GET /api/allocation-policies': { body: POLICIES },
    'GET /api/allocation-scenarios': { body: SCENARIOS },
    'GET /api/allocation-question': { body: GIVEN_QUESTION },
    ...answers,
  });
  TestBed.overrideProvider(START_PROPOSING, { useValue: start });
  await TestBed.inject(Session).load();
  const page = await openPage(HistoryPage, `/allocations/history?program=assistants&year=2026${more}`);
  await settled();
  return { page, asked, sent };
}

describe('the splits of former years', () => {
  it('begin with what they say together, and stand county by county, year by year', async () => {
    const { page } = await open();
    expect(said(page)).toContain('2022年和2025年公布的分配逐个名额相同。');
    expect(said(page.querySelector('tbody tr'))).toMatch(/红塔区\s*25\s*30\.00\s*25\s*30\.00/);
    expect(said(page.querySelector('tfoot'))).toMatch(/合计.*150 \/ 180\.00/);
  });

  it('name the source of each year, the newest first, with its words and the way to the text', async () => {
    const { page } = await open();
    const sources = [...page.querySelectorAll('.sources > li')];
    expect(sources.map((one) => said(one).slice(0, 5))).toEqual(
      ['2025年', '2022年'].map((one) => expect.stringContaining(one)),
    );
    expect(said(sources[0])).toContain('2025年安排：红塔区司法局300,000.00元。');
    expect(sources[0]?.querySelector('a')?.getAttribute('href')).toBe(
      '/publications?program=assistants&year=2025',
    );
  });

  it('say where sources differ', async () => {
    const { page } = await open(
      givenHistory({ differences: [bilingual('2022年公布的文本与往年分配表不一致', 'differ')] }),
    );
    expect(said(page.querySelector('[data-kind=attention]'))).toContain('2022年公布的文本与往年分配表不一致');
  });

  it('show money where a year states no posts, and a dash where it does not name a county', async () => {
    const years = [
      givenYear(2024, {}, { posts: null, counties: [{ county: 'hongta', posts: null, fen: 18_000_000 }] }),
    ];
    const { page } = await open(givenHistory({ years }));
    const rows = [...page.querySelectorAll('tbody tr')].map((row) => said(row));
    expect(rows[0]).toMatch(/红塔区\s*18\.00/);
    expect(rows[1]).toMatch(/江川区\s*—/);
  });

  it('say what to do where no year is known, and offer the loading to the officer alone', async () => {
    const empty = givenHistory({ years: [], sentence: bilingual('还没有任何年度的分配数据。', 'none') });
    const { page } = await open(empty, { as: 'officer' });
    expect(said(page)).toContain('载入往年分配表，即可逐年对照');
    expect(page.querySelector('yh-load-splits')).not.toBeNull();
  });

  it('are nothing that a leader loads', async () => {
    expect((await open()).page.querySelector('yh-load-splits')).toBeNull();
  });
});

describe('a policy tried on former years', () => {
  it('is tried on the years with evidence, beside what was really split, as no basis for a split', async () => {
    const { page, asked, sent } = await open(givenHistory(), { more: '&trial=preset-keep' });
    expect(asked).toEqual(['whole']);
    const years = [...page.querySelectorAll('.tried-year')];
    expect(years.map((one) => said(one.querySelector('h3')))).toEqual(['2025年', '2022年']);
    expect(said(years[0])).toContain('与实际分配逐个名额相同');
    expect(said(years[0]?.querySelector('tbody tr'))).toMatch(/红塔区\s*25\s*25\s*0/);
    expect(said(years[0]?.querySelector('caption'))).toContain('测算，不作为分配依据');
    expect(said(years[1])).toContain('2021年没有归集数据，不能试算2022年的分配。');
    expect(sent.filter(({ address }) => address.includes('allocation-question'))).toHaveLength(1);
  });

  it('says by how many posts it differs from what was really split', async () => {
    const years = [givenYear(2025, { hongta: 24, jiangchuan: 16 }, { hasEvidence: true, lacking: null })];
    const { page } = await open(givenHistory({ years }), { more: '&trial=preset-keep' });
    const text = said(page.querySelector('.tried-year'));
    expect(text).toContain('与实际分配相差 1 个名额');
    expect(text).toMatch(/红塔区\s*24\s*25\s*\+1\s*江川区\s*16\s*15\s*−1/);
  });

  it('tells the domain’s reason where it cannot be tried', async () => {
    const body = {
      ...GIVEN_QUESTION,
      evidence: GIVEN_QUESTION.evidence && { ...GIVEN_QUESTION.evidence, scoring: null },
    };
    const { page } = await open(givenHistory(), {
      more: '&trial=inForce',
      answers: { 'GET /api/allocation-question': { body } },
    });
    const text = said(page.querySelector('.tried-year'));
    expect(text).toContain('不能试算');
    expect(text).toMatch(/评价结果|得分/);
  });

  it('is the policy in force, a preset or a scenario, and the address keeps it', async () => {
    const scenario = { id: 'abc', name: '多给元江', settings: CAREFUL_SETTINGS };
    const { page } = await open(givenHistory(), {
      answers: { 'GET /api/allocation-scenarios': { body: { ...SCENARIOS, scenarios: [scenario] } } },
    });
    const options = [...page.querySelectorAll('option')].map((one) => said(one));
    expect(options[1]).toContain('缺省办法（尚未发布分配办法）');
    expect(options.at(-1)).toBe('多给元江');
    expect(options).toHaveLength(8);
    expect(page.querySelector('.tried-year')).toBeNull();
  });

  it('says of a policy that is not there any more that it is gone', async () => {
    const { page } = await open(givenHistory(), { more: '&trial=scenario-gone' });
    expect(said(page)).toContain('网址中的办法已不在，请重新选择。');
  });
});
