import qrcode from 'qrcode-generator';

/** A text as a QR code in SVG that scales with its place; ASCII only, which an otpauth URI is. */
export function qrCodeSvg(text: string): string {
  const code = qrcode(0, 'M');
  code.addData(text, 'Byte');
  code.make();
  return code.createSvgTag({ cellSize: 4, margin: 16, scalable: true });
}
