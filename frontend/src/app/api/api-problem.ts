import type { PROBLEMS, Problem, ProblemSlug } from '@yuheng/shared/contract/problem';
import type { Bilingual } from '@yuheng/shared/domain/bilingual';

type Titles = { readonly [S in ProblemSlug]: Pick<(typeof PROBLEMS)[S], 'zh' | 'en'> };

/** The titles of the contract's catalogue, held to it word by word by the compiler (see routes.ts for why a copy). */
const TITLES: Titles = {
  'invalid-request': { zh: '请求格式有误', en: 'The request does not match the contract' },
  'sign-in-required': { zh: '请先登录', en: 'Sign in first' },
  'wrong-credentials': { zh: '用户名或密码不正确', en: 'Wrong user name or password' },
  'second-factor-required': { zh: '需要第二重验证', en: 'The second factor is required' },
  'password-change-required': { zh: '请先修改密码', en: 'Change your password first' },
  'second-factor-enrolment-required': { zh: '请先启用第二重验证', en: 'Enrol your second factor first' },
  'wrong-origin': { zh: '请求来自其他网站，未予受理', en: 'The request came from another site' },
  forbidden: { zh: '您的角色无权进行此操作', en: 'Your role may not do this' },
  'not-found': { zh: '没有找到', en: 'Not found' },
  conflict: { zh: '与现有数据冲突', en: 'Conflicts with what is stored' },
  'too-large': { zh: '内容过大', en: 'The content is too large' },
  'unsupported-media-type': { zh: '不支持的内容类型', en: 'Unsupported content type' },
  refused: { zh: '不符合规则，未予受理', en: 'Refused by a rule' },
  'too-many-requests': { zh: '请求过于频繁，请稍后再试', en: 'Too many requests, try again later' },
  internal: { zh: '系统内部错误', en: 'Internal error' },
  unavailable: { zh: '服务正在启动或停止', en: 'The service is starting or stopping' },
};

/** `network`: no answer at all. `unreadable`: an answer that is not from this program, such as a proxy's page. */
export type ClientProblem = ProblemSlug | 'network' | 'unreadable';

export interface FieldProblem {
  readonly pointer: string;
  readonly detail: Bilingual;
}

/** What went wrong with a call, in both languages: what, where, and what to do. */
export class ApiProblem extends Error {
  constructor(
    readonly kind: ClientProblem,
    readonly status: number,
    readonly text: { readonly title: Bilingual; readonly detail: Bilingual },
    readonly errors: readonly FieldProblem[] = [],
    /** Seconds after which trying again makes sense; null where the server does not say. */
    readonly retryAfter: number | null = null,
  ) {
    super(`${kind}: ${text.detail.en || text.title.en}`);
  }
}

const CHINESE = /[\u3400-\u9fff]/;

/**
 * The server writes 「中文 / English」 where one string must serve both. Split at the last " / " that has Chinese
 * before it and none after it; a string in one language serves both.
 */
export function splitBilingual(text: string): Bilingual {
  const at = text.lastIndexOf(' / ');
  const [zh, en] = [text.slice(0, at), text.slice(at + 3)];
  return at > 0 && CHINESE.test(zh) && !CHINESE.test(en) ? { zh, en } : { zh: text, en: text };
}

const isSlug = (slug: string): slug is ProblemSlug => Object.hasOwn(TITLES, slug);

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'type' in body && typeof body.type === 'string';

const secondsOf = (retryAfter: string | null): number | null =>
  retryAfter !== null && /^\d{1,6}$/.test(retryAfter) ? Number(retryAfter) : null;

/** Reads an application/problem+json body and its Retry-After; anything else becomes `unreadable`, never a crash. */
export function apiProblem(status: number, body: unknown, retryAfter: string | null = null): ApiProblem {
  const slug = isProblem(body) ? (body.type.split('/').at(-1) ?? '') : '';
  if (!isProblem(body) || !isSlug(slug)) {
    return new ApiProblem('unreadable', status, {
      title: { zh: `服务器的答复无法识别（${status}）`, en: `The answer could not be read (${status})` },
      detail: {
        zh: '请稍后重试；如仍不行，请把此页地址和时间告诉系统管理员。',
        en: 'Try again later; if it stays, tell the administrator the address of this page and the time.',
      },
    });
  }
  return new ApiProblem(
    slug,
    status,
    { title: TITLES[slug], detail: splitBilingual(body.detail ?? '') },
    (body.errors ?? []).map((one) => ({ pointer: one.pointer, detail: splitBilingual(one.detail) })),
    secondsOf(retryAfter),
  );
}

/** No answer came: the network is down or the service is not running. */
export const networkProblem = (): ApiProblem =>
  new ApiProblem('network', 0, {
    title: { zh: '连接不到服务器', en: 'The server cannot be reached' },
    detail: {
      zh: '请检查网络后重试；已显示的内容不受影响。',
      en: 'Check the network and try again; what is already shown is not affected.',
    },
  });

/** Whatever was thrown, as a problem that can be said; what is not ours reads as "no answer". */
export const asApiProblem = (failure: unknown): ApiProblem =>
  failure instanceof ApiProblem ? failure : networkProblem();
