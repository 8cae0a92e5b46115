import { bilingual } from '../bilingual';
import { HEADING_ORDINALS, type HeadingOrdinal } from './official-text';
import type { PassageLine } from './passage';
import { type SourceLine, withoutJunk } from './source-lines';
import { noteLine, refuseLine, type TextProblems } from './text-problems';

/** The title of each heading in the official form, and the shorter forms that are taken for it. */
const TITLES: Record<HeadingOrdinal, { readonly title: string; readonly pattern: RegExp }> = {
  一: { title: '项目名称', pattern: /^项目名称$/ },
  二: { title: '立项依据', pattern: /^(?:项目)?立项依据$/ },
  三: { title: '项目实施单位', pattern: /^(?:项目)?实施单位$/ },
  四: { title: '项目基本概况', pattern: /^(?:项目)?(?:基本)?概况$/ },
  五: { title: '项目实施内容', pattern: /^(?:项目)?实施内容$/ },
  六: { title: '资金安排情况', pattern: /^(?:项目)?(?:资金|经费|预算)安排(?:情况)?$/ },
  七: { title: '项目实施计划', pattern: /^(?:项目)?实施计划$/ },
  八: { title: '项目实施成效', pattern: /^(?:项目)?(?:实施)?(?:成效|效果)$/ },
};

/** "六、资金安排情况": how a heading is named in messages. */
export const headingName = (ordinal: HeadingOrdinal): string => `${ordinal}、${TITLES[ordinal].title}`;

export interface Section {
  readonly ordinal: HeadingOrdinal;
  readonly headingLine: number;
  readonly lines: readonly PassageLine[];
  /** The next heading is missing, so that its words run on into these lines. */
  readonly runsOn: boolean;
}

interface FoundHeading {
  readonly ordinal: HeadingOrdinal;
  readonly line: SourceLine;
  /** Index of the line. */
  readonly at: number;
  /** Where the text begins that follows the heading on its own line; the scan's length when none does. */
  readonly bodyFrom: number;
}

export interface SplitText {
  readonly preamble: readonly SourceLine[];
  /** The first of each heading that the text has. */
  readonly sections: ReadonlyMap<HeadingOrdinal, Section>;
}

const HEADING_LINE = /^([一二三四五六七八九十]{1,2})([、,.:]?)([^、,.:。;]{2,12})(?=$|[:。;])/;

/** Lines that look like headings, those with a known title apart from those without. */
function findHeadings(lines: readonly SourceLine[], problems: TextProblems) {
  const found: FoundHeading[] = [];
  const others: { readonly ordinal: string; readonly line: SourceLine; readonly at: number }[] = [];
  for (const [at, line] of lines.entries()) {
    const match = HEADING_LINE.exec(line.scan);
    if (!match) continue;
    const [whole, printedOrdinal = '', mark = '', title = ''] = match;
    const ordinal = HEADING_ORDINALS.find((one) => TITLES[one].pattern.test(title));
    if (ordinal === undefined) {
      others.push({ ordinal: printedOrdinal, line, at });
      continue;
    }
    if (ordinal !== printedOrdinal) refuseOrdinal(line, ordinal, problems);
    else if (title !== TITLES[ordinal].title || mark !== '、') {
      noteLine(problems, 'heading', line.number, {
        zh: `“${whole}”按标题“${headingName(ordinal)}”读取。`,
        en: `"${whole}" is read as the heading "${headingName(ordinal)}".`,
      });
    }
    found.push({ ordinal, line, at, bodyFrom: Math.min(whole.length + 1, line.scan.length) });
  }
  return { found, others };
}

function refuseOrdinal(line: SourceLine, ordinal: HeadingOrdinal, problems: TextProblems): void {
  refuseLine(problems, line.number, {
    zh: `标题“${line.scan.slice(0, 20)}”的编号与标题文字不一致，应为“${headingName(ordinal)}”。请更正编号。`,
    en: `the heading "${line.scan.slice(0, 20)}" has the wrong number; it should read "${headingName(ordinal)}".`,
  });
}

function refuseTwiceAndDisorder(found: readonly FoundHeading[], problems: TextProblems): void {
  const first = new Map<HeadingOrdinal, FoundHeading>();
  let highest: FoundHeading | null = null;
  for (const heading of found) {
    const earlier = first.get(heading.ordinal);
    const name = headingName(heading.ordinal);
    if (earlier) {
      refuseLine(problems, heading.line.number, {
        zh: `标题“${name}”重复，第${earlier.line.number}行已有同一标题。请只保留一处。`,
        en: `the heading "${name}" stands twice, first on line ${earlier.line.number}. Keep one of them.`,
      });
      continue;
    }
    first.set(heading.ordinal, heading);
    if (highest && HEADING_ORDINALS.indexOf(heading.ordinal) < HEADING_ORDINALS.indexOf(highest.ordinal)) {
      const before = headingName(highest.ordinal);
      refuseLine(problems, heading.line.number, {
        zh: `标题“${name}”次序不对，排在了第${highest.line.number}行“${before}”之后。请按一至八的次序排列。`,
        en: `the heading "${name}" is out of order: it stands after "${before}" of line ${highest.line.number}. Put the headings in the order 一 to 八.`,
      });
    } else highest = heading;
  }
}

