import { evidenceLink, isUnsafeLink } from './evidence-link';

describe('where a document’s name leads', () => {
  it.each([
    ['https://www.example.gov.cn', true],
    ['https://oa.example.gov.cn:8443/files/12?x=1#page=3', true],
    ['HTTPS://WWW.EXAMPLE.GOV.CN/a', true],
    ['玉财社〔2026〕12号', false],
    ['附件: 工资发放名册', false],
    ['javascript:alert(1)', false],
    ['见 https://www.example.gov.cn', false],
  ])('%s is a link: %s', (source, leads) => {
    expect(evidenceLink(source)).toBe(leads ? source : null);
    expect(isUnsafeLink(source)).toBe(false);
  });

  it.each([
    'http://www.example.gov.cn/1.pdf',
    'ftp://files/1.pdf',
    'file:///C:/1.pdf',
    'javascript://x%0aalert(1)',
    'https://',
    'https://user:secret@www.example.gov.cn',
    'https://www.example.gov.cn/a b',
  ])('%s is none that may be followed', (source) => {
    expect(evidenceLink(source)).toBeNull();
    expect(isUnsafeLink(source)).toBe(true);
  });
});
