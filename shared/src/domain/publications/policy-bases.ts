import type { PolicyBasis } from './official-text';
import { lineAt, type Passage, printed, sentenceAt } from './passage';

/** 玉发〔2014〕33号, also with round or square brackets; full-width brackets are half-width in the scan. */
const NUMBER = /([\u4e00-\u9fff]{1,12})([〔([【]\d{4}[〕)\]】]\d{1,4}号)/g;
/** Words that run into the issuer's mark because nothing stands between: 详见云司发. */
const LEAD_IN = /^.*?(?:详见|根据|按照|依据|依照|参照|贯彻|落实|执行|印发|下发|制定|结合|以及|和|及|与|的)/;
const TITLE = /《([^《》\n]{1,200})》/g;
const ARTICLE = /^的?(第[一二三四五六七八九十百零\d]{1,6}条)/;
/** -关于组织社会力量参与社区矫正工作的实施意见: a title behind its number, without 《》. */
const TITLE_BEHIND = /^[-—–]?(关于[^,。;、《》\n]{2,60}?(?:意见|通知|办法|规定|条例|决定|方案))/;

interface Found {
  readonly start: number;
  readonly end: number;
}

interface FoundNumber extends Found {
  used: boolean;
}

function findNumbers(text: string): FoundNumber[] {
  const found: FoundNumber[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const issuer = match[1] ?? '';
    let mark = issuer;
    for (let cut = LEAD_IN.exec(mark); cut && cut[0].length < mark.length; cut = LEAD_IN.exec(mark)) {
      mark = mark.slice(cut[0].length);
    }
    const start = match.index + issuer.length - mark.length;
    found.push({ start, end: match.index + match[0].length, used: false });
  }
  return found;
}

/**
 * The documents that 二 calls upon, in the order of the text: each 《title》 with the numbers in the brackets behind
 * it, and each number that stands without 《》 with the title that follows it, if one does. A document named twice
 * is listed once.
 */
export function readPolicyBases(passage: Passage): readonly PolicyBasis[] {
  const { text } = passage;
  const numbers = findNumbers(text);
  const bases: { readonly at: number; readonly basis: PolicyBasis }[] = [];
  const add = (from: number, to: number, documents: readonly FoundNumber[]): void => {
    const behind = Math.max(to, ...documents.map(({ end }) => end));
    bases.push({
      at: from,
      basis: {
        text: printed(passage, from, to),
        documentNumbers: documents.map(({ start, end }) => printed(passage, start, end)),
        article: ARTICLE.exec(text.slice(behind, behind + 20).replace(/^\)/, ''))?.[1] ?? null,
        sentence: sentenceAt(passage, from),
        line: lineAt(passage, from),
      },
    });
  };
  let next = 0;
  for (const match of text.matchAll(TITLE)) {
    const end = match.index + match[0].length;
    while ((numbers[next]?.start ?? Infinity) < end) next += 1;
    const number = numbers[next];
    const bracketed = number && text.charAt(end) === '(' && number.start === end + 1;
    if (bracketed) number.used = true;
    add(match.index, end, bracketed ? [number] : []);
  }
  for (const number of numbers) {
    if (number.used) continue;
    const title = TITLE_BEHIND.exec(text.slice(number.end, number.end + 80));
    add(number.start, number.end + (title?.[0].length ?? 0), [number]);
  }
  const seen = new Set<string>();
  return bases
    .sort((a, b) => a.at - b.at)
    .map(({ basis }) => basis)
    .filter(({ text: name }) => !seen.has(name) && seen.add(name));
}
