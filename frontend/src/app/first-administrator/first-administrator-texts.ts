import { texts } from '../ui/texts';

export const FIRST_ADMINISTRATOR_TEXTS = texts(
  {
    title: '建立首个管理员',
    question: '谁来管理这个系统的账户？',
    intro:
      '本页由首次启动时打印的一次性链接打开。建立后链接失效，其余账户由该管理员分配；管理员不查看业务数据。',
    noToken: '链接不完整',
    noTokenText: '地址中缺少一次性口令。请从启动服务的窗口复制整条链接（含“#”后面的部分）打开。',
    username: '用户名',
    usernameHint: '3至40位，小写字母开头，可用小写字母、数字和短横线',
    usernameProblem: '请按要求填写用户名：小写字母开头，3至40位，只用小写字母、数字和短横线',
    name: '姓名',
    nameProblem: '请填写姓名（不超过50字）',
    submit: '建立管理员账户',
    submitting: '正在建立……',
    tokenProblem:
      '如提示链接无效或已使用：管理员若已建立，请直接登录；否则请重新启动服务，使用新打印的链接。',
    signIn: '去登录',
  },
  {
    title: 'Make the first administrator',
    question: 'Who manages the accounts of this system?',
    intro:
      'This page is opened by the one-time link that the first start printed. The link ends once it is used. The administrator makes all other accounts, and sees no business data.',
    noToken: 'The link is incomplete',
    noTokenText:
      'The address lacks the one-time token. Copy the whole link, with what follows the “#”, from the window where the service was started.',
    username: 'User name',
    usernameHint: '3 to 40 characters, a small letter first, then small letters, digits and hyphens',
    usernameProblem: 'Enter 3 to 40 characters: a small letter first, then small letters, digits and hyphens',
    name: 'Name',
    nameProblem: 'Enter a name of at most 50 characters',
    submit: 'Make the administrator account',
    submitting: 'Making it…',
    tokenProblem:
      'If the link is wrong or used: where the administrator exists already, sign in; otherwise start the service again and use the link that it prints.',
    signIn: 'Go to sign-in',
  },
);
