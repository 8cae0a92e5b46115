import type { AllocationEvidence } from '../evidence/allocation-evidence';
import { GIVEN_EVIDENCE, withCounty } from '../evidence/given-evidence';
import { alikeCounties } from './alike-counties';

const WINDOW = { years: 1, lastMonth: 12 };
const ofPosts = (posts: readonly number[]): AllocationEvidence => ({
  ...GIVEN_EVIDENCE,
  counties: posts.map((lastPosts, index) => ({
    county: `county-${index}`,
    lastPosts,
    lastFen: lastPosts * 1_200_000,
    months: [],
    justiceOffices: null,
    total: null,
    leaves: [],
    vetoCap: null,
  })),
});

describe('counties in like conditions', () => {
  it('are those whose figures lie nearest, told in official order', () => {
    const evidence = ofPosts([25, 15, 16, 30, 14]);
    expect(alikeCounties(evidence, WINDOW, { county: 'county-1', count: 2 }).counties).toEqual([
      'county-2',
      'county-4',
    ]);
    expect(alikeCounties(evidence, WINDOW, { county: 'county-0', count: 1 }).counties).toEqual(['county-3']);
  });

  it('are compared by what every county has a figure of, and by nothing else', () => {
    expect(alikeCounties(ofPosts([3, 4]), WINDOW, { county: 'county-0', count: 3 })).toEqual({
      factors: ['lastPosts'],
      counties: ['county-1'],
    });
    const incomplete = withCounty('yimen', { justiceOffices: null });
    expect(alikeCounties(incomplete, WINDOW, { county: 'yimen', count: 3 }).factors).toEqual([
      'lastPosts',
      'supervised',
      'resettled',
      'assessments',
    ]);
  });

  it('weigh every factor by its own mean, so that large figures do not drown small ones', () => {
    const base = ofPosts([10, 10, 10]);
    // Offices 2, 4 and 2 differ by more than half of their mean; 900, 905 and 960 posts hardly differ.
    const counties = base.counties.map((county, index) => ({
      ...county,
      lastPosts: [900, 905, 960][index] ?? 0,
      justiceOffices: [2, 4, 2][index] ?? 0,
    }));
    const found = alikeCounties({ ...base, counties }, WINDOW, { county: 'county-0', count: 1 });
    expect(found.counties).toEqual(['county-2']);
  });

  it('prefer at equal distance the one that stands first, and pass over a factor of zeros', () => {
    const base = ofPosts([10, 12, 8]);
    const counties = base.counties.map((county) => ({ ...county, justiceOffices: 0 }));
    expect(alikeCounties({ ...base, counties }, WINDOW, { county: 'county-0', count: 1 }).counties).toEqual([
      'county-1',
    ]);
  });

  it('refuse to compare a county that is not there', () => {
    expect(() => alikeCounties(GIVEN_EVIDENCE, WINDOW, { county: 'nowhere', count: 1 })).toThrow(RangeError);
  });
});
