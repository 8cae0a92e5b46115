import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CHECKOUT, filesUnder } from '../architecture/source-files';

/**
 * Dangerous things that the program does without, read from its sources: what is not there cannot be abused. Each list
 * of exceptions says by name what is allowed.
 */
interface Source {
  readonly file: string;
  readonly text: string;
}

const read = (folder: string, ending?: RegExp): Source[] =>
  filesUnder(folder, ending)
    .filter((file) => !file.endsWith('.spec.ts'))
    .map((file) => ({ file, text: withoutComments(readFileSync(path.join(CHECKOUT, file), 'utf8')) }));

/** Comments may name what is avoided. A `//` inside an address is none. */
const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');

const server = read('backend/src');
const web = read('frontend/src', /\.(?:ts|html)$/);
const shared = read('shared/src');
const everything = [...server, ...web, ...shared];

const using = (sources: readonly Source[], pattern: RegExp): string[] =>
  sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file);

const CIPHER = 'backend/src/personal-data/column-cipher.service.ts';
/** WinZip's AES (AE-2), the one encryption that zip programs read: it counts from the lowest byte, which Node's CTR does not. */
const ZIP_CIPHER = 'backend/src/evaluations/packs/zip-cipher.ts';
const INVENTED_IDS = 'backend/src/demonstration/name-based-uuid.ts';

/** The number itself, or the constant of that name in the same file; NaN where it is neither. */
const bytesOf = (size: string, text: string): number =>
  Number(/^\d+$/.test(size) ? size : new RegExp(`const ${size} = (\\d+);`).exec(text)?.[1]);

