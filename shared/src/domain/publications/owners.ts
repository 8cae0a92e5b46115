import { type County, countyIdsByName, type Regions } from '../regions/dated-names';

/** Whose money an amount is, by the words before it. */
export type Owner =
  | { readonly kind: 'county'; readonly county: County; readonly name: string }
  /** Written like a county, but none of this city's; or the city itself. */
  | { readonly kind: 'unknownCounty'; readonly name: string }
  /** The sum of all; `strong` words (合计) say so even right behind a county's name, weak ones (资金) do not. */
  | { readonly kind: 'total'; readonly strong: boolean }
  /** For each post or person: no part of any sum. */
  | { readonly kind: 'rate' }
  /** No words of its own, or only filling ones: it belongs to the county named just before. */
  | { readonly kind: 'unnamed' }
  | { readonly kind: 'other' };

export interface OwnerReader {
  /** Whose the amount behind these words is. */
  read(label: string): Owner;
  /** The names that are known, for messages: official ones of all times and customary ones. */
  readonly names: readonly string[];
}

const FILLING =
  '(?:司法局|财政局|安排|补助|补贴|下达|分配|拨付|核定|名额|资金|经费|金额|项目|专项|人民币|全年|年度|为|是|共|计|[-—–=￥¥"“”]|\\d+[名人个件年])*';
const ONLY_FILLING = new RegExp(`^${FILLING}$`);
const LEAD_IN =
  /^(?:[.\-—–“"]|其中|分别为|分别是|具体为|具体是|包括|安排|下达|拨付|分配|以及|另|和|及|与|给|向)/;
const RATE = /每|人均|件均|标准/;
const PART = /中央|省级|上级|本级|县级|自筹|配套|结转|预留|第.批/;
const STRONG_TOTAL =
  /(?:合计|总计|共计|小计|总额|总量|总投入|总金额|总资金|共|全市|全市安排)(?:为|是|达|需|约|人民币|安排|下达|投入|资金|经费|[￥¥])*$/;
const WEAK_TOTAL = /(?:安排|资金|经费|金额)(?:为|是|达|人民币|[￥¥])*$/;
const UNKNOWN_COUNTY = new RegExp(`^([\\u4e00-\\u9fff]{1,14}?(?:自治县|县|市|区))${FILLING}$`);
const GENERIC = /^(?:[各全本我该级]|以上|[一二三四五六七八九十]+个?)*[省市县区]+$/;

/** True where the words say that this is the sum of all: "全年共计", "合计". */
export const saysTotal = (label: string): boolean =>
  STRONG_TOTAL.test(label) && !RATE.test(label) && !PART.test(label);

/** Reads owners for the counties of one city. Prepared once, because every amount of a text asks. */
export function ownerReader(regions: Regions): OwnerReader {
  const ids = countyIdsByName(regions.counties);
  const names = [...ids.keys()].sort((a, b) => b.length - a.length);
  const countyAt = (words: string): Owner | null => {
    const name = names.find((one) => words.startsWith(one) && ONLY_FILLING.test(words.slice(one.length)));
    const county = name && regions.counties.find(({ id }) => id === ids.get(name));
    return name && county ? { kind: 'county', county, name } : null;
  };
  const read = (label: string): Owner => {
    let words = label.replace(/负$/, '');
    let parentNamed = '';
    for (;;) {
      const found = countyAt(words);
      if (found) return found;
      const parent = [regions.province.name, regions.city.name].find((name) => words.startsWith(name));
      const lead = parent ?? LEAD_IN.exec(words)?.[0];
      if (lead === undefined || lead === words) break;
      parentNamed = parent ?? parentNamed;
      words = words.slice(lead.length);
    }
    if (RATE.test(label)) return { kind: 'rate' };
    if (!PART.test(label) && STRONG_TOTAL.test(label)) return { kind: 'total', strong: true };
    if (!PART.test(label) && WEAK_TOTAL.test(label)) return { kind: 'total', strong: false };
    if (ONLY_FILLING.test(words)) {
      return parentNamed === '' ? { kind: 'unnamed' } : { kind: 'unknownCounty', name: parentNamed };
    }
    const unknown = UNKNOWN_COUNTY.exec(words)?.[1];
    return unknown !== undefined && !GENERIC.test(unknown)
      ? { kind: 'unknownCounty', name: unknown }
      : { kind: 'other' };
  };
  const known = regions.counties.flatMap(({ aliases, history }) => [
    ...new Set([...history.map(({ name }) => name), ...aliases]),
  ]);
  return { read, names: known };
}
