import { HEADING_ORDINALS, type OfficialProgram } from '../../publications/official-text';
import { splitBasis } from './split-basis';

const text = (said: string): Pick<OfficialProgram, 'sections'> => ({
  sections: Object.fromEntries(
    HEADING_ORDINALS.map((heading) => [
      heading,
      { text: heading === '五' ? said : '', firstLine: 1, lastLine: 1 },
    ]),
  ) as OfficialProgram['sections'],
});
const SPLIT = '落实《关于名额及人员经费分配的通知》（玉司发〔2014〕67号）';
const LATER = '《2019年名额分配方案》（玉司发〔2019〕3号）';

describe('the document that splits rest on', () => {
  it('is the numbered one on a split that every text names', () => {
    expect(splitBasis([text(SPLIT), text(`制定并下发${SPLIT}`)])).toEqual({
      documentNumber: '玉司发〔2014〕67号',
      year: 2014,
    });
  });

  it('is the earliest of several', () => {
    expect(splitBasis([text(LATER + SPLIT)])?.year).toBe(2014);
  });

  it('is none where one text does not name it, it has no number, or is on something else', () => {
    expect(splitBasis([text(SPLIT), text(LATER)])).toBeNull();
    expect(splitBasis([text('《关于名额分配的通知》')])).toBeNull();
    expect(splitBasis([text('《关于加强工作的意见》（玉发〔2014〕33号）')])).toBeNull();
    expect(splitBasis([])).toBeNull();
  });
});
