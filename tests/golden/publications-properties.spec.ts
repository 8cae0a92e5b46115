import fc from 'fast-check';
import { printUnits } from '@yuheng/shared/domain/numbers/rational';
import { accept, edited, parse, programOf, publishedText, regionsFile } from './publications-texts';

const JUNK = '[bookmark: _GoBack]';
const of2022 = publishedText(2022).replace(JUNK, '');
const of2025 = publishedText(2025).replace(JUNK, '');

/** County → fen of every project: what no rearrangement of the text may change. */
const figures = (text: string): Record<string, number>[] =>
  accept(text).programs.map(({ arrangement }) => ({
    ...Object.fromEntries(arrangement.amounts.map(({ countyId, fen }) => [countyId, fen])),
    total: arrangement.statedTotal?.fen ?? 0,
  }));

const COUNTY = /[\u4e00-\u9fff]{2,4}[县市区]司法局[\d,.]+万?元/g;
const LIST = new RegExp(`${COUNTY.source}(?:、${COUNTY.source})+`, 'g');

/** 180,000.00 as printed in one of the ways that officials print money. */
function money(fen: number, way: number): string {
  if (way === 0) return `${printUnits(BigInt(fen), 6).replace(/(\.\d\d)0+$/, '$1')}万元`;
  const [whole = '', part = ''] = printUnits(BigInt(fen), 2).split('.');
  const yuan = way === 1 ? `${whole}.${part}` : `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${part}`;
  const wide = (text: string): string =>
    text.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));
  return way === 3 ? `${wide(yuan)}元` : `${yuan}元`;
}

describe('what does not change the amounts', () => {
  test('the order of the counties', () => {
    for (const text of [of2022, of2025]) {
      const lists = text.match(LIST) ?? [];
      expect(lists).toHaveLength(text === of2022 ? 1 : 2);
      const orders = fc.tuple(
        ...lists.map((list) => {
          const items = list.split('、');
          return fc.shuffledSubarray(items, { minLength: items.length });
        }),
      );
      fc.assert(
        fc.property(orders, (shuffled) => {
          let next = 0;
          expect(figures(text.replace(LIST, () => shuffled[next++]?.join('、') ?? ''))).toEqual(
            figures(text),
          );
        }),
        { numRuns: 100 },
      );
    }
  });

  test('editor junk anywhere, also inside numbers; spaces outside numbers; blank lines', () => {
    const noise = fc.record({
      at: fc.nat(),
      what: fc.constantFrom(
        JUNK,
        '\u200b',
        '<!-- x -->',
        '</span>',
        ' ',
        '\u00a0\u00a0',
        '\u3000',
        '\t',
        '\n',
      ),
    });
    for (const text of [of2022, of2025]) {
      const expected = figures(text);
      fc.assert(
        fc.property(fc.array(noise, { minLength: 1, maxLength: 60 }), (noises) => {
          const insertions = new Map<number, string>();
          for (const { at: anywhere, what } of noises) {
            let at = anywhere % text.length;
            const space = what.trim() === '' && what !== '\u200b';
            if (what === '\n') at = text.indexOf('\n', at) < 0 ? 0 : text.indexOf('\n', at);
            else if (space && /[\d.,]{2}/.test(text.slice(at - 1, at + 1))) continue;
            insertions.set(at, what);
          }
          const parts = [...text].map((character, at) => (insertions.get(at) ?? '') + character);
          expect(figures(parts.join(''))).toEqual(expected);
        }),
        { numRuns: 150 },
      );
    }
  });

  test('the unit, the thousands separators and the width of the digits', () => {
    const ways = fc.array(fc.nat({ max: 3 }), { minLength: 30, maxLength: 30 });
    fc.assert(
      fc.property(ways, (chosen) => {
        let next = 0;
        const text = of2025.replace(/([\d,]+)\.00元/g, (_, whole: string) =>
          money(Number(whole.replaceAll(',', '')) * 100, chosen[next++] ?? 0),
        );
        expect(figures(text)).toEqual(figures(of2025));
      }),
      { numRuns: 200 },
    );
  });

  test.each(['\r\n', '\r'])('line ends %j: lines are counted the same', (end) => {
    const { notes: _notes, ...expected } = accept(of2025);
    const { notes: _others, ...read } = accept(of2025.replaceAll('\n', end));
    expect(read).toEqual(expected);
  });

  test('which of its names a county is printed with', () => {
    const names = fc.tuple(
      ...regionsFile.counties.map(({ aliases, history, shortName }) =>
        fc.constantFrom(...aliases, ...history.map(({ name }) => name), shortName),
      ),
    );
    fc.assert(
      fc.property(names, fc.boolean(), (chosen, bureau) => {
        const list = chosen.map((name) => `${name}${bureau ? '司法局' : ''}20万元`).join('、');
        const text = of2022.replace(LIST, list);
        const { amounts } = programOf(accept(text), 'assistants').arrangement;
        expect(amounts.map(({ countyId }) => countyId)).toEqual(regionsFile.counties.map(({ id }) => id));
      }),
      { numRuns: 200 },
    );
  });
});

