import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeOfficialText } from '@yuheng/backend/publications/decode-official-text';
import type { OfficialProgram, OfficialText } from '@yuheng/shared/domain/publications/official-text';
import { parseOfficialText } from '@yuheng/shared/domain/publications/parse-official-text';
import type { Outcome } from '@yuheng/shared/domain/refusal';
import type { County, Regions } from '@yuheng/shared/domain/regions/dated-names';

const data = join(__dirname, '../../backend/data');

interface RegionsFile extends Regions {
  readonly city: { readonly name: string; readonly code: string };
  readonly counties: readonly (County & {
    readonly townships: readonly { readonly code: string; readonly justiceOffice?: boolean }[];
  })[];
}

export const regionsFile = JSON.parse(readFileSync(join(data, 'regions.json'), 'utf8')) as RegionsFile;

/** The published text of a year, through the same decoder as an upload. */
export function publishedText(year: 2022 | 2025): string {
  const decoded = decodeOfficialText(readFileSync(join(data, 'official-texts', `${year}.txt`)));
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.refusals));
  return decoded.value;
}

export const parse = (text: string): Outcome<OfficialText> => parseOfficialText(text, regionsFile);

export function accept(text: string): OfficialText {
  const outcome = parse(text);
  if (!outcome.ok) throw new Error(outcome.refusals.map(({ detail }) => detail.zh).join('\n'));
  return outcome.value;
}

/** What a text is refused with, as "pointer message" in Chinese; both languages must name the same line. */
export function refusalsOf(text: string): string[] {
  const outcome = parse(text);
  if (outcome.ok) throw new Error('The text should have been refused.');
  return outcome.refusals.map(({ pointer, detail }) => {
    const line = /^\/lines\/(\d+)$/.exec(pointer)?.[1];
    if (line !== undefined && !detail.zh.includes(`第${line}行`)) throw new Error(`${pointer}: ${detail.zh}`);
    if (line !== undefined && !detail.en.includes(`ine ${line}`)) throw new Error(`${pointer}: ${detail.en}`);
    return `${pointer} ${detail.zh}`;
  });
}

export function programOf(text: OfficialText, id: 'assistants' | 'mediation'): OfficialProgram {
  const program = text.programs.find(({ programId }) => programId === id);
  if (!program) throw new Error(`No program ${id}.`);
  return program;
}

/** 元 by county, to compare with the published figures. */
export const yuanByCounty = (program: OfficialProgram): Record<string, number> =>
  Object.fromEntries(program.arrangement.amounts.map(({ countyId, fen }) => [countyId, fen / 100]));

/** Replaces one place of a text, and fails when it is not there exactly once. */
export function edited(text: string, from: string, to: string): string {
  if (text.split(from).length !== 2) throw new Error(`"${from}" does not stand exactly once.`);
  return text.replace(from, () => to);
}
