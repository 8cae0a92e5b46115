import * as fc from 'fast-check';
import { GIVEN_EVIDENCE } from '../evidence/given-evidence';
import type { AllocationSettings } from '../settings/allocation-settings';
import { CAREFUL_SETTINGS } from '../settings/settings-presets';
import type { AllocationProposal } from './allocation-proposal';
import { proposeSplit } from './propose-split';

type Bounds = AllocationSettings['bounds'];

const proposed = (bounds: Bounds, gate: boolean): AllocationProposal | null => {
  const firmness = { ...CAREFUL_SETTINGS.firmness, runs: 100, gate };
  const outcome = proposeSplit(
    GIVEN_EVIDENCE,
    { ...CAREFUL_SETTINGS, maximumChange: null, bounds, firmness },
    'whole',
  );
  return outcome.ok ? outcome.value : null;
};

/** Bounds near what is in force: a cap below it, or a floor above it, moves posts whatever the scores say. */
const someBounds: fc.Arbitrary<Bounds> = fc
  .subarray(
    GIVEN_EVIDENCE.counties.map(({ county, lastPosts }) => ({ county, lastPosts })),
    { maxLength: 4 },
  )
  .chain((counties) =>
    fc.tuple(
      ...counties.map(({ county, lastPosts }) =>
        fc
          .integer({ min: -2, max: 2 })
          .map((near) =>
            near < 0 ? { county, cap: lastPosts + near } : { county, floor: lastPosts + near },
          ),
      ),
    ),
  );

const gains = (counties: readonly { readonly lastPosts: number; readonly part: number }[]): number =>
  counties.reduce((sum, { lastPosts, part }) => sum + Math.max(0, part - lastPosts), 0);

describe('where bounds leave the split in force no room', () => {
  const capped: Bounds = [
    { county: 'hongta', cap: 24 },
    { county: 'yuanjiang', cap: 16 },
  ];

  it('says of a county that its bound changes it, and never that it stays as it is', () => {
    const hongta = proposed(capped, true)?.counties.find(({ county }) => county === 'hongta');
    expect([hongta?.lastPart, hongta?.part]).toEqual([25, 24]);
    expect(hongta?.certainty?.text.zh).toMatch(
      /^受总量和上下限所限，不作调整也由现行 25 个变为 24 个；在此之上没有增减，/,
    );
    expect(hongta?.certainty?.text.en).toMatch(
      /^Total and bounds alone turn 25 posts into 24; beyond that: no /,
    );
    expect(hongta?.steps.map(({ label }) => label.zh)).toContain('有把握才调整：测算没有增减，不再调整');
  });

  it('says first what total and bounds move, and counts against the split in force', () => {
    const { headline, counties } = proposed(capped, true) as AllocationProposal;
    const moved = gains(counties.map(({ lastPart, part }) => ({ lastPosts: lastPart, part })));
    expect(headline.zh).toContain(
      `与现行相比共调整 ${moved} 个名额：受总量和上下限所限须变动 2 个；在此之上`,
    );
    expect(headline.zh).not.toContain('维持现行');
  });

  it.each([true, false])('no sentence contradicts the posts beside it, with the gate %s', (gate) => {
    fc.assert(
      fc.property(someBounds, (bounds) => {
        const proposal = proposed(bounds, gate);
        if (!proposal) return;
        const wrong: string[] = [];
        for (const { lastPart, part, certainty, steps } of proposal.counties) {
          const said = [certainty?.text.zh ?? '', ...steps.map(({ label }) => label.zh)];
          for (const one of said) {
            const [, inForce] = /现行 (\d+) 个/.exec(one) ?? [];
            if (inForce !== undefined && Number(inForce) !== lastPart) wrong.push(one);
            if (/维持现行|与现行名额相同/.test(one) && part !== lastPart) wrong.push(one);
          }
        }
        const all = gains(proposal.counties.map((one) => ({ ...one, lastPosts: one.lastPart })));
        const [, counted] = /(?:共调整|有把握调整|此办法调整) (\d+) 个名额/.exec(proposal.headline.zh) ?? [];
        if (Number(counted ?? 0) !== all) wrong.push(`${proposal.headline.zh} (${all})`);
        expect(wrong).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
