import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { problemOf, runYuheng } from '../yuheng-process';
import { exportOf, linesOf, writeChain } from './written-chain';

// The first call compiles what it needs.
jest.setTimeout(120_000);

const LAUNCHER = path.join(__dirname, '../../../backend/yuheng.mjs');
const GOLDEN = path.join(__dirname, 'sha256.export');
const HEAD = /^sha256 (.*)$/m.exec(readFileSync(path.join(__dirname, 'heads.txt'), 'utf8'))?.[1] ?? '';
const SOUND = { valid: true, first: 1, last: 7, count: 7, problems: [] };
const altered = readFileSync(GOLDEN, 'utf8').replace('"posts":150', '"posts":151');

interface Printed {
  readonly explanation: {
    readonly problems: readonly { readonly entry: number; readonly message: string }[];
    readonly tail: string;
  };
}

describe('yuheng verify-audit', () => {
  it('answers with exit 0 and JSON on standard output, a proved tail without a further word', () => {
    const { status, stdout, stderr } = runYuheng(['verify-audit', GOLDEN, '--head', HEAD]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toBe(`${JSON.stringify({ ...SOUND, tail: 'proved' })}\n`);
  });

  it('says without a head, in words too, that the tail is not proved', () => {
    const { status, stdout, stderr } = runYuheng(['verify-audit', '-'], readFileSync(GOLDEN, 'utf8'));
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ ...SOUND, tail: 'not proved' });
    expect(stderr).toMatch(/末尾未经证明.* \/ .*tail is not proved/);
  });

  it('names each problem, on standard error with what it means, and with --explain in the answer', () => {
    const run = runYuheng(['verify-audit', '--explain', '-', '--head', HEAD], altered);
    expect(run.status).toBe(0);
    expect(JSON.parse(run.stdout)).toMatchObject({
      valid: false,
      problems: [{ entry: 1, kind: 'altered' }],
      tail: 'proved',
    });
    const { explanation } = JSON.parse(run.stdout) as Printed;
    expect(explanation.problems[0]?.message).toMatch(/校验值不符.* \/ .*its own hash/);
    expect(run.stderr).toMatch(/^第 1 条（altered）：.* \/ Entry 1 \(altered\): .*\n$/);
  });

  it('sums up on standard error what is found in many places', () => {
    const entries = linesOf(writeChain(Array.from({ length: 9 }, (_, i) => ({ content: { i } }))));
    const changed = entries.map((line, i) => (i > 2 && i < 6 ? line.replace('"i":', '"j":') : line));
    const { stderr } = runYuheng(['verify-audit', '-'], exportOf(changed));
    expect(stderr).toMatch(
      /^第 4 条等 3 处（altered）：.* \/ 3 places, the first of them entry 4 \(altered\)/,
    );
    expect(stderr.trim().split('\n')).toHaveLength(2);
  });

  it('says which entries are later than the seal', () => {
    const entries = writeChain(Array.from({ length: 4 }, (_, i) => ({ content: { i } })));
    const sealed = ['--head', `2:${entries[1]?.hash}`];
    const { stdout, stderr } = runYuheng(['verify-audit', '-', ...sealed], exportOf(linesOf(entries)));
    expect(JSON.parse(stdout)).toMatchObject({ valid: true, last: 4, tail: 'not proved' });
    expect(stderr).toMatch(/只管到第 2 条.* \/ .*reaches entry 2 only/);
  });

  it('prints the JSON Schema of an export, closed but for what an act says', () => {
    const { status, stdout } = runYuheng(['verify-audit', '--schema']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      properties: {
        format: { const: 'yuheng-audit-1' },
        entries: {
          items: {
            required: ['algorithm', 'at', 'chain', 'hash', 'previous', 'content', 'seq'],
            properties: { hash: { type: 'string', pattern: '^[0-9a-f]{64}$' }, seq: { type: 'integer' } },
            additionalProperties: false,
          },
        },
      },
      additionalProperties: false,
    });
  });
});

describe('what yuheng verify-audit refuses', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'yuheng-verify-audit-'));
  writeFileSync(path.join(folder, 'gbk.json'), Buffer.from([0x7b, 0x22, 0xd3, 0xf1, 0x22, 0x3a, 0x31, 0x7d]));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each<[string, readonly string[], string, string, RegExp]>([
    [
      'a head that is none',
      ['verify-audit', GOLDEN, '--head', '5'],
      '',
      '/head',
      /序号:校验值.* \/ .*N:HASH/,
    ],
    ['no head behind --head', ['verify-audit', GOLDEN, '--head'], '', '/head', /N:HASH/],
    ['two heads', ['verify-audit', GOLDEN, '--head', HEAD, '--head', HEAD], '', '', /只能给出一次/],
    ['a head for another command', ['verify', '-', '--head', HEAD], '{}', '/head', /verify 没有 --head/],
    ['no file', ['verify-audit', '--head', HEAD], '', '', /没有给出文件/],
    ['a file that does not exist', ['verify-audit', 'absent.json'], '', '', /absent\.json.*不存在/],
    ['a folder in place of a file', ['verify-audit', '.'], '', '', /EISDIR/],
    ['text that is not UTF-8', ['verify-audit', 'gbk.json'], '', '', /UTF-8/],
    ['nothing', ['verify-audit', '-'], ' \n', '', /空的/],
    ['no JSON', ['verify-audit', '-'], '{"format":"yuheng-audit-1",', '', /JSON/],
    [
      'another form',
      ['verify-audit', '-'],
      altered.replace('audit-1', 'audit-2'),
      '/format',
      /yuheng-audit-1/,
    ],
  ])('%s: exit 2 and one problem that says so in both languages', (_, args, input, pointer, detail) => {
    const problem = problemOf(runYuheng(args, input, folder));
    expect(problem).toMatchObject({ type: '/problems/refused', status: 422, errors: [{ pointer }] });
    expect(problem.detail).toMatch(detail);
  });

  it('a head that is none, without waiting for the end of standard input', async () => {
    const child = spawn(process.execPath, [LAUNCHER, 'verify-audit', '-', '--head', 'x']);
    const status = await new Promise((resolve) => child.once('close', resolve));
    child.stdin.destroy();
    expect(status).toBe(2);
  });
});
