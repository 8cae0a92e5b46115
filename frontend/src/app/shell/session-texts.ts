import { texts } from '../ui/texts';

/** What is said when the session ends or is about to. */
export const SESSION_TEXTS = texts(
  {
    idle: {
      title: '登录即将超时',
      text: '您已有一段时间没有操作。为保护数据，系统将在 {{ time }}后要求重新验证，已填写的内容不会丢失。',
      keep: '继续使用',
      keeping: '正在延长……',
    },
    lifetime: {
      title: '本次登录即将到期',
      text: '每次登录有最长使用时间，本次将在 {{ time }}后到期。到期后在原处输入密码即可继续，已填写的内容不会丢失。',
      now: '现在重新验证',
      later: '稍后再说',
    },
    signOut: '退出登录',
    password: {
      title: '请重新登录',
      text: '本次登录已超时、到期或已在别处结束。请输入账户“{{ username }}”的密码：页面和已填写的内容都会保留，刚才的操作将自动继续。',
      password: '密码',
      needPassword: '请填写密码',
      submit: '登录并继续',
    },
    code: {
      title: '请完成第二重验证',
      text: '这一步需要第二重验证。请输入账户“{{ username }}”的验证码，验证后自动继续。',
      textAfterPassword: '密码正确，还需输入验证码。',
      label: '验证码',
      hint: '验证器应用当前显示的 6 位数字，也可输入一个恢复码',
      needCode: '请填写验证码',
      submit: '验证并继续',
    },
    submitting: '正在验证……',
    leave: '换用其他账户',
    leaveHint: '离开本页，未提交的内容将不保留',
    cancel: '取消',
  },
  {
    idle: {
      title: 'You will be asked to sign in again',
      text: 'You have not done anything for a while. To protect the data the session ends in {{ time }}; nothing that you have typed is lost.',
      keep: 'Stay signed in',
      keeping: 'One moment…',
    },
    lifetime: {
      title: 'This sign-in ends soon',
      text: 'A sign-in has a longest time; this one ends in {{ time }}. Then you enter your password where you are and go on; nothing that you have typed is lost.',
      now: 'Enter it now',
      later: 'Later',
    },
    signOut: 'Sign out',
    password: {
      title: 'Sign in again',
      text: 'The session was idle for too long, has reached its end, or was ended elsewhere. Enter the password of “{{ username }}”: the page and all that you have typed stay, and what you were doing goes on.',
      password: 'Password',
      needPassword: 'Enter the password',
      submit: 'Sign in and go on',
    },
    code: {
      title: 'Give your second factor',
      text: 'This step needs the second factor. Enter the code of “{{ username }}”; then it goes on by itself.',
      textAfterPassword: 'The password is right; now enter the code.',
      label: 'Code',
      hint: 'The six digits that your authenticator shows now, or a recovery code',
      needCode: 'Enter the code',
      submit: 'Confirm and go on',
    },
    submitting: 'One moment…',
    leave: 'Use another account',
    leaveHint: 'Leaves this page: what is not sent is not kept',
    cancel: 'Cancel',
  },
);