describe('what is always exact', () => {
  const parts = fc.array(fc.integer({ min: 0, max: 999_999_999_99 }), { minLength: 9, maxLength: 9 });

  test('any nine amounts in any unit are read to the fen and sum to their total', () => {
    fc.assert(
      fc.property(parts, fc.array(fc.nat({ max: 3 }), { minLength: 10, maxLength: 10 }), (fens, ways) => {
        const sum = fens.reduce((total, one) => total + one, 0);
        const list = regionsFile.counties.map(
          ({ aliases }, index) => `${aliases[0]}司法局${money(fens[index] ?? 0, ways[index] ?? 0)}`,
        );
        const text = of2022.replace(LIST, `共安排资金${money(sum, ways[9] ?? 0)}，其中：${list.join('、')}`);
        const { arrangement } = programOf(accept(text), 'assistants');
        expect(arrangement.amounts.map(({ fen }) => fen)).toEqual(fens);
        expect(arrangement.statedTotal?.fen).toBe(sum);
      }),
      { numRuns: 300 },
    );
  });

  test('no amount may be off by as little as one fen', () => {
    fc.assert(
      fc.property(parts, fc.nat({ max: 8 }), fc.integer({ min: 1, max: 1000 }), (fens, which, off) => {
        const sum = fens.reduce((total, one) => total + one, 0);
        const list = regionsFile.counties.map(
          ({ aliases }, index) =>
            `${aliases[0]}${money((fens[index] ?? 0) + (index === which ? off : 0), 2)}`,
        );
        const outcome = parse(of2022.replace(LIST, `合计${money(sum, 2)}，其中：${list.join('、')}`));
        const message = outcome.ok ? '' : outcome.refusals[0]?.detail.zh;
        expect(message).toContain(`合计${money(sum + off, 2)}`);
        expect(message).toContain(`总额${money(sum, 2)}`);
        expect(message).toContain(`多${money(off, 2)}`);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a single wrong digit', () => {
  /** The text before and from the first numeral of the money, and where each digit of a stretch of it stands. */
  function digitsBetween(text: string, from: string, to: string): number[] {
    const start = text.indexOf(from);
    const end = text.indexOf(to, start);
    const stretch = text.slice(start, end);
    return [...stretch.matchAll(/[\d,]+\.\d+(?=万?元)/g)].flatMap((match) =>
      [...match[0]].flatMap((one, index) => (/\d/.test(one) ? [start + match.index + index] : [])),
    );
  }

  function mutations(text: string, places: readonly number[]): string[] {
    return places.flatMap((at) =>
      [...'0123456789']
        .filter((digit) => digit !== text.charAt(at))
        .map((digit) => text.slice(0, at) + digit + text.slice(at + 1)),
    );
  }

  function expectRefused(text: string): void {
    const outcome = parse(text);
    if (outcome.ok) throw new Error('A wrong digit went through.');
    expect(outcome.refusals).toHaveLength(1);
    const { zh = '', en = '' } = outcome.refusals[0]?.detail ?? {};
    const [, sum, total, off] =
      /合计([\d,.]+)元，.*总额([\d,.]+)(?:元|万元).*合计[多少]([\d,.]+)元/.exec(zh) ?? [];
    expect(Number(off?.replaceAll(',', ''))).toBeGreaterThan(0);
    for (const figure of [sum, total, off]) expect(en).toContain(figure ?? 'a figure');
  }

  test('in 六 of 2025, amounts and totals alike, is refused with both figures', () => {
    const places = digitsBetween(of2025, '六、资金安排情况', '七、项目实施计划');
    expect(places).toHaveLength(81 + 73);
    for (const text of mutations(of2025, places)) expectRefused(text);
  });

  test('in 六 of 2022, or in the total of its 四, is refused with both figures', () => {
    const places = digitsBetween(of2022, '六、资金安排情况', '七、项目实施计划');
    expect(places).toHaveLength(36);
    for (const text of mutations(of2022, places)) expectRefused(text);
    const four = of2022.indexOf('四、项目基本概况');
    const total = of2022.indexOf('180.00万元', four);
    for (const text of mutations(
      of2022,
      [0, 1, 2, 4, 5].map((index) => total + index),
    ))
      expectRefused(text);
  });

  test('elsewhere, as in the number of a document, is no matter of sums', () => {
    expect(accept(edited(of2022, '玉司发〔2014〕67号', '玉司发〔2014〕68号')).programs).toHaveLength(1);
  });
});
