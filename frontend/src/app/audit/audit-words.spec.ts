import { TestBed } from '@angular/core/testing';
import { givenServer, openPage } from '../testing';
import { AuditPage } from './audit-page';
import { AuditWords } from './audit-words';

describe('values in an entry of the trail', () => {
  it('stand in words where the program names them, and a name of a person as it is written', async () => {
    givenServer({
      'GET /api/session': { body: { account: null, demonstration: null } },
      'GET /api/audit': { body: { entries: [], more: false } },
    });
    await openPage(AuditPage, '/audit');
    const words = TestBed.inject(AuditWords);
    expect(words.value('finance', ['username'])).toBe('finance');
    expect(words.value('leader', ['username'])).toBe('leader');
    expect(words.value('disabled', ['name'])).toBe('disabled');
    expect(words.value('finance', ['roles'])).toBe('市财政局');
    expect(words.value(['leader', 'finance'], ['roles'])).toBe('局领导、市财政局');
    expect(words.value('disabled', ['former', 'state'])).toBe('已停用');
    expect(words.value('recoveryCode', ['by'])).toBe('恢复码');
  });
});
