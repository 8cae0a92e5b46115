import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { CHECKOUT } from '../architecture/source-files';

const STATES = ['met', 'partly', 'not met', 'does not apply'] as const;
type State = (typeof STATES)[number];

/** Sections that ask for something written down: there a document is proof. Everywhere else it takes a test. */
const DOCUMENTED = 'V2.1 V3.1 V5.1 V6.1 V7.1 V8.1 V11.1 V13.1 V14.1 V15.1 V16.1'.split(' ');

interface Row {
  /** "V6.2.1", or "V17.*" for all of a chapter or section that does not apply. */
  readonly id: string;
  readonly level: string;
  readonly what: string;
  readonly state: State;
  /** The last cell: proofs, reasons, or both. */
  readonly ground: string;
}

/** Every id of the standard and its level, made from the standard's own table. */
const LEVELS = JSON.parse(readFileSync(path.join(__dirname, 'asvs-ids.json'), 'utf8')) as Readonly<
  Record<string, number>
>;
const IDS = Object.keys(LEVELS);
const text = readFileSync(path.join(__dirname, 'asvs.md'), 'utf8');

const rows: readonly Row[] = text
  .split('\n')
  .filter((line) => /^\| V\d/.test(line))
  .map((line) => {
    const [id = '', level = '', what = '', state = '', ground = ''] = line.slice(2, -2).split(' | ');
    return { id, level, what, state: state as State, ground };
  });

const idsOf = ({ id }: Row): string[] =>
  id.endsWith('.*') ? IDS.filter((one) => one.startsWith(id.slice(0, -1))) : [id];

/** `file` › `part of a title`, as often as the cell says it. */
const proofsOf = ({ ground }: Row): { file: string; title: string }[] =>
  [...ground.matchAll(/`([^`]+)` › `([^`]+)`/g)].map(([, file = '', title = '']) => ({ file, title }));

const reasonOf = ({ ground }: Row): string =>
  ground
    .replace(/`[^`]+` › `[^`]+`/g, '')
    .replaceAll('<br>', '')
    .trim();

/** The titles of the tests of a file that run: neither skipped nor to be done. */
function titlesIn(file: string): string[] {
  const source = readFileSync(path.join(CHECKOUT, file), 'utf8');
  const parsed = ts.createSourceFile(file, source, ts.ScriptTarget.ES2022, true);
  const titles: string[] = [];
  const visit = (node: ts.Node): void => {
    const [title] = ts.isCallExpression(node) ? node.arguments : [];
    if (ts.isCallExpression(node) && title && isTest(node.expression, parsed)) {
      // A title that quotes with \' is printed without the backslash.
      titles.push(ts.isStringLiteralLike(title) ? title.text : title.getText(parsed));
    }
    ts.forEachChild(node, visit);
  };
  visit(parsed);
  return titles;
}

const isTest = (called: ts.Expression, file: ts.SourceFile): boolean => {
  const name = called.getText(file);
  return /^(?:it|test|describe)/.test(name) && !/^\w+\.(?:skip|todo|failing)/.test(name);
};

