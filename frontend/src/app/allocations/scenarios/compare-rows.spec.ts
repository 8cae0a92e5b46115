import {
  compareCounties,
  compareSettings,
  countyOfSetting,
  postsMoved,
  settingName,
  sumOfCells,
} from './compare-rows';
import { both, givenCounty, givenScenario } from './given-scenario';
import { MOST_COMPARED, readPicked, togglePicked } from './picked-scenarios';
import { printSigned, printSignedMoney } from './print-signed';

const moved = givenScenario();
const kept = givenScenario({
  id: '44444444-4444-4444-8444-444444444444',
  proposal: {
    ...moved.proposal,
    counties: [givenCounty('hongta', 25, 25), givenCounty('yimen', 15, 15)],
  },
});

describe('scenarios side by side', () => {
  it('stand beside the split in force, and what differs from it is marked', () => {
    const [hongta] = compareCounties([moved, kept]);
    expect(hongta).toMatchObject({ name: '红塔区', posts: 25, fen: 30_000_000 });
    expect(hongta?.cells.map(({ posts, differs }) => [posts, differs])).toEqual([
      [26, true],
      [25, false],
    ]);
  });

  it('say how sure a change is that is made, and of one that is held back what its percentage is of', () => {
    const held = givenScenario({
      proposal: {
        ...moved.proposal,
        counties: [givenCounty('hongta', 25, 25, { proposedPart: 26 }), givenCounty('yimen', 15, 15)],
      },
    });
    const said = compareCounties([moved, held]).map(({ cells }) => cells.map(({ sure }) => sure?.zh));
    expect(said).toEqual([
      ['稳定 96.05%', '测算 +1：96.05%，未调整（无对应减少）'],
      ['稳定 96.05%', undefined],
    ]);
  });

  it('add up to the same pool in every column', () => {
    const rows = compareCounties([moved, kept]);
    expect([null, 0, 1].map((column) => sumOfCells(rows, column))).toEqual(
      Array(3).fill({ posts: 40, fen: 48_000_000 }),
    );
    expect(postsMoved(moved)).toBe(1);
    expect(postsMoved(kept)).toBe(0);
  });

  it('of nothing are nothing', () => {
    expect(compareCounties([])).toEqual([]);
    expect(compareSettings([])).toEqual([]);
  });

  it('show the settings in which they differ, those that are untouched as they are in force', () => {
    const [cap, pool] = [
      { setting: 'maximumChange', before: both('不超过1个'), after: both('不超过2个') },
      { setting: 'bounds/yimen', before: both('未单独规定'), after: both('保底14个') },
    ];
    const changed = { ...moved, changes: [cap, pool] };
    expect(compareSettings([changed, kept])).toEqual([
      {
        setting: 'maximumChange',
        name: { zh: '年度最大调整', en: 'Maximum change' },
        county: null,
        inForce: cap.before,
        values: [cap.after, cap.before],
      },
      {
        setting: 'bounds/yimen',
        name: expect.anything(),
        county: '易门县',
        inForce: pool.before,
        values: [pool.after, pool.before],
      },
    ]);
    expect(compareSettings([changed, { ...kept, changes: [cap, pool] }])).toEqual([]);
    expect(compareSettings([changed]).map(({ setting }) => setting)).toEqual([
      'maximumChange',
      'bounds/yimen',
    ]);
  });

  it('name a county that is not known by its id', () => {
    expect(countyOfSetting('bounds/elsewhere', [])).toBe('elsewhere');
    expect(settingName('bounds/elsewhere').zh).toBe('单独规定的保底、封顶');
    expect(settingName('ofLater')).toEqual({ zh: 'ofLater', en: 'ofLater' });
  });
});

describe('the scenarios that an address names', () => {
  it('are each there once, in their order', () => {
    expect(readPicked('a,b,,a')).toEqual(['a', 'b']);
    expect(readPicked(null)).toEqual([]);
    expect(togglePicked(['a', 'b'], 'a')).toBe('b');
    expect(togglePicked(['b'], 'b')).toBeNull();
    expect(togglePicked(['a'], 'b')).toBe('a,b');
    expect(MOST_COMPARED).toBe(4);
  });
});

describe('a difference', () => {
  it('is printed with the sign that a reader looks for, and nothing has none', () => {
    expect([2, 0, -2].map(printSigned)).toEqual(['+2', '0', '−2']);
    expect([1_200_000, 0, -1_200_000, 10].map((fen) => printSignedMoney(fen, '万元'))).toEqual([
      '+1.20',
      '0.00',
      '−1.20',
      '0.00',
    ]);
  });
});
