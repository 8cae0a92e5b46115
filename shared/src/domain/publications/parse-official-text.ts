import { bilingual } from '../bilingual';
import { fen, sumFen } from '../money/fen';
import { printYuan } from '../money/print-money';
import { accepted, type Outcome, refused, refusal } from '../refusal';
import type { Regions } from '../regions/dated-names';
import { headingName, readTitle, splitAtHeadings, type SplitText } from './headings';
import {
  HEADING_ORDINALS,
  type HeadingOrdinal,
  type OfficialProgram,
  type OfficialText,
  type StatedAmount,
  type TextSection,
} from './official-text';
import { type OwnerReader, ownerReader } from './owners';
import { type Passage, passageOf, sectionOf, sentencesOf } from './passage';
import { readPolicyBases } from './policy-bases';
import { LATER_HEADINGS, type Project, projectName, readProjects, splitAtProjects } from './projects';
import { notePosts, postMoneyOf, readPostFacts } from './prose-figures';
import { readArrangement } from './read-arrangement';
import { amountAsRead, noteConversion, readAmounts } from './read-amounts';
import { readSourceLines, type SourceText } from './source-lines';
import { noProblems, noteLine, refuseLine, sortedRefusals, type TextProblems } from './text-problems';

/** The longest text that is read, in UTF-16 units. The published ones have about 3,000. */
export const LONGEST_OFFICIAL_TEXT = 1_048_576;

/**
 * Reads an official budget text (预算重点领域财政项目文本公开): headings 一 to 八, with （一）（二） where there are
 * several projects. Yields its programs with policy bases, implementing units, county amounts in fen, plans and
 * results, each figure with the sentence it came from, and notes on what was mapped, converted or left aside.
 *
 * Refusals, at most twenty in the order of the lines, name the line (pointer /lines/N, N counted from 1) and both
 * figures where two disagree. Nothing is guessed: the amounts of a project must sum, to the fen, to the total stated
 * in 六, else in 四, else in 二; where none is stated a note says so. Time is linear in the length of the text.
 *
 * Example: "红塔区司法局30.00万元" is 30,000,000 fen of hongta, with a note of the conversion.
 */
export function parseOfficialText(text: string, regions: Regions): Outcome<OfficialText> {
  const unreadable = refuseUnreadable(text);
  if (unreadable) return refused([unreadable]);
  const problems = noProblems();
  const source = readSourceLines(text);
  noteJunk(source, problems);
  const split = splitAtHeadings(source.lines, problems);
  const title = readTitle(split.preamble, problems);
  const first = split.sections.get('一');
  const projects = first ? readProjects(first, problems) : [];
  const programs = readPrograms({ split, projects, year: title?.year ?? 0, regions }, problems);
  if (problems.refusals.length > 0) return refused(sortedRefusals(problems));
  if (!title) throw new RangeError('A text without a title has been let through.');
  return accepted({
    title: title.title,
    titleLine: title.line,
    year: title.year,
    programs,
    notes: [...problems.notes].sort((a, b) => a.line - b.line),
  });
}

function refuseUnreadable(text: string) {
  if (text.length > LONGEST_OFFICIAL_TEXT) {
    return refusal(
      '',
      `文本过长：${text.length}字，上限${LONGEST_OFFICIAL_TEXT}字。请确认所选文件是预算重点领域财政项目文本。`,
      `The text is too long: ${text.length} characters, the limit is ${LONGEST_OFFICIAL_TEXT}. Check that the file is an official budget text.`,
    );
  }
  if (text.trim() === '') {
    return refusal(
      '/lines/1',
      '第1行：文本是空的。请选择有内容的文件。',
      'Line 1: the text is empty. Choose a file that has text.',
    );
  }
  const broken = text.indexOf('\ufffd');
  if (broken < 0) return null;
  const line = text.slice(0, broken).split(/\r\n|\n|\r/).length;
  return refusal(
    `/lines/${line}`,
    `第${line}行：有无法识别的字符（U+FFFD），文件可能不是按UTF-8读取的。请另存为UTF-8编码后重新提交。`,
    `Line ${line}: there is a replacement character (U+FFFD); the file was probably not read as UTF-8. Save it as UTF-8 and submit it again.`,
  );
}

function noteJunk({ junk }: SourceText, problems: TextProblems): void {
  for (const { token, line, count } of junk) {
    noteLine(
      problems,
      'junk',
      line,
      bilingual(
        `编辑软件留下的“${token}”已忽略${count > 1 ? `，全文共${count}处` : ''}。`,
        `"${token}", left by an editor, was ignored${count > 1 ? ` (${count} times in all)` : ''}.`,
      ),
    );
  }
}

interface ProgramsSource {
  readonly split: SplitText;
  readonly projects: readonly Project[];
  readonly year: number;
  readonly regions: Regions;
}

type Passages = ReadonlyMap<HeadingOrdinal, Passage>;

