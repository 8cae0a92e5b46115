import { bilingual, type Bilingual } from '../../bilingual';

/**
 * A sentence of the engine, which speaks of units and parts, about counties and posts, without the id of any: 单位“x” is
 * 该县（市、区）. Where nothing is to be replaced the sentence is given back as it is.
 * Example: Unit "x" lacks a score → The county lacks a score.
 */
export function inPosts({ zh, en }: Bilingual): Bilingual {
  return bilingual(
    zh.includes('单位') ? chinese(zh) : zh,
    en.includes('nit') || en.includes('part') ? english(en) : en,
  );
}

const chinese = (text: string): string =>
  text
    .replace(/单位“[^”]*”/g, '该县（市、区）')
    .replaceAll('单位', '县（市、区）')
    .replace(/(\d) 份/g, '$1 个名额');

const english = (text: string): string =>
  text
    .replace(/Unit "[^"]*"/g, 'The county')
    .replace(/unit "[^"]*"/g, 'the county')
    .replace(/\bunits\b/g, 'counties')
    .replace(/\bunit\b/g, 'county')
    .replace(/\bparts\b/g, 'posts')
    .replace(/\bpart\b/g, 'post');
