import { readExplain, readTrail, printExplain, printTrail, type ExplainTarget } from '../api/explain-target';
import { crumbsOf } from './explain-trail';

const total: ExplainTarget = { kind: 'score', run: 'r', county: 'hongta' };
const leaf: ExplainTarget = { kind: 'score', run: 'r', county: 'hongta', leaf: 'onPostRate' };
const sheet: ExplainTarget = { kind: 'inspection', county: 'hongta', month: '2025-03' };
const part: ExplainTarget = { kind: 'part', run: 'a', county: 'hongta' };

describe('the explain drawer’s address', () => {
  it('is read back as it was printed, for every kind of target', () => {
    for (const target of [total, leaf, sheet, part])
      expect(readExplain(printExplain(target))).toEqual(target);
    expect(readTrail(printTrail([part, total]))).toEqual([part, total]);
  });

  it('gives null where it was cut off or misspelt', () => {
    for (const text of [
      '',
      'score',
      'score:r',
      'scores:r:hongta',
      'part:a:hongta:x',
      'inspection:hongta:2025-13',
      'score:r:h:l:more',
      null,
    ]) {
      expect(readExplain(text)).toBeNull();
    }
  });
});

describe('the way shown above a target', () => {
  it('leads from a leaf to its total, though the reader came straight to the leaf', () => {
    expect(crumbsOf(leaf, []).map((crumb) => crumb.target)).toEqual([total, leaf]);
  });

  it('goes down from a part over its score to the sheet, each step knowing the steps before it', () => {
    const crumbs = crumbsOf(sheet, [part, total, leaf]);
    expect(crumbs.map((crumb) => crumb.target)).toEqual([part, total, leaf, sheet]);
    expect(crumbs.at(2)?.trail).toEqual([part, total]);
  });

  it('does not grow when the reader goes in a circle: a sheet leads back to the leaf it moved', () => {
    expect(crumbsOf(leaf, [total, leaf, sheet]).map((crumb) => crumb.target)).toEqual([total, leaf]);
  });
});
