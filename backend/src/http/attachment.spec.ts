import type { FastifyReply } from 'fastify';
import { asAttachment } from './attachment';

function headerOf(fileName: string): string {
  let value = '';
  asAttachment({ header: (_: string, text: string) => (value = text) } as unknown as FastifyReply, fileName);
  return value;
}

describe('an answer that is a file', () => {
  it('is saved under its name', () => {
    expect(headerOf('audit-530400.json')).toBe('attachment; filename="audit-530400.json"');
  });

  it('has a Chinese name where browsers can read it, and letters where they cannot', () => {
    expect(headerOf('审计(1).json')).toBe(
      `attachment; filename="__(1).json"; filename*=UTF-8''%E5%AE%A1%E8%AE%A1%281%29.json`,
    );
  });

  it.each([
    ['a"; filename="b.exe', 'attachment; filename="a_; filename=_b.exe"'],
    ['a\r\nset-cookie: x', 'attachment; filename="a__set-cookie_ x"'],
    ['../../etc/passwd', 'attachment; filename=".._.._etc_passwd"'],
    ['\ud800', `attachment; filename="_"; filename*=UTF-8''%EF%BF%BD`],
  ])('a name cannot end the header or leave the folder: %j', (name, header) => {
    expect(headerOf(name)).toBe(header);
  });
});
