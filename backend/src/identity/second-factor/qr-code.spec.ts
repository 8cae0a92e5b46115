import { qrCodeSvg } from './qr-code';

describe('a QR code', () => {
  it('is one SVG that scales, without script, style or address of another host', () => {
    const svg = qrCodeSvg('otpauth://totp/x:y?secret=GEZDGNBVGY3TQOJQ&issuer=x');
    expect(svg).toMatch(
      /^<svg version="1\.1" xmlns="http:\/\/www\.w3\.org\/2000\/svg"[^>]* viewBox="0 0 \d+ \d+"/,
    );
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/script|style|href|http/);
  });

  it('differs for texts that differ in one character', () => {
    expect(qrCodeSvg('otpauth://totp/x:a')).not.toBe(qrCodeSvg('otpauth://totp/x:b'));
  });
});
