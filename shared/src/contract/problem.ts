import * as z from 'zod';

/**
 * The catalogue of problems (RFC 9457). `type` is `/problems/<slug>`; the title is said in both languages,
 * because a message that its reader cannot read is no message.
 */
export const PROBLEMS = {
  'invalid-request': { status: 400, zh: '请求格式有误', en: 'The request does not match the contract' },
  'sign-in-required': { status: 401, zh: '请先登录', en: 'Sign in first' },
  'wrong-credentials': { status: 401, zh: '用户名或密码不正确', en: 'Wrong user name or password' },
  forbidden: { status: 403, zh: '您的角色无权进行此操作', en: 'Your role may not do this' },
  'not-found': { status: 404, zh: '没有找到', en: 'Not found' },
  conflict: { status: 409, zh: '与现有数据冲突', en: 'Conflicts with what is stored' },
  'too-large': { status: 413, zh: '内容过大', en: 'The content is too large' },
  'unsupported-media-type': { status: 415, zh: '不支持的内容类型', en: 'Unsupported content type' },
  refused: { status: 422, zh: '不符合规则，未予受理', en: 'Refused by a rule' },
  'too-many-requests': {
    status: 429,
    zh: '请求过于频繁，请稍后再试',
    en: 'Too many requests, try again later',
  },
  internal: { status: 500, zh: '系统内部错误', en: 'Internal error' },
  unavailable: { status: 503, zh: '服务正在启动或停止', en: 'The service is starting or stopping' },
} as const satisfies Record<string, { status: number; zh: string; en: string }>;

export type ProblemSlug = keyof typeof PROBLEMS;

export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string().optional(),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  })
  .meta({ id: 'Problem', description: 'application/problem+json (RFC 9457)' });
export type Problem = z.infer<typeof problem>;
