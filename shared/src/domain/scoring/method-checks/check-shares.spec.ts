import type { Indicator, Method } from '../method';
import { checkMethod } from './check-method';
import { findingsOf, givenLeaf, givenMethod, toldBy } from './given-method';

describe('what the marks are given for', () => {
  const split = (ids: readonly [string, string][], extra: Partial<Indicator> = {}): Method => ({
    indicators: ids.flatMap(([id, marks]) => [
      { id, name: id },
      givenLeaf(`${id}Leaf`, marks, { parent: id, ...extra }),
    ]),
  });

  test('output and benefit under 60 percent are a warning with their share', () => {
    const check = checkMethod(
      split([
        ['process', '40.01'],
        ['output', '30'],
        ['benefit', '29.99'],
      ]),
    );
    expect(toldBy(check)).toEqual(['warning resultsUnderSixty /method/indicators']);
    expect(check[0]?.message.zh).toContain('合计59.99分，占59.99%，低于60%');
    expect(
      findingsOf(
        split([
          ['process', '40'],
          ['output', '30'],
          ['benefit', '30'],
        ]),
      ),
    ).toEqual([]);
  });

  test('satisfaction counts below the benefit and not as a dimension of its own', () => {
    const own = split([
      ['process', '35'],
      ['output', '55'],
      ['satisfaction', '10'],
    ]);
    expect(findingsOf(own)).toEqual(['warning resultsUnderSixty /method/indicators']);
    const below: Method = {
      indicators: own.indicators
        .map((one) => (one.id === 'satisfaction' ? { ...one, parent: 'benefit' } : one))
        .concat({ id: 'benefit', name: '效益' }),
    };
    expect(findingsOf(below)).toEqual([]);
  });

  test('leaves at any depth count for their dimension', () => {
    const deep = givenMethod([
      { id: 'quality', parent: 'output', name: '质量指标' },
      givenLeaf('a', '100', { parent: 'quality' }),
    ]);
    expect(findingsOf(deep)).toEqual([]);
  });

  test('where no dimension bears a known id the share cannot be checked, and that is said', () => {
    expect(
      findingsOf(
        split([
          ['d1', '50'],
          ['d2', '50'],
        ]),
      ),
    ).toEqual(['warning resultsShareUnknown /method/indicators']);
  });

  test('under half of the marks on what county justice bureaus answer for is a warning with the share', () => {
    const check = checkMethod(
      givenMethod([
        givenLeaf('a', '49.5'),
        givenLeaf('b', '20', { responsible: 'city' }),
        givenLeaf('c', '30.5', { responsible: 'countyFinance' }),
      ]),
    );
    expect(toldBy(check)).toEqual(['warning allocationShareUnderHalf /method/indicators']);
    expect(check[0]?.message.zh).toContain('合计49.5分，占49.5%，不足一半');
  });
});
