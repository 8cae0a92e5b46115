import { HEADING_ORDINALS, type HeadingOrdinal, type ProgramId } from './official-text';
import { headingName, type Section } from './headings';
import { isBlank, type Passage, type PassageLine, passageOf } from './passage';
import { type SourceLine, withoutJunk } from './source-lines';
import { noteLine, refuseLine, type TextProblems } from './text-problems';

/** A project as 一 names it. */
export interface Project {
  /** 1 for （一）. */
  readonly ordinal: number;
  /** False where the only project stands without （一）. */
  readonly numbered: boolean;
  readonly name: string;
  /** The name without punctuation, by which the later headings are matched. */
  readonly key: string;
  readonly programId: ProgramId | null;
  readonly line: number;
}

const ORDINALS = '一二三四五六七八九十';
const SUB_HEADING = /^\(([一二三四五六七八九十]|十[一二三四五六七八九])\)[、.,]?(.+)$/;

const ordinalNumber = (text: string): number =>
  text.length === 1 ? ORDINALS.indexOf(text) + 1 : 10 + ORDINALS.indexOf(text.slice(1)) + 1;
const ordinalName = (ordinal: number): string =>
  `（${ordinal <= 10 ? ORDINALS.charAt(ordinal - 1) : `十${ORDINALS.charAt(ordinal - 11)}`}）`;

/** "“（二）人民调解“一案一补”经费”": how a project is named in messages. */
export const projectName = (project: Project): string =>
  project.numbered ? `${ordinalName(project.ordinal)}${project.name}` : project.name;

/** Quotation marks and brackets differ from heading to heading; characters, letters and digits do not. */
const keyOf = (name: string): string => name.replace(/[^\u4e00-\u9fffA-Za-z0-9]/g, '');

/** Which of the two funds a name means, null for any other project. */
export function programIdOf(name: string): ProgramId | null {
  const key = keyOf(name);
  if (/协勤/.test(key)) return 'assistants';
  return /一案一补/.test(key) || /人民调解.*(?:补贴|补助)/.test(key) ? 'mediation' : null;
}

function projectOf(line: SourceLine, ordinal: number, numbered: boolean): Project {
  const printed = withoutJunk(line.raw);
  const name = (numbered ? printed.replace(/^[（(][^）)]*[）)]\s*[、.．，,]?/, '') : printed)
    .trim()
    .replace(/[。；;]$/, '');
  return { ordinal, numbered, name, key: keyOf(name), programId: programIdOf(name), line: line.number };
}

/** The projects of 一: one line each with （一）（二）, or one line without. */
export function readProjects(section: Section, problems: TextProblems): readonly Project[] {
  const written = section.lines.filter(({ line, from }) => line.scan.length > from);
  const projects: Project[] = [];
  const plain: PassageLine[] = [];
  for (const entry of written) {
    const match = entry.from === 0 ? SUB_HEADING.exec(entry.line.scan) : null;
    if (!match) plain.push(entry);
    else projects.push(projectOf(entry.line, ordinalNumber(match[1] ?? ''), true));
  }
  const only = plain[0];
  if (projects.length === 0 && plain.length === 1 && only) {
    const raw = only.line.raw.slice(only.line.columns[only.from]);
    projects.push(projectOf({ ...only.line, raw }, 1, false));
  } else if (plain.length > 0 && only) {
    refuseLine(problems, only.line.number, {
      zh: `“${headingName('一')}”下有${plain.length}行没有（一）（二）编号，无法确定是否为项目名称。多个项目请逐行编号。`,
      en: `${plain.length} line(s) under "${headingName('一')}" have no number （一）（二）. Number each project on a line of its own.`,
    });
  }
  if (written.length === 0) refuseEmpty(section, problems);
  refuseBadList(projects, problems);
  for (const project of projects) {
    if (project.programId !== null) continue;
    noteLine(problems, 'unknownProject', project.line, {
      zh: `项目“${project.name}”不是本系统管理的两项资金，已读入，不对应任何项目。`,
      en: `the project "${project.name}" is neither of the two funds; it is read and kept without an id.`,
    });
  }
  return projects;
}

function refuseEmpty(section: Section, problems: TextProblems): void {
  const name = headingName(section.ordinal);
  refuseLine(problems, section.headingLine, {
    zh: `标题“${name}”下没有内容。请补充。`,
    en: `nothing stands under the heading "${name}". Add its text.`,
  });
}

function refuseBadList(projects: readonly Project[], problems: TextProblems): void {
  for (const [index, project] of projects.entries()) {
    const same = projects
      .slice(0, index)
      .find(
        (one) => one.key === project.key || (one.programId !== null && one.programId === project.programId),
      );
    if (same) {
      refuseLine(problems, project.line, {
        zh: `项目“${project.name}”与第${same.line}行“${same.name}”是同一项目。请只保留一处。`,
        en: `the project "${project.name}" is the same as "${same.name}" of line ${same.line}. Keep one of them.`,
      });
    }
    if (project.ordinal !== index + 1) {
      refuseLine(problems, project.line, {
        zh: `项目“${projectName(project)}”的编号不连续，应为${ordinalName(index + 1)}。`,
        en: `the project "${projectName(project)}" is out of order; its number should be ${ordinalName(index + 1)}.`,
      });
    }
  }
}

