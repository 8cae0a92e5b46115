import type { ReadText } from '@yuheng/shared/contract/publications';
import type { OfficialProgram, OfficialText } from '@yuheng/shared/domain/publications/official-text';
import { parseOfficialText } from '@yuheng/shared/domain/publications/parse-official-text';
import { accepted, type Outcome } from '@yuheng/shared/domain/refusal';
import { createHash } from 'node:crypto';
import { decodeOfficialText } from './decode-official-text';
import { readRegions } from '../regions/regions-file';

/** An uploaded file: its name is the sender's and only ever printed, never a path. */
export interface TextFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** A text that was read without refusal; `raw` is what is stored beside it. */
export interface ReadPublication {
  readonly text: ReadText;
  readonly raw: string;
}

type ReadProgram = ReadText['programs'][number];

/** Reads an official text: the figures with their sentences, or every reason why it cannot be read. */
export function readPublication(file: TextFile): Outcome<ReadPublication> {
  const decoded = decodeOfficialText(file.bytes);
  if (!decoded.ok) return decoded;
  const parsed = parseOfficialText(decoded.value, readRegions());
  if (!parsed.ok) return parsed;
  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  return accepted({ text: asReadText(parsed.value, { fileName: file.name, sha256 }), raw: decoded.value });
}

const asReadText = (text: OfficialText, file: { fileName: string; sha256: string }): ReadText => ({
  year: text.year,
  title: text.title,
  ...file,
  programs: text.programs.map(asReadProgram),
  notes: text.notes.map(({ kind, line, message }) => ({ kind, line, message })),
});

function asReadProgram(program: OfficialProgram): ReadProgram {
  const { statedTotal, sum, amounts } = program.arrangement;
  const perPost = program.postMoney?.fen;
  return {
    ordinal: program.ordinal,
    name: program.name,
    program: program.programId,
    totalFen: sum,
    statedTotal: statedTotal && {
      fen: statedTotal.fen,
      heading: statedTotal.heading,
      sentence: statedTotal.sentence,
      line: statedTotal.line,
    },
    policyBases: program.policyBases.map(({ text, line }) => ({ text, line })),
    implementingUnits: program.implementingUnits.map((one) => one.text).join(''),
    plan: program.plan.text,
    results: program.results.text,
    amounts: amounts.map((one) => ({
      county: one.countyId,
      name: one.nameAsPrinted,
      nameAsPrinted: one.nameAsPrinted,
      fen: one.fen,
      numeralAsPrinted: one.numeralAsPrinted,
      unit: one.unit,
      sentence: one.sentence,
      line: one.line,
      posts: perPost && one.fen % perPost === 0 ? one.fen / perPost : null,
    })),
  };
}
