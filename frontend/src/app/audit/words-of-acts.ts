/**
 * What every act of the trail is called: a test holds this table to the acts of the contract and to those that the
 * program does by itself.
 */
export const ACT_TEXTS_ZH = {
  session: { open: '登录', end: '结束登录', endOthers: '结束其他设备上的登录', confirm: '完成第二重验证' },
  password: { change: '修改密码' },
  secondFactor: {
    begin: '开始启用第二重验证',
    enrol: '启用第二重验证',
    remove: '停用第二重验证',
    renewRecoveryCodes: '更换恢复码',
  },
  accessToken: { create: '建立访问令牌', revoke: '撤销访问令牌' },
  account: {
    makeFirst: '设立首位系统管理员',
    changePhone: '变更本人电话',
    create: '建立账户',
    change: '修改账户',
    disable: '停用账户',
    resetPassword: '重置密码',
    resetSecondFactor: '重置第二重验证',
    unlock: '解除锁定',
    disclosePhone: '查看完整电话',
    handOver: '办理换人交接',
    approve: '审批账户',
  },
  securitySettings: { change: '修改安全设置' },
  roster: {
    enter: '登记协勤人员',
    change: '修改协勤人员',
    offPost: '办理离岗',
    disclose: '查看完整证件号码和银行卡号',
  },
  dutyRule: { change: '更改待办事项的期限和依据' },
  holidayTable: { load: '载入节假日安排' },
  year: { open: '开启年度', close: '关闭年度', reopen: '重新开放年度' },
  sheet: {
    write: '填写表中一项',
    confirmUnchanged: '本月无变化，确认',
    submit: '报送表',
    return: '退回表',
    approve: '审核表',
    reopen: '重新开放表',
  },
  sheetTemplate: { publish: '发布表的模板' },
  publication: { load: '载入公布文本' },
  scoringRun: { create: '计算评分' },
  allocationRun: { create: '测算资金分配' },
  audit: { export: '导出审计日志', seal: '封存审计日志' },
  personalData: { erase: '清除到期的个人信息', rotateKeys: '更换个人信息密钥' },
  installation: { fill: '完成初始设置', renewLink: '重新生成首位管理员的一次性链接' },
};

export const ACT_TEXTS_EN: typeof ACT_TEXTS_ZH = {
  session: {
    open: 'sign in',
    end: 'end a session',
    endOthers: 'end the sessions on other devices',
    confirm: 'give the second factor',
  },
  password: { change: 'change the password' },
  secondFactor: {
    begin: 'begin to enrol a second factor',
    enrol: 'enrol a second factor',
    remove: 'give up the second factor',
    renewRecoveryCodes: 'renew the recovery codes',
  },
  accessToken: { create: 'make an access token', revoke: 'revoke an access token' },
  account: {
    makeFirst: 'make the first system administrator',
    changePhone: 'change the own telephone number',
    create: 'make an account',
    change: 'change an account',
    disable: 'close an account',
    resetPassword: 'reset a password',
    resetSecondFactor: 'reset a second factor',
    unlock: 'unlock an account',
    disclosePhone: 'see a whole telephone number',
    handOver: 'hand an account over',
    approve: 'approve an account',
  },
  securitySettings: { change: 'change the security settings' },
  roster: {
    enter: 'enter an assistant',
    change: 'change an assistant',
    offPost: 'take an assistant off post',
    disclose: 'see whole identity and card numbers',
  },
  dutyRule: { change: 'change the term or basis of a duty' },
  holidayTable: { load: 'load the holidays of a year' },
  year: { open: 'open a year', close: 'close a year', reopen: 'open a closed year again' },
  sheet: {
    write: 'Enter an item of a sheet',
    confirmUnchanged: 'Confirm a month as unchanged',
    submit: 'Submit a sheet',
    return: 'Return a sheet',
    approve: 'Approve a sheet',
    reopen: 'Reopen a sheet',
  },
  sheetTemplate: { publish: 'Publish a template of sheets' },
  publication: { load: 'load an official text' },
  scoringRun: { create: 'compute scores' },
  allocationRun: { create: 'compute an allocation' },
  audit: { export: 'export the audit trail', seal: 'seal the audit trail' },
  personalData: { erase: 'erase personal data that is due', rotateKeys: 'change the key of personal data' },
  installation: {
    fill: 'set the installation up',
    renewLink: 'renew the one-time link of the first administrator',
  },
};

/** The acts by their names in the trail, such as `account.create`, in the order of the table. */
export const ACTS: readonly string[] = Object.entries(ACT_TEXTS_ZH).flatMap(([group, acts]) =>
  Object.keys(acts).map((act) => `${group}.${act}`),
);