/** The words of each project under one heading, in the order of 一; `shared` stands above the first project. */
export interface SplitSection {
  readonly shared: Passage;
  /** Null where the project is absent, which has been refused. */
  readonly passages: readonly (Passage | null)[];
}

/**
 * Splits a section of one of the headings 二 to 八 at its （一）（二）. A sub-heading is a line that carries a
 * project's name; （一） before anything else is numbering inside the text.
 */
// eslint-disable-next-line complexity -- one pass over the lines; each branch is one way in which a text can be wrong.
export function splitAtProjects(
  section: Section,
  projects: readonly Project[],
  problems: TextProblems,
): SplitSection {
  const chunks = projects.map((): PassageLine[] | null => null);
  const headLines = projects.map(() => 0);
  const shared: PassageLine[] = [];
  let current: PassageLine[] = shared;
  const strangers: SourceLine[] = [];
  for (const entry of section.lines) {
    const match = entry.from === 0 ? SUB_HEADING.exec(entry.line.scan) : null;
    const key = entry.line.scan.length <= 200 ? keyOf(match?.[2] ?? entry.line.scan) : '';
    const index = key === '' ? -1 : projects.findIndex((project) => project.key === key);
    const project = projects[index];
    if (!project) {
      if (match && looksLikeProject(match[2] ?? '')) strangers.push(entry.line);
      current.push(entry);
      continue;
    }
    if (chunks[index] && section.runsOn) break;
    if (chunks[index]) refuseTwice(section, project, [headLines[index] ?? 0, entry.line.number], problems);
    else if (match && ordinalNumber(match[1] ?? '') !== project.ordinal) {
      refuseLine(problems, entry.line.number, {
        zh: `“${entry.line.scan}”的编号与“${headingName('一')}”所列“${projectName(project)}”不一致。请更正编号。`,
        en: `the number of "${entry.line.scan}" differs from "${projectName(project)}" in "${headingName('一')}".`,
      });
    }
    headLines[index] = entry.line.number;
    current = chunks[index] ?? [];
    chunks[index] = current;
  }
  const alone = projects.length === 1 && chunks[0] === null;
  const lists = alone ? [shared] : chunks;
  const passages = lists.map((lines) => (lines ? passageOf(section.ordinal, lines) : null));
  refuseStrangers(section, strangers, problems);
  for (const [index, project] of projects.entries()) {
    const passage = passages[index] ?? null;
    if (passage && !isBlank(passage)) continue;
    refuseAbsent(section, project, passage ? headLines[index] || section.headingLine : null, problems);
  }
  return {
    shared: passageOf(section.ordinal, alone ? [] : shared),
    passages: passages.map((passage) => (passage && !isBlank(passage) ? passage : null)),
  };
}

/** A numbered line that ends as project names do, without being a sentence. */
const looksLikeProject = (text: string): boolean =>
  text.length <= 60 && /(?:经费|资金|项目|补助|补贴)$/.test(text) && !/[,。;:]/.test(text);

function refuseTwice(
  section: Section,
  project: Project,
  [first, second]: readonly [number, number],
  problems: TextProblems,
): void {
  const heading = headingName(section.ordinal);
  refuseLine(problems, second, {
    zh: `“${heading}”下项目“${projectName(project)}”重复，第${first}行已有。请只保留一处。`,
    en: `under "${heading}" the project "${projectName(project)}" stands twice, first on line ${first}. Keep one of them.`,
  });
}

function refuseStrangers(section: Section, strangers: readonly SourceLine[], problems: TextProblems): void {
  const heading = headingName(section.ordinal);
  for (const line of strangers) {
    refuseLine(problems, line.number, {
      zh: `“${heading}”下的项目“${line.scan}”没有列在“${headingName('一')}”中。请核对项目名称。`,
      en: `the project "${line.scan}" under "${heading}" is not named in "${headingName('一')}". Check its name.`,
    });
  }
}

/** `emptyAt` is the line of the sub-heading with nothing below it, null where there is no sub-heading at all. */
function refuseAbsent(
  section: Section,
  project: Project,
  emptyAt: number | null,
  problems: TextProblems,
): void {
  const heading = headingName(section.ordinal);
  const name = projectName(project);
  refuseLine(problems, emptyAt ?? section.headingLine, {
    zh: `第${project.line}行所列项目“${name}”在“${heading}”下${emptyAt === null ? '没有出现' : '没有内容'}。请补充该项目的内容。`,
    en: `the project "${name}" of line ${project.line} ${emptyAt === null ? 'is absent' : 'has no text'} under "${heading}". Add its text.`,
  });
}

/** The headings under which every project has its words. */
export const LATER_HEADINGS: readonly HeadingOrdinal[] = HEADING_ORDINALS.slice(1);