/** A document is cited by one of its headings. */
const headingsIn = (file: string): string[] =>
  readFileSync(path.join(CHECKOUT, file), 'utf8')
    .split('\n')
    .flatMap((line) => /^#+ (.*)$/.exec(line)?.[1] ?? []);

/** What is wrong with a proof, or null. */
function faultOf({ file, title }: { file: string; title: string }, id: string): string | null {
  if (!existsSync(path.join(CHECKOUT, file))) return 'there is no such file';
  if (file.endsWith('.md')) {
    if (!DOCUMENTED.some((section) => id.startsWith(`${section}.`))) return 'a document proves no behaviour';
    return headingsIn(file).includes(title) ? null : 'the document has no such heading';
  }
  if (!file.endsWith('.spec.ts')) return 'it is neither a test nor a document';
  return titlesIn(file).some((one) => one.includes(title)) ? null : 'no test that runs has such a title';
}

const countsOf = (level: number): number[] =>
  STATES.map((state) =>
    rows
      .filter((row) => row.state === state)
      .flatMap(idsOf)
      .filter((id) => LEVELS[id] === level)
      .reduce((count) => count + 1, 0),
  );

describe('the list of OWASP ASVS 5.0.0', () => {
  it('knows the 345 requirements of the standard: 70 of level 1, 183 of level 2, 92 of level 3', () => {
    const numbers = [1, 2, 3].map((level) => IDS.filter((id) => LEVELS[id] === level).length);
    expect([IDS.length, ...numbers]).toEqual([345, 70, 183, 92]);
  });

  it('names each requirement once, in the order of the standard, by an id that exists', () => {
    const named = rows.flatMap(idsOf);
    expect(named.filter((id) => !(id in LEVELS))).toEqual([]);
    expect(named).toEqual(IDS.filter((id) => named.includes(id)));
    expect(rows.filter((row) => idsOf(row).length === 0).map(({ id }) => id)).toEqual([]);
  });

  it('answers every requirement of levels 1 and 2', () => {
    const named = new Set(rows.flatMap(idsOf));
    expect(IDS.filter((id) => LEVELS[id] !== 3 && !named.has(id))).toEqual([]);
  });

  it('prints the level of each requirement as the standard has it', () => {
    const expected = rows.map((row) => [row.id, levelsOf(row)]);
    expect(rows.map(({ id, level }) => [id, level])).toEqual(expected);
  });

  it('says of each what it asks, in a few words, and one of the states', () => {
    const odd = rows.filter(({ what, state }) => !STATES.includes(state) || what.split(' ').length > 16);
    expect(odd).toEqual([]);
    expect(rows.filter(({ what }) => what.length < 3)).toEqual([]);
  });

  it('proves what is met, and gives a reason for whatever is not', () => {
    const withoutProof = rows.filter((row) => row.state === 'met' && proofsOf(row).length === 0);
    expect(withoutProof.map(({ id }) => id)).toEqual([]);
    const withoutReason = rows.filter((row) => row.state !== 'met' && reasonOf(row).split(' ').length < 2);
    expect(withoutReason.map(({ id }) => id)).toEqual([]);
  });

  it('cites tests that exist and run, by their titles; documents only where a document is asked for', () => {
    const faults = rows.flatMap((row) =>
      proofsOf(row).flatMap((proof) => {
        const fault = faultOf(proof, row.id);
        return fault ? [`${row.id}: ${proof.file} › ${proof.title}: ${fault}`] : [];
      }),
    );
    expect(faults).toEqual([]);
  });

  it('passes over nothing that stands between backquotes as a proof', () => {
    const paths = rows.flatMap(({ id, ground }) =>
      [...ground.matchAll(/`([^`]*\.(?:spec\.ts|md))`(?! › `)/g)].map(([, file]) => `${id}: ${file}`),
    );
    expect(paths).toEqual([]);
  });

  it('takes a group together only where none of it applies', () => {
    const groups = rows.filter(({ id }) => id.endsWith('.*'));
    expect(groups.filter(({ state }) => state !== 'does not apply').map(({ id }) => id)).toEqual([]);
  });

  it('counts itself rightly in its heading', () => {
    const expected = [1, 2, 3].map(
      (level) => `| level ${level} | ${countsOf(level).join(' | ')} | ${allOf(level)} |`,
    );
    expect(text.split('\n').filter((line) => line.startsWith('| level '))).toEqual(expected);
  });
});

const allOf = (level: number): number => IDS.filter((id) => LEVELS[id] === level).length;

const levelsOf = (row: Row): string =>
  [...new Set(idsOf(row).map((id) => LEVELS[id]))].sort((a, b) => Number(a) - Number(b)).join(', ');