/** Returns the indices of the lines that stand in the place of a missing heading: a section ends there too. */
function refuseMissing(
  lines: readonly SourceLine[],
  { found, others }: ReturnType<typeof findHeadings>,
  problems: TextProblems,
): readonly number[] {
  const standIns: number[] = [];
  for (const [index, ordinal] of HEADING_ORDINALS.entries()) {
    if (found.some((one) => one.ordinal === ordinal)) continue;
    const after = found.find((one) => HEADING_ORDINALS.indexOf(one.ordinal) > index);
    const like = others.find((one) => one.ordinal === ordinal);
    if (like) standIns.push(like.at);
    const line = like?.line.number ?? after?.line.number ?? lines.length;
    const name = headingName(ordinal);
    const read = like ? like.line.scan.slice(0, 20) : '';
    refuseLine(problems, line, {
      zh: like
        ? `缺少标题“${name}”，此处写的是“${read}”。请按规定的标题填写。`
        : `缺少标题“${name}”，应当写在本行之${after ? '前' : '后'}。请补上该标题及其内容。`,
      en: like
        ? `the heading "${name}" is missing; here stands "${read}". Use the official heading.`
        : `the heading "${name}" is missing; it should stand ${after ? 'before' : 'after'} this line. Add it with its text.`,
    });
  }
  return standIns;
}

/**
 * Splits a text at its headings 一 to 八. A heading that is missing, twice, out of order or wrongly numbered is
 * refused with its name and line; the sections that can be told apart are returned all the same, so that one
 * reading finds the errors inside them too.
 */
export function splitAtHeadings(lines: readonly SourceLine[], problems: TextProblems): SplitText {
  const headings = findHeadings(lines, problems);
  const { found } = headings;
  refuseTwiceAndDisorder(found, problems);
  const standIns = refuseMissing(lines, headings, problems);
  const sections = new Map<HeadingOrdinal, Section>();
  for (const [index, heading] of found.entries()) {
    if (sections.has(heading.ordinal)) continue;
    const end = Math.min(found[index + 1]?.at ?? lines.length, ...standIns.filter((at) => at > heading.at));
    const body = lines.slice(heading.at + 1, end).map((line) => ({ line, from: 0 }));
    const next = HEADING_ORDINALS[HEADING_ORDINALS.indexOf(heading.ordinal) + 1];
    const own = { line: heading.line, from: heading.bodyFrom };
    sections.set(heading.ordinal, {
      ordinal: heading.ordinal,
      headingLine: heading.line.number,
      lines: heading.bodyFrom < heading.line.scan.length ? [own, ...body] : body,
      runsOn: next !== undefined && found.every((one) => one.ordinal !== next),
    });
  }
  return { preamble: lines.slice(0, found[0]?.at), sections };
}

export interface TitleOfText {
  readonly title: string;
  readonly line: number;
  readonly year: number;
}

/** The first line above 一 that names a year ("2025年"); none, or two different years, is refused. */
export function readTitle(preamble: readonly SourceLine[], problems: TextProblems): TitleOfText | null {
  const written = preamble.filter((line) => line.scan !== '');
  for (const line of written) {
    const years = [...new Set([...line.scan.matchAll(/(?<!\d)(20\d{2})年/g)].map((match) => match[1] ?? ''))];
    if (years.length > 1) {
      const [one = '', two = ''] = years;
      refuseLine(problems, line.number, {
        zh: `标题中有两个年份（${one}年、${two}年），无法确定是哪一年的文本。请只保留文本所属年份。`,
        en: `the title names two years (${one} and ${two}). Keep the year that the text belongs to.`,
      });
      return null;
    }
    if (years[0] !== undefined)
      return { title: withoutJunk(line.raw), line: line.number, year: Number(years[0]) };
  }
  refuseLine(
    problems,
    written[0]?.number ?? 1,
    bilingual(
      '没有读到带年份的标题，例如“玉溪市司法局2025年预算重点领域财政项目文本公开”。请在“一、项目名称”之前补上标题。',
      'no title with a year was found, such as "玉溪市司法局2025年预算重点领域财政项目文本公开". Add it above 一、项目名称.',
    ),
  );
  return null;
}
