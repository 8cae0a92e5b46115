import { TestBed } from '@angular/core/testing';
import { GIVEN_EVIDENCE } from '@yuheng/shared/domain/allocation/evidence/given-evidence';
import { proposeSplit } from '@yuheng/shared/domain/allocation/proposing/propose-split';
import { CAREFUL_SETTINGS } from '@yuheng/shared/domain/allocation/settings/settings-presets';
import { givenServer, said } from '../testing';
import { GIVEN_QUESTION } from './given-question';
import { HowSure } from './how-sure';
import { splitRows } from './split-rows';

/** The bars of 红塔区 where its runs came out as given: how many posts, how many runs, how wide, and its mark. */
async function barsOf(
  posts: { readonly keptPart: number; readonly proposedPart: number; readonly part: number },
  distribution: readonly { readonly part: number; readonly runs: number }[],
) {
  const settings = { ...CAREFUL_SETTINGS, firmness: { ...CAREFUL_SETTINGS.firmness, runs: 100 } };
  const outcome = proposeSplit(GIVEN_EVIDENCE, settings, 'whole');
  if (!outcome.ok) throw new Error('The given evidence gives a split.');
  const counties = outcome.value.counties.map((one) =>
    one.county === 'hongta' && one.certainty
      ? { ...one, ...posts, certainty: { ...one.certainty, distribution, runs: 100 } }
      : one,
  );
  const proposal = { ...outcome.value, counties };
  givenServer({});
  const fixture = TestBed.createComponent(HowSure);
  fixture.componentRef.setInput('proposal', proposal);
  fixture.componentRef.setInput('rows', splitRows(GIVEN_QUESTION, proposal));
  fixture.componentRef.setInput('threshold', '0.9');
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  return [...(page.querySelector('tbody tr')?.querySelectorAll<HTMLElement>('.bars li') ?? [])].map((bar) => [
    said(bar.querySelector('.runs')),
    bar.querySelector<HTMLElement>('.fill')?.style.inlineSize ?? '',
    said(bar.querySelector('.mark')).replace('allocations.sure.', ''),
    bar.classList.contains('chosen'),
  ]);
}

describe('the bars of how sure a split is', () => {
  it('show the posts that are kept and those computed even where no simulation came out there, in their order', async () => {
    const bars = await barsOf({ keptPart: 25, proposedPart: 27, part: 25 }, [{ part: 26, runs: 100 }]);
    expect(bars).toEqual([
      ['0', '0%', 'kept', true],
      ['100', '100%', '', false],
      ['0', '0%', 'computed', false],
    ]);
  });

  it('mark one bar with both where they are the same, and do not draw it twice', async () => {
    const bars = await barsOf({ keptPart: 25, proposedPart: 25, part: 25 }, [{ part: 24, runs: 100 }]);
    expect(bars).toEqual([
      ['100', '100%', '', false],
      ['0', '0%', 'keptAndComputed', true],
    ]);
  });
});
