import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_DUTY_RULES } from '@yuheng/shared/domain/duties/duty-rules';

const text = (year: number): string =>
  readFileSync(join(__dirname, `../../backend/data/official-texts/${year}.txt`), 'utf8');

describe('the bases of duties', () => {
  const bases = DEFAULT_DUTY_RULES.flatMap(({ id, bases: ofRule }) =>
    ofRule.map((basis) => ({ id, ...basis })),
  );

  it.each(bases)('$id quotes the text of $year word for word, from a document of that title', (basis) => {
    expect(text(basis.year)).toContain(basis.quotation);
    expect(text(basis.year)).toContain(basis.document);
  });

  it.each(bases)('$id names a section of the text of $year', ({ year, clause }) => {
    const section = /^([一二三四五六七八]、[^（]+)/.exec(clause)?.[1] ?? 'none';
    expect(text(year)).toContain(section);
  });
});