function readPrograms(
  { split, projects, year, regions }: ProgramsSource,
  problems: TextProblems,
): readonly OfficialProgram[] {
  const owners = ownerReader(regions);
  const passages = projects.map(() => new Map<HeadingOrdinal, Passage>());
  let grandTotal: StatedAmount | null = null;
  for (const ordinal of projects.length === 0 ? [] : LATER_HEADINGS) {
    const section = split.sections.get(ordinal);
    if (!section) continue;
    const parts = splitAtProjects(section, projects, problems);
    for (const [index, passage] of parts.passages.entries())
      if (passage) passages[index]?.set(ordinal, passage);
    if (ordinal === '六') grandTotal = readShared(parts.shared, owners, problems);
  }
  const programs = projects.flatMap((project, index) => {
    const own = passages[index] ?? new Map<HeadingOrdinal, Passage>();
    return readProgram({ project, passages: own, year, regions, owners }, problems) ?? [];
  });
  if (grandTotal && programs.length === projects.length) checkGrandTotal(grandTotal, programs, problems);
  return programs;
}

/**
 * With several projects, what stands above （一） of 六 belongs to none of them: a county's amount there is refused,
 * a total is that of all projects.
 */
function readShared(shared: Passage, owners: OwnerReader, problems: TextProblems): StatedAmount | null {
  const { amounts, total } = readAmounts(shared, owners, problems);
  const heading = headingName('六');
  for (const amount of amounts) {
    refuseLine(problems, amount.line, {
      zh: `“${amount.clause.slice(0, 80)}”写在“${heading}”的（一）之前，无法确定属于哪个项目。请移到所属项目之下。`,
      en: `"${amount.clause.slice(0, 80)}" stands above （一） of "${heading}" and belongs to no project. Move it below its project.`,
    });
  }
  return total;
}

function checkGrandTotal(
  total: StatedAmount,
  programs: readonly OfficialProgram[],
  problems: TextProblems,
): void {
  noteConversion(total, problems);
  const sum = sumFen(programs.map(({ arrangement }) => arrangement.sum));
  if (sum === total.fen) return;
  const difference = fen(Math.abs(sum - total.fen));
  const more = sum > total.fen;
  refuseLine(problems, total.line, {
    zh: `各项目金额合计${printYuan(sum)}元，本行写明总额${amountAsRead(total)}，合计${more ? '多' : '少'}${printYuan(difference)}元。请核对原文。`,
    en: `the projects sum to ${printYuan(sum)} 元, but this line states a total of ${amountAsRead(total)}: the sum is ${printYuan(difference)} 元 too ${more ? 'large' : 'small'}. Check the original.`,
  });
}

interface ProgramSource {
  readonly project: Project;
  readonly passages: Passages;
  readonly year: number;
  readonly regions: Regions;
  readonly owners: OwnerReader;
}

/** Null when a heading is absent, which has been refused; its money is read all the same, to find every error. */
function readProgram(source: ProgramSource, problems: TextProblems): OfficialProgram | null {
  const { project, passages } = source;
  const two = passages.get('二') ?? null;
  const six = passages.get('六');
  const arrangement = six
    ? readArrangement({ ...source, passages: { six, four: passages.get('四') ?? null, two } }, problems)
    : null;
  const policyBases = two ? readPolicyBases(two) : [];
  if (two && policyBases.length === 0) {
    noteLine(problems, 'noBasis', sectionOf(two).firstLine, {
      zh: `项目“${projectName(project)}”的“${headingName('二')}”中没有读到文件名称或文号。`,
      en: `no document title or number was found in "${headingName('二')}" of "${projectName(project)}".`,
    });
  }
  const three = passages.get('三');
  if (!arrangement || !three || LATER_HEADINGS.some((ordinal) => !passages.has(ordinal))) return null;
  const facts = project.programId === 'assistants' ? readPostFacts([...passages.values()]) : [];
  const postMoney = postMoneyOf(facts, arrangement.statedTotal?.fen ?? arrangement.sum);
  const line = arrangement.amounts[0]?.line ?? project.line;
  notePosts(facts, postMoney, { sum: arrangement.sum, line }, problems);
  const sections = sectionsOf(project, passages);
  return {
    ordinal: project.ordinal,
    name: project.name,
    programId: project.programId,
    policyBases,
    implementingUnits: sentencesOf(three),
    overview: sections.四,
    content: sections.五,
    arrangement,
    plan: sections.七,
    results: sections.八,
    sections,
    postFacts: facts,
    postMoney,
  };
}

function sectionsOf(project: Project, passages: Passages): Record<HeadingOrdinal, TextSection> {
  const name: TextSection = { text: project.name, firstLine: project.line, lastLine: project.line };
  const sections = HEADING_ORDINALS.map((ordinal) => {
    const passage = passages.get(ordinal) ?? passageOf(ordinal, []);
    return [ordinal, ordinal === '一' ? name : sectionOf(passage)] as const;
  });
  return Object.fromEntries(sections) as Record<HeadingOrdinal, TextSection>;
}
