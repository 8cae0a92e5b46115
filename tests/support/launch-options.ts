import { execFileSync } from 'node:child_process';
import path from 'node:path';

/** What `chromium.launch()` of playwright-core is given. */
export interface LaunchOptions {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
}

/** The browser of browser.mjs, asked in a process of its own because Jest cannot import an .mjs file. */
export function launchOptions(): LaunchOptions {
  const answer = execFileSync(process.execPath, [path.join(__dirname, 'browser.mjs')], { encoding: 'utf8' });
  return JSON.parse(answer) as LaunchOptions;
}
