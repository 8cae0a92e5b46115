/**
 * Finds the Chromium the end-to-end tests drive, and what it needs to run and to show Chinese anywhere:
 * $CHROME_PATH, else the system's, else the one of @sparticuz/chromium with the libraries it brings.
 *
 * Jest's modules cannot import this file: `node tests/support/browser.mjs` prints the answer as JSON, which
 * launch-options.ts reads.
 */
import { existsSync, createReadStream, createWriteStream, mkdirSync, mkdtempSync } from 'node:fs';
import { accessSync, constants, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';
import { makePrivateFolder } from '../../backend/launcher/private-folder.mjs';

const require = createRequire(import.meta.url);
const checkout = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/**
 * @returns {Promise<{ executablePath: string, args: string[], env: Record<string, string> }>} what
 *   `chromium.launch()` of playwright-core takes
 */
export async function findBrowser(environment = process.env) {
  const cache = cacheFolder();
  const own = environment.CHROME_PATH || systemBrowser(environment);
  const unpacked = own ? null : await unpackBrowser(cache);
  const fonts = { FONTCONFIG_FILE: writeFontSettings(cache) };
  return {
    executablePath: own || unpacked.executablePath,
    args: flags(),
    env: { ...environment, ...fonts, ...(unpacked ? withLibraries(environment, unpacked.libraries) : {}) },
  };
}

/** Root has no sandbox to give; and on a closed network the browser must not wait for servers of its maker. */
function flags() {
  const quiet = [
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    // The tabs of one account share a process: each new one took a third of a second of processor time to begin.
    '--renderer-process-limit=1',
  ];
  return [...quiet, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
}

function withLibraries(environment, folder) {
  return { LD_LIBRARY_PATH: [folder, environment.LD_LIBRARY_PATH].filter(Boolean).join(':') };
}

function systemBrowser(environment) {
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
  const folders = (environment.PATH ?? '').split(path.delimiter);
  const places = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  const elsewhere = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ];
  return [...places, ...elsewhere].find(isExecutable) ?? null;
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The browser is unpacked once for all runs: beside the packages, or where those are read-only, in a private folder. */
function cacheFolder() {
  const beside = path.join(checkout, 'node_modules', '.cache', 'yuheng-browser');
  try {
    mkdirSync(beside, { recursive: true });
    accessSync(beside, constants.W_OK);
    return beside;
  } catch {
    const own = path.join(tmpdir(), `yuheng-browser-${userInfo().uid}`);
    makePrivateFolder(own, null);
    return own;
  }
}

async function unpackBrowser(cache) {
  const packageFolder = path.dirname(path.dirname(path.dirname(require.resolve('@sparticuz/chromium'))));
  const { version } = JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8'));
  const folder = path.join(cache, `chromium-${version}`);
  if (!existsSync(folder)) {
    const staging = mkdtempSync(`${folder}.`);
    try {
      const packed = (name) => path.join(packageFolder, 'bin', name);
      await unpack(packed('chromium.br'), createWriteStream(path.join(staging, 'chromium'), { mode: 0o755 }));
      const { extract } = createRequire(require.resolve('@sparticuz/chromium'))('tar-fs');
      for (const name of ['al2023', 'swiftshader']) await unpack(packed(`${name}.tar.br`), extract(staging));
      renameSync(staging, folder);
    } catch (error) {
      rmSync(staging, { recursive: true, force: true });
      if (!existsSync(folder)) throw error;
    }
  }
  return { executablePath: path.join(folder, 'chromium'), libraries: path.join(folder, 'lib') };
}

function unpack(file, target) {
  return pipeline(createReadStream(file), createBrotliDecompress({ chunkSize: 2 ** 21 }), target);
}

/** Without a Chinese font every character is a box: the system's fonts, and after them Noto Sans SC. */
function writeFontSettings(cache) {
  const chinese = path.join(path.dirname(path.dirname(require.resolve('@embedpdf/fonts-sc'))), 'fonts');
  const file = path.join(cache, 'fonts.conf');
  const text = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${chinese}</dir>
  <cachedir>${path.join(cache, 'fonts')}</cachedir>
</fontconfig>
`;
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
  return file;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.stdout.write(JSON.stringify(await findBrowser()));
}
