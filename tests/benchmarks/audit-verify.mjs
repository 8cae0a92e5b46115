import { createHash } from 'node:crypto';
import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';
import { withFolder } from './folders.mjs';
import { residentMegabytes, startNode } from './processes.mjs';

const ENTRIES = 1_000_000;
const ROUNDS = 3;
const LOOK_EVERY_MS = 100;
const BLOCK = 2_000;

/** `yuheng verify-audit` on an export of a million entries of some 600 bytes, from the start of the process to its end. */
export async function benchAuditVerify({ checkout, table }) {
  table.title(`Audit: verify an export of ${ENTRIES.toLocaleString('en')} entries against its sealed head`);
  await withFolder(async (folder) => {
    const file = path.join(folder, 'audit.export');
    const head = writeExport(file);
    // The first call compiles the command line if it has to.
    await verify(checkout, ['--schema']);
    const runs = [];
    for (let round = 0; round < ROUNDS; round += 1) runs.push(await verify(checkout, [file, '--head', head]));
    for (const { answer } of runs) expectSound(answer);
    const add = (name, what, unit, goal) =>
      table.add({ name, rounds: runs.map((run) => run[what]), unit, ...(goal ? { goal } : {}) });
    table.note(`${(statSync(file).size / ENTRIES).toFixed(0)} bytes an entry`);
    add('the whole command', 'seconds', 's', 30);
    add('largest memory of the process', 'megabytes', 'MB');
  });
}

/** Writes the export in order of its entries and answers with its head, as `--head` takes it. */
function writeExport(file) {
  const out = openSync(file, 'w');
  writeSync(
    out,
    '{"format":"yuheng-audit-1","chain":"530400","exported":{"at":"2026-11-22T08:00:00.123Z","by":"audit-admin","watermark":"audit-admin"},"entries":[\n',
  );
  let previous = '0'.repeat(64);
  let block = '';
  for (let seq = 1; seq <= ENTRIES; seq += 1) {
    const hashed = entry(seq, previous);
    previous = createHash('sha256').update(hashed).digest('hex');
    block += `${hashed.slice(0, -1)},"hash":"${previous}"}${seq < ENTRIES ? ',' : ''}\n`;
    if (seq % BLOCK === 0) {
      writeSync(out, block);
      block = '';
    }
  }
  writeSync(out, `${block}]}\n`);
  closeSync(out);
  return `${ENTRIES}:${previous}`;
}

const entry = (seq, previous) =>
  `{"algorithm":"sha256","at":"2026-11-22T08:00:00.123Z","chain":"530400","content":{"act":"workload.save","actor":{"account":"0d5a6c1e-52a4-4a4f-9d6e-2b9d1f0c7a11","username":"officer-1"},"address":"10.0.0.8","after":{"cases":${seq % 97},"mediations":${seq % 31},"note":"二〇二六年十一月工作量"},"before":{"cases":${seq % 89},"mediations":${seq % 29},"note":null},"object":{"id":"hongta-2026-11","kind":"workload"},"outcome":"done","requestId":"6f1c1f0e-9b7e-4a55-8f43-${String(seq).padStart(12, '0')}","roles":["programOfficer"]},"previous":"${previous}","seq":${seq}}`;

function expectSound({ valid, first, last, count, tail }) {
  const isSound = valid && first === 1 && last === ENTRIES && count === ENTRIES && tail === 'proved';
  if (!isSound) throw new Error('A sound export was not found sound.');
}

async function verify(checkout, parameters) {
  const launcher = path.join(checkout, 'backend', 'yuheng.mjs');
  const began = performance.now();
  const started = startNode([launcher, 'verify-audit', ...parameters]);
  let megabytes = 0;
  const look = setInterval(
    () => (megabytes = Math.max(megabytes, resident(started.child.pid))),
    LOOK_EVERY_MS,
  );
  const code = await new Promise((resolve) => started.child.once('close', resolve));
  const seconds = (performance.now() - began) / 1000;
  clearInterval(look);
  if (code !== 0) throw new Error(`verify-audit ended with ${code}:\n${started.output}`);
  return { seconds, megabytes, answer: JSON.parse(started.output) };
}

/** 0 where the system does not tell, and when the process has just ended. */
function resident(pid) {
  try {
    return residentMegabytes(pid);
  } catch {
    return 0;
  }
}
