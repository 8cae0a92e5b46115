import type { RoleGuide } from './role-guide';

/** The three administrators; none of them sees business data. */
export const ADMINISTRATION_GUIDES: readonly RoleGuide[] = [
  {
    role: 'systemAdministrator',
    purpose: {
      zh: '建立、变更、移交账户。',
      en: 'Set up accounts, change them, hand them over.',
    },
    steps: [
      {
        title: { zh: '建立账户', en: 'Set up an account' },
        text: {
          zh: '填姓名、单位和角色，由安全管理员批准后生效；初始密码只显示一次。',
          en: 'Name, place and role; the security administrator approves it. The first password is shown once.',
        },
        path: '/administration/accounts',
        picture: 'accounts',
      },
      {
        title: { zh: '换人交接', en: 'Hand over' },
        text: {
          zh: '人员变动时在账户页办理交接，未办事项一并列出。',
          en: 'When somebody leaves, the hand-over lists what is pending.',
        },
        path: '/administration/accounts',
      },
    ],
    limits: { zh: '看不到任何业务数据。', en: 'You see no business data.' },
  },
  {
    role: 'securityAdministrator',
    purpose: {
      zh: '批准账户，管理密码、锁定、会话等安全设置。',
      en: 'Approve accounts; keep the rules of passwords, lockout and sessions.',
    },
    steps: [
      {
        title: { zh: '批准账户变更', en: 'Approve changes of accounts' },
        text: {
          zh: '“账户管理”中待批准的排在前面，核对后批准或退回。',
          en: 'What waits for approval comes first; approve it or return it.',
        },
        path: '/administration/accounts',
        picture: 'accounts',
      },
      {
        title: { zh: '核对安全设置', en: 'Check the settings' },
        text: {
          zh: '每项设置写明允许范围和依据，改动记入审计日志。',
          en: 'Each setting says its range and its basis; a change is kept in the audit trail.',
        },
        path: '/administration/security',
        picture: 'security',
      },
    ],
    limits: {
      zh: '看不到业务数据；不能建立账户。',
      en: 'You see no business data and set up no account.',
    },
  },
  {
    role: 'auditAdministrator',
    purpose: {
      zh: '查看谁在什么时候做了什么，验证日志没有被改动。',
      en: 'See who did what and when, and that nothing of it was changed.',
    },
    steps: [
      {
        title: { zh: '查日志', en: 'Search the trail' },
        text: {
          zh: '按人员、对象、时间查询；查看个人信息的记录单独列出。',
          en: 'By person, object or time; looks at personal data are listed apart.',
        },
        path: '/audit',
        picture: 'audit',
      },
      {
        title: { zh: '验证和导出', en: 'Verify and export' },
        text: {
          zh: '“每日封存”可以证明日志前后相接、没有改动；导出的文件带校验码。',
          en: 'Seals prove that the trail is whole; what is exported carries its check code.',
        },
        path: '/audit/seals',
      },
    ],
    limits: {
      zh: '只能看，不能修改或删除日志；看不到业务数据。',
      en: 'You read; nothing of the trail can be changed or deleted. You see no business data.',
    },
  },
];
