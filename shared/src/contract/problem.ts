import * as z from 'zod';

/**
 * The catalogue of problems (RFC 9457). `type` is `/problems/<slug>`; the title is said in both languages,
 * because a message that its reader cannot read is no message.
 */
export const PROBLEMS = {
  'invalid-request': { status: 400, zh: '请求格式有误', en: 'The request does not match the contract' },
  'sign-in-required': {
    status: 401,
    zh: '请先登录',
    en: 'Sign in first',
    advice: {
      zh: '尚未登录，或登录已过期；请登录后再试。',
      en: 'Nobody is signed in, or the session is over: sign in and try again.',
    },
  },
  'wrong-credentials': { status: 401, zh: '用户名或密码不正确', en: 'Wrong user name or password' },
  'second-factor-required': {
    status: 401,
    zh: '需要第二重验证',
    en: 'The second factor is required',
    advice: {
      zh: '请输入验证器当前显示的六位数字，或一个未用过的恢复码，再提交一次。',
      en: 'Enter the six digits that your authenticator shows now, or an unused recovery code, and send it again.',
    },
  },
  'password-change-required': {
    status: 403,
    zh: '请先修改密码',
    en: 'Change your password first',
    advice: {
      zh: '这是初始密码或已到期的密码；修改后即可继续。',
      en: 'This is a first password or one that is too old: change it and go on.',
    },
  },
  'second-factor-enrolment-required': {
    status: 403,
    zh: '请先启用第二重验证',
    en: 'Enrol your second factor first',
    advice: {
      zh: '您的角色须使用第二重验证；请在“我的账户”中启用后再继续。',
      en: 'Your role signs in with a second factor: enrol it under “My account” and go on.',
    },
  },
  'wrong-origin': {
    status: 403,
    zh: '请求来自其他网站，未予受理',
    en: 'The request came from another site',
    advice: {
      zh: '请从本系统的页面操作；经代理访问的，请联系系统管理员核对对外网址设置。',
      en: 'Use the pages of this program; behind a proxy, ask the system administrator to check the public address.',
    },
  },
  forbidden: {
    status: 403,
    zh: '您的角色无权进行此操作',
    en: 'Your role may not do this',
    advice: {
      zh: '您的账户角色不含此项权限；工作需要的，请联系系统管理员。',
      en: 'The roles of your account do not include this; if your work needs it, ask the system administrator.',
    },
  },
  'not-found': {
    status: 404,
    zh: '没有找到',
    en: 'Not found',
    advice: {
      zh: '没有这条记录，或者不在您的查看范围内；请核对地址，或从总览进入。',
      en: 'There is no such record, or it is outside what you may read: check the address, or start from the overview.',
    },
  },
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
} as const satisfies Record<string, ProblemKind>;

interface ProblemKind {
  readonly status: number;
  readonly zh: string;
  readonly en: string;
  /** What to do, where the thrower says nothing more exact. */
  readonly advice?: { readonly zh: string; readonly en: string };
}

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
