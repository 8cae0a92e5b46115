import { bilingual, type Bilingual } from '../../bilingual';
import { fen } from '../../money/fen';
import { amountInWords } from '../../money/print-money';
import { oneSentence, partOfCounties } from '../../sentences/counties-in-words';
import type { SplitBasis } from './split-basis';
import { fenOf, postsOf, type YearSplit } from './splits-of-years';

/** Years that are named one by one; of more, only how many. */
const MOST_NAMED = 6;

const yearsInWords = (years: readonly number[]): Bilingual => {
  const rest = years.slice(0, -1);
  const last = years.at(-1) ?? '';
  return rest.length === 0
    ? bilingual(`${last}年`, String(last))
    : bilingual(`${rest.map((year) => `${year}年`).join('、')}和${last}年`, `${rest.join(', ')} and ${last}`);
};

interface Change {
  readonly from: number;
  readonly to: number;
  readonly counties: number;
  readonly of: number;
  /** Posts that went from one county to another, or came or went; null where a year does not state posts. */
  readonly posts: number | null;
  readonly fen: number;
}

/** What differs between two years; null where no county differs in what both state. */
function changeBetween(before: YearSplit, after: YearSplit): Change | null {
  const ids = [...new Set([...before.counties, ...after.counties].map(({ county }) => county))];
  const inPosts = postsOf(before) !== null && postsOf(after) !== null;
  const pairs = ids.map((id) => {
    const of = ({ counties }: YearSplit) => counties.find(({ county }) => county === id);
    const [old, now] = [of(before), of(after)];
    return { posts: (now?.posts ?? 0) - (old?.posts ?? 0), fen: (now?.fen ?? 0) - (old?.fen ?? 0) };
  });
  const changed = pairs.filter((one) => one.fen !== 0 || (inPosts && one.posts !== 0));
  if (changed.length === 0) return null;
  // What some gained or what others lost, whichever is more: 1 from one county to another is 1, not 2.
  const moved = (key: 'posts' | 'fen'): number =>
    Math.max(
      changed.reduce((sum, one) => sum + Math.max(0, one[key]), 0),
      changed.reduce((sum, one) => sum + Math.max(0, -one[key]), 0),
    );
  return {
    from: before.year,
    to: after.year,
    counties: changed.length,
    of: ids.length,
    posts: inPosts ? moved('posts') : null,
    fen: moved('fen'),
  };
}

function changeInWords({ from, to, counties, of, posts, fen: amount }: Change): Bilingual {
  const part = partOfCounties(counties, of);
  const size = amountInWords(fen(amount));
  return posts === null || posts === 0
    ? bilingual(
        `${from}年到${to}年${part.zh}有变动，共${size.zh}`,
        `from ${from} to ${to} ${part.en} changed, by ${size.en}`,
      )
    : bilingual(
        `${from}年到${to}年${part.zh}有变动，共${posts}个名额`,
        `from ${from} to ${to} ${part.en} changed, by ${posts} ${posts === 1 ? 'post' : 'posts'}`,
      );
}

/** Years between the first and the last of which nothing is known: what is said of the others says nothing of them. */
function unknownYears(years: readonly YearSplit[]): Bilingual[] {
  const known = new Set(years.map(({ year }) => year));
  const [first, last] = [years[0]?.year ?? 0, years.at(-1)?.year ?? 0];
  const missing = Array.from(
    { length: Math.max(0, last - first - 1) },
    (_, place) => first + 1 + place,
  ).filter((year) => !known.has(year));
  if (missing.length === 0) return [];
  const named = yearsInWords(missing);
  return missing.length > MOST_NAMED
    ? [bilingual(`其间有${missing.length}个年度没有载入`, `${missing.length} years between are not loaded`)]
    : [bilingual(`其间${named.zh}没有载入`, `${named.en} ${missing.length === 1 ? 'is' : 'are'} not loaded`)];
}

function sameness(years: readonly YearSplit[]): Bilingual[] {
  const changes = years.flatMap((one, place) => {
    const before = years[place - 1];
    return before ? (changeBetween(before, one) ?? []) : [];
  });
  if (changes.length > 0) {
    const unchanged = years.length - 1 - changes.length;
    return [
      ...(unchanged > 0
        ? [
            bilingual(
              `已知${years.length}个年度的分配，变动过${changes.length}次`,
              `of ${years.length} known years the split changed ${changes.length === 1 ? 'once' : `${changes.length} times`}`,
            ),
          ]
        : []),
      ...changes.map(changeInWords),
    ];
  }
  const named =
    years.length > MOST_NAMED
      ? bilingual(`已知的${years.length}个年度`, `the ${years.length} known years`)
      : yearsInWords(years.map(({ year }) => year));
  const published = years.every(({ kind }) => kind === 'officialText');
  const inPosts = years.every((one) => postsOf(one) !== null);
  return [
    bilingual(
      `${named.zh}${published ? '公布的' : '的'}分配逐${inPosts ? '个名额' : '县金额'}相同`,
      `the ${published ? 'published ' : ''}splits of ${named.en} are the same ${inPosts ? 'to the post' : 'to the fen'} in every county`,
    ),
  ];
}

/**
 * What the known years say together, in one sentence, and nothing that they do not hold: whether they are the same to
 * the post (to the amount where a year states no posts), where they changed and by how much, which years between are
 * not loaded, and the document that every published text rests on.
 * Example: "2022年和2025年公布的分配逐个名额相同；其间2023年和2024年没有载入；所依据的分配可追溯到2014年（玉司发〔2014〕67号）。"
 */
export function splitsInWords(years: readonly YearSplit[], basis: SplitBasis | null): Bilingual {
  const [only] = years;
  if (!only) {
    return bilingual('还没有任何年度的分配数据。', 'No split of any year is known yet.');
  }
  const texts = years.every(({ kind }) => kind === 'officialText');
  const posts = postsOf(only);
  const total = amountInWords(fenOf(only));
  const first =
    years.length > 1
      ? sameness(years)
      : [
          bilingual(
            `只有${only.year}年一个年度的分配，${posts === null ? '' : `${posts}个名额、`}共${total.zh}，无从比较`,
            `only the split of ${only.year} is known, ${posts === null ? '' : `${posts} posts, `}${total.en}: there is nothing to compare it with`,
          ),
        ];
  const rests = basis
    ? [
        bilingual(
          `${texts ? '' : '公布的文本'}所依据的分配可追溯到${basis.year}年（${basis.documentNumber}）`,
          `the split that ${texts ? 'they rest' : 'the published texts rest'} on goes back to ${basis.year} (${basis.documentNumber})`,
        ),
      ]
    : [];
  return oneSentence([...first, ...unknownYears(years), ...rests]);
}
