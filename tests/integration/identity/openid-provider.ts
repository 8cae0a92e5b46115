import { spawn } from 'node:child_process';
import path from 'node:path';

const SCRIPT = path.join(__dirname, '..', '..', 'support', 'openid-provider.mjs');

export interface RunningProvider {
  readonly issuer: string;
  stop(): Promise<void>;
}

/** Runs the provider as a process of its own, under the name by which a browser is to know it. */
export function runProvider(port = 0, host = '127.0.0.1'): Promise<RunningProvider> {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [SCRIPT, String(port), host], {
    env: { PATH },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return new Promise((resolve, reject) => {
    let output = '';
    const hear = (chunk: Buffer): void => {
      output += chunk.toString();
      const issuer = /^ready (http:\S+)$/m.exec(output)?.[1];
      if (!issuer) return;
      resolve({
        issuer,
        stop: async () => {
          child.kill();
          await ended;
        },
      });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void ended.then(() => reject(new Error(`the provider ended: ${output}`)));
  });
}

/** Follows links and fills forms as a browser does, with the cookies of every host, until a page comes or our own site is left to. */
export class Walker {
  private readonly cookies = new Map<string, string>();

  cookie(name: string): string | undefined {
    return this.cookies.get(name);
  }

  setCookie(name: string, value: string): void {
    this.cookies.set(name, value);
  }

  /** One request; the answer is not followed. */
  async ask(url: string, form?: Readonly<Record<string, string>>): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: cookie ? { cookie } : {},
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const [name = '', ...value] = pair.split('=');
      this.cookies.set(name, value.join('='));
    }
    return answer;
  }

  /**
   * From an address at the provider through its forms, until it leads to our callback.
   * @returns the address of the callback, not yet asked
   */
  async signInAtProvider(from: string, login: string): Promise<string> {
    let url = from;
    let form: Record<string, string> | undefined;
    for (let steps = 0; steps < 20; steps += 1) {
      const answer = await this.ask(url, form);
      form = undefined;
      const location = answer.headers.get('location');
      if (location) {
        url = new URL(location, url).href;
        if (url.includes('/api/session/openid/callback')) return url;
        continue;
      }
      const page = await answer.text();
      const action = /<form[^>]*action="([^"]+)"/.exec(page)?.[1];
      const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1];
      if (!action || !prompt) throw new Error(`no form at ${url}: ${answer.status} ${page.slice(0, 500)}`);
      url = new URL(action, url).href;
      form = prompt === 'login' ? { prompt, login, password: 'any' } : { prompt };
    }
    throw new Error('the provider led in circles');
  }
}
