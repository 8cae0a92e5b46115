import { bilingual, type Bilingual } from '../../bilingual';
import { fen, type Fen } from '../../money/fen';
import { amountInWords } from '../../money/print-money';

/** Where a split comes from, the weightiest first: what was published, what was decided here, what was loaded. */
export const SPLIT_SOURCES = ['officialText', 'decision', 'table'] as const;
export type SplitSourceKind = (typeof SPLIT_SOURCES)[number];

/** What a source is called in a sentence. */
export const SOURCE_WORDS: Readonly<Record<SplitSourceKind, Bilingual>> = {
  officialText: bilingual('公布的文本', 'the published text'),
  decision: bilingual('已定案的分配', 'the decided split'),
  table: bilingual('往年分配表', 'the table of past splits'),
};

/** The split of one year as one source says it. */
export interface YearSplit {
  readonly year: number;
  readonly kind: SplitSourceKind;
  /** Each county once. */
  readonly counties: readonly {
    readonly county: string;
    readonly posts: number | null;
    readonly fen: number;
  }[];
}

/** Posts of all counties; null where one of them does not say its own. */
export const postsOf = ({ counties }: Pick<YearSplit, 'counties'>): number | null =>
  counties.reduce<number | null>(
    (sum, { posts }) => (sum === null || posts === null ? null : sum + posts),
    0,
  );

/** Money of all counties, in 分. */
export const fenOf = ({ counties }: Pick<YearSplit, 'counties'>): Fen =>
  fen(counties.reduce((sum, one) => sum + BigInt(one.fen), 0n));

/**
 * One split a year, ascending: where several sources say a year, the published text before the decision before the
 * table; of two of one kind the first given. `others` are those that stand back.
 */
export function splitsOfYears<Split extends YearSplit>(
  splits: readonly Split[],
): { readonly years: readonly Split[]; readonly others: readonly Split[] } {
  const ordered = [...splits].sort(
    (a, b) => a.year - b.year || SPLIT_SOURCES.indexOf(a.kind) - SPLIT_SOURCES.indexOf(b.kind),
  );
  const isFirst = (one: Split, place: number): boolean => ordered[place - 1]?.year !== one.year;
  return { years: ordered.filter(isFirst), others: ordered.filter((one, place) => !isFirst(one, place)) };
}

const signed = (change: number): string => (change > 0 ? `多${change}` : `少${-change}`);

function countyDifference(
  before: YearSplit['counties'][number] | undefined,
  after: YearSplit['counties'][number] | undefined,
  name: string,
): Bilingual | null {
  if (!before || !after) {
    return before || after
      ? bilingual(
          `${name}只见于${after ? '前者' : '后者'}`,
          `${name} stands in ${after ? 'the former' : 'the latter'} only`,
        )
      : null;
  }
  const posts = before.posts === null || after.posts === null ? 0 : after.posts - before.posts;
  const amount = after.fen - before.fen;
  if (posts === 0 && amount === 0) return null;
  const size = amountInWords(fen(Math.abs(amount)));
  const inPosts = posts === 0 ? [] : [`${signed(posts)}个名额`];
  const inMoney = amount === 0 ? [] : [`${amount > 0 ? '多' : '少'}${size.zh}`];
  const english = [
    ...(posts === 0
      ? []
      : [`${Math.abs(posts)} ${Math.abs(posts) === 1 ? 'post' : 'posts'} ${posts > 0 ? 'more' : 'fewer'}`]),
    ...(amount === 0 ? [] : [`${size.en} ${amount > 0 ? 'more' : 'less'}`]),
  ];
  return bilingual(`${name}${[...inPosts, ...inMoney].join('、')}`, `${name} ${english.join(', ')}`);
}

/**
 * By how much another source differs from the one that counts, in a sentence; null where they agree. The counted one
 * is “前者”: what it has more or less is said. Posts are compared where both sources state them.
 * Example: "2022年公布的文本与往年分配表不一致，以前者为准：前者红塔区多1个名额、多1.20 万元。"
 */
export function sourceDifference(
  counted: YearSplit,
  other: YearSplit,
  nameOf: (county: string) => string,
): Bilingual | null {
  const ids = [...new Set([...counted.counties, ...other.counties].map(({ county }) => county))];
  const differences = ids.flatMap((id) => {
    const of = (split: YearSplit) => split.counties.find(({ county }) => county === id);
    return countyDifference(of(other), of(counted), nameOf(id)) ?? [];
  });
  if (differences.length === 0) return null;
  const [first, second] = [SOURCE_WORDS[counted.kind], SOURCE_WORDS[other.kind]];
  return bilingual(
    `${counted.year}年${first.zh}与${second.zh}不一致，以前者为准。前者比后者：${differences.map(({ zh }) => zh).join('；')}。`,
    `${counted.year}: ${first.en} and ${second.en} differ, and the former counts. The former against the latter: ${differences.map(({ en }) => en).join('; ')}.`,
  );
}