describe('dangerous things that are not there', () => {
  it('the sources were found and read', () => {
    expect([server.length, web.length, shared.length].map((count) => count > 80)).toEqual([true, true, true]);
  });

  it('the server starts no other program', () => {
    expect(using(server, /child_process|node:cluster/)).toEqual([]);
  });

  it('one thread computes proposals, from a file of the program, and nothing else has a thread', () => {
    expect(using(server, /worker_threads/)).toEqual([
      'backend/src/allocations/proposing/proposing-thread.ts',
      'backend/src/allocations/proposing/proposing-worker.ts',
    ]);
  });

  it('nothing makes code out of text', () => {
    const code = /\beval\(|\bnew Function\(|['"](?:node:)?vm['"]|set(?:Timeout|Interval)\(\s*['"`]/;
    expect(using(everything, code)).toEqual([]);
  });

  it('no page makes markup out of text', () => {
    const markup =
      /innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|document\.write|bypassSecurityTrust|DOMParser/;
    expect(using(web, markup)).toEqual([]);
  });

  it('no page talks to another window, opens a socket or reads script from elsewhere', () => {
    const elsewhere =
      /window\.postMessage|(?:parent|opener|top)\.postMessage|\bWebSocket\b|\bEventSource\b|RTCPeerConnection|jsonp/i;
    // The wall hears its own server's events, at an address of the contract.
    expect(using(web, elsewhere)).toEqual(['frontend/src/app/wall/event-stream.ts']);
    expect(
      using(web, /<(?:script|link|img|iframe|object|embed)[^>]*\s(?:src|href)="(?:https?:)?\/\//),
    ).toEqual([]);
  });

  it('the server calls no other server, but for the OpenID provider', () => {
    const calls = using(
      server,
      /\bfetch\(|\bhttps?\.(?:request|get)\(|\{[^}]*\b(?:request|get|connect)\b[^}]*\} from '(?:node:)?(?:https?|http2|net|tls)'|'(?:undici|axios|got|openid-client)'/,
    );
    expect(calls.filter((file) => !/\/open-?id[^/]*\.ts$/.test(file))).toEqual([]);
  });

  it('nothing switches off the check of a certificate', () => {
    expect(using(everything, /rejectUnauthorized|TLS_REJECT_UNAUTHORIZED|checkServerIdentity/)).toEqual([]);
    const insecure = server.flatMap(({ text }) => text.match(/^.*allowInsecureRequests.*$/gm) ?? []);
    expect(insecure.filter((line) => !line.includes("server.protocol === 'http:' ?"))).toEqual([]);
  });

  it('no answer lets the pages of another site read it', () => {
    expect(using(server, /access-control-|\bcors\b|enableCors/i)).toEqual([]);
  });

  it('the server writes no file but that of its keys', () => {
    const writing =
      /\b(?:writeFile|appendFile|createWriteStream|writeSync|pipeline)\w*\(|pino\.(?:destination|transport)/;
    expect(using(server, writing)).toEqual(['backend/src/config/keys.ts']);
  });

  it('what nobody may guess comes from the generator of the system, with 128 bits or more', () => {
    expect(using(everything, /Math\.random/)).toEqual([]);
    const drawn = server.flatMap(({ file, text }) =>
      [...text.matchAll(/randomBytes\((\w+)\)/g)].map(([, size = '']) => ({
        file,
        bytes: bytesOf(size, text),
      })),
    );
    expect(drawn.length).toBeGreaterThan(1);
    // Twelve bytes are the nonce of AES-GCM, which is no secret.
    const short = drawn.filter(({ bytes }) => !(bytes >= 16));
    expect(short).toEqual([{ file: CIPHER, bytes: 12 }]);
  });

  it('cryptography is that of Node, of argon2 and of the libraries for codes and OpenID', () => {
    const imported = server.flatMap(({ text }) =>
      [...text.matchAll(/(?:from\s|import\(|require\()\s*'([^'.\n][^'\n]*)'/g)].map(([, name = '']) => name),
    );
    const cryptographic = imported.filter(
      (name) =>
        !name.startsWith('@yuheng/') &&
        /crypt|cipher|hash|hmac|forge|nacl|jose|jwt|argon|otp|sm[234]\b|openid/i.test(name),
    );
    expect(cryptographic.length).toBeGreaterThan(5);
    const reputable = ['node:crypto', '@node-rs/argon2', 'otplib', 'openid-client'];
    expect(cryptographic.filter((name) => !reputable.includes(name))).toEqual([]);
  });

  it('the one cipher is AES-256-GCM, and AES-256 counting as zip programs do for packs', () => {
    const ciphers = server.flatMap(({ file, text }) =>
      [...text.matchAll(/create(?:Cipher|Decipher)\w*\(\s*([^,]+),/g)].map(([, name]) => `${file} ${name}`),
    );
    expect([...new Set(ciphers)]).toEqual([`${ZIP_CIPHER} 'aes-256-ecb'`, `${CIPHER} 'aes-256-gcm'`]);
    // Only counters go through the single blocks of the cipher, never content: that would be ECB.
    const zip = server.find(({ file }) => file === ZIP_CIPHER)?.text ?? '';
    expect([...zip.matchAll(/cipher\.update\((\w+)\)/g)].map(([, what]) => what)).toEqual(['counters']);
  });

  it('hashes are of the SHA-2 family or SM3; SHA-1 only names invented rows and, as zip programs demand it, seals packs', () => {
    const named = server.flatMap(({ file, text }) =>
      [...text.matchAll(/create(?:Hash|Hmac)\(\s*'([\w-]+)'/g)].map(([, algorithm]) => ({ file, algorithm })),
    );
    expect(named.length).toBeGreaterThan(5);
    const weak = named.filter(({ algorithm = '' }) => !/^(?:sha(?:256|384|512)|sm3)$/.test(algorithm));
    const sha1 = [INVENTED_IDS, ZIP_CIPHER];
    expect(weak).toEqual(sha1.map((file) => ({ file, algorithm: 'sha1' })));
    // Wherever else it is named, as for keys made of passwords.
    expect(using(server, /['"](?:sha-?1|md[45]|ripemd\w*)['"]/i)).toEqual(sha1);
  });

  it('the browser keeps how somebody likes to look at things, and in the tab what was typed and not yet sent', () => {
    const storage = /localStorage|sessionStorage|indexedDB|document\.cookie|\bcaches\b/;
    const unsent = 'frontend/src/app/api/unsent-storage.ts';
    expect(using(web, storage)).toEqual([unsent, 'frontend/src/app/ui/remembered.ts']);
    // The tab's own storage, under the account: closing the tab ends it, and another account never reads it.
    expect(web.find(({ file }) => file === unsent)?.text).not.toMatch(/localStorage/);
    expect(web.find(({ file }) => file === unsent)?.text).toContain('yuheng.unsent.${account}.${sheet}');
    const keys = web.flatMap(({ text }) => [...text.matchAll(/\bremember\('(\w+)'/g)].map(([, key]) => key));
    expect([...new Set(keys)].sort()).toEqual(['language', 'letters', 'theme', 'unit']);
  });

  it('fields for passwords are masked, and take what is pasted or what a password manager fills in', () => {
    const fields = web.flatMap(({ text }) => text.match(/<(?:yh-field|input)\b[\s\S]*?\/>/g) ?? []);
    const forPasswords = fields.filter((field) =>
      /password/i.test(field.replace(/\[(?:type|error)\]="[^"]*"/g, '')),
    );
    expect(forPasswords.length).toBeGreaterThan(5);
    const wrong = forPasswords.filter(
      (field) =>
        !/\s(?:kind|type)="password"/.test(field) || !/\sautocomplete="(?:current|new)-password"/.test(field),
    );
    expect(wrong).toEqual([]);
    const [field] = using(web, /selector: 'yh-field'/).map(
      (file) => web.find((one) => one.file === file)?.text,
    );
    expect(field).toContain('[type]="type()"');
    expect(field).toContain(`return this.kind() === 'password' && this.shown() ? 'text' : this.kind();`);
    expect(field).toContain('[autocomplete]="autocomplete()"');
    expect(using(web, /\(paste\)|onpaste|ClipboardEvent/)).toEqual([]);
  });
});
