import { tooltipLines } from './escape';

describe('the tooltip of a chart', () => {
  it('has no element but the breaks between its lines', () => {
    expect(tooltipLines('<img src=x onerror=alert(1)><br>12 & 3\n"四"')).toBe(
      '&lt;img src=x onerror=alert(1)&gt;<br>12 &amp; 3<br>&quot;四&quot;',
    );
    expect(tooltipLines(['<b>一</b>', '二'])).toBe('&lt;b&gt;一&lt;/b&gt;<br>二');
  });
});
