import { type Fen, fen } from '../money/fen';
import { printYuan } from '../money/print-money';
import { type Figure, readMoney, visitFigures } from './figures';
import type { PostFact, PostMoney, StatedAmount } from './official-text';
import { saysTotal } from './owners';
import { type Passage, placeOf, printed, sentenceAt } from './passage';
import { amountAsRead } from './read-amounts';
import { isHopeless, noteLine, refuseLine, type TextProblems } from './text-problems';

/**
 * The total that 四 or 二 states in its prose (合计, 共计, 总额 right before the amount). A sentence that speaks of
 * other years only is not this year's total. Two different totals, or one that cannot be read, are refused.
 */
export function readProseTotal(passage: Passage, year: number, problems: TextProblems): StatedAmount | null {
  let total: StatedAmount | null = null;
  const onFigure = (figure: Figure): void => {
    const { unit, counts, label } = figure;
    if (
      isHopeless(problems) ||
      counts !== 'money' ||
      !(unit === '元' || unit === '万元') ||
      !saysTotal(label)
    )
      return;
    if (speaksOfOtherYears(sentenceAt(passage, figure.start), year)) return;
    const money = readMoney(passage.text.slice(figure.start, figure.end), unit);
    if (total !== null && money === total.fen) return;
    const place = placeOf(passage, figure.start, [figure.clauseStart, figure.clauseEnd]);
    const numeralAsPrinted = printed(passage, figure.start, figure.end);
    if (typeof money !== 'number') {
      refuseLine(problems, place.line, {
        zh: `总额“${numeralAsPrinted.slice(0, 60)}${unit}”无法读取：${money.zh}。请按原文更正。`,
        en: `the total "${numeralAsPrinted.slice(0, 60)}${unit}" cannot be read: ${money.en}. Correct it by the original.`,
      });
      return;
    }
    const stated: StatedAmount = { ...place, fen: money, numeralAsPrinted, unit };
    if (total !== null) {
      refuseLine(problems, stated.line, {
        zh: `同一标题下写了两个不同的总额：第${total.line}行为${amountAsRead(total)}，本行为${amountAsRead(stated)}。请核对原文。`,
        en: `two different totals are stated under one heading: ${amountAsRead(total)} on line ${total.line}, ${amountAsRead(stated)} here. Check the original.`,
      });
    }
    total ??= stated;
  };
  visitFigures(passage, { onFigure });
  return total;
}

function speaksOfOtherYears(sentence: string, year: number): boolean {
  const years = [...sentence.slice(0, 2000).matchAll(/(?<!\d)(20\d{2})年/g)].map((match) => Number(match[1]));
  return years.length > 0 && !years.includes(year);
}

const MOST_FACTS = 40;
/** 1,000,000 元 a person and month: a larger figure is no rate, and its product with the posts would not be exact. */
const MOST_MONTHLY_FEN = 100_000_000;
const ASSISTANTS = /^(?:专职|编外|社区矫正|安置帮教|的)*协勤/;

function postKind(label: string): PostFact['kind'] {
  if (/(?:增加|新增)(?:了|的)?$/.test(label)) return 'addedPosts';
  return /原有(?:的)?$/.test(label) ? 'basePosts' : 'posts';
}

/** What the passages of the assistants' project say of posts; each different figure once, where it stands first. */
export function readPostFacts(passages: readonly Passage[]): readonly PostFact[] {
  const facts = new Map<string, PostFact>();
  const keep = (passage: Passage, figure: Figure, kind: PostFact['kind'], value: number): void => {
    const key = `${kind} ${value}`;
    if (facts.has(key) || facts.size >= MOST_FACTS) return;
    facts.set(key, {
      ...placeOf(passage, figure.start, [figure.clauseStart, figure.clauseEnd]),
      kind,
      value,
      asPrinted: printed(passage, figure.start, figure.clauseEnd),
    });
  };
  for (const passage of passages) {
    visitFigures(passage, {
      onFigure(figure) {
        const numeral = passage.text.slice(figure.start, figure.end);
        const behind = passage.text.slice(figure.clauseEnd, figure.clauseEnd + 30);
        if (figure.unit === '名' && /^\d{1,6}$/.test(numeral) && ASSISTANTS.test(behind)) {
          keep(passage, figure, postKind(figure.label), Number(numeral));
        }
        if (figure.counts !== 'money' || figure.unit !== '元' || !/每人每月/.test(figure.label)) return;
        const money = readMoney(numeral, '元');
        if (typeof money === 'number' && money <= MOST_MONTHLY_FEN)
          keep(passage, figure, 'monthlyRate', money);
      },
    });
  }
  return [...facts.values()];
}

/** The one value of a kind of fact, null where the text states none or several. */
function onlyValue(facts: readonly PostFact[], kind: PostFact['kind']): number | null {
  const [first, second] = facts.filter((fact) => fact.kind === kind);
  return first && !second ? first.value : null;
}

/**
 * Money of one post a year: twelve times the stated money per person and month, else the total divided by the posts
 * where that leaves no remainder. "每人每月补助1000.00元" gives 12,000 元; so do 1,800,000 元 and 150名.
 */
export function postMoneyOf(facts: readonly PostFact[], total: Fen): PostMoney | null {
  const rate = onlyValue(facts, 'monthlyRate');
  if (rate !== null) return { fen: fen(rate * 12), basis: 'monthlyRate' };
  const posts = onlyValue(facts, 'posts');
  return posts !== null && posts > 0 && total % posts === 0
    ? { fen: fen(total / posts), basis: 'totalOverPosts' }
    : null;
}

/** Says it where posts × money per post is not the sum, or where the text gives several figures for one thing. */
export function notePosts(
  facts: readonly PostFact[],
  money: PostMoney | null,
  arrangement: { readonly sum: Fen; readonly line: number },
  problems: TextProblems,
): void {
  const { sum, line } = arrangement;
  for (const kind of ['posts', 'monthlyRate'] as const) {
    const several = facts.filter((fact) => fact.kind === kind);
    const second = several[1];
    if (!second) continue;
    const list = several.map((fact) => `${fact.asPrinted}（第${fact.line}行）`).join('、');
    noteLine(problems, 'posts', second.line, {
      zh: `${kind === 'posts' ? '名额' : '每人每月标准'}前后不一致：${list}。`,
      en: `the text gives several figures for ${kind === 'posts' ? 'the posts' : 'the money per month'}: ${several.map((fact) => `${fact.asPrinted} (line ${fact.line})`).join(', ')}.`,
    });
  }
  const posts = onlyValue(facts, 'posts');
  if (posts === null || money === null || posts * money.fen === sum) return;
  const product = printYuan(fen(posts * money.fen));
  noteLine(problems, 'posts', line, {
    zh: `${posts}名 × 每名每年${printYuan(money.fen)}元 = ${product}元，与各县（市、区）金额合计${printYuan(sum)}元不同。`,
    en: `${posts} posts × ${printYuan(money.fen)} 元 a year = ${product} 元 differs from the counties' sum of ${printYuan(sum)} 元.`,
  });
}
