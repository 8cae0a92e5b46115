export interface PictureTexts {
  readonly title: string;
  /** The sentence that says the chart. */
  readonly summary: string;
  /** 数据截至 …, and 演示数据 where the data is invented; burnt in, because a picture travels without its page. */
  readonly foot: string;
  /** Drawn large and faint across the picture; empty for real data. */
  readonly watermark: string;
  readonly ink: string;
  readonly background: string;
}

const SCALE = 2;
const FONT = "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";

/** Puts title, sentence, day and watermark around a drawn chart. */
export function drawPicture(chart: HTMLCanvasElement, texts: PictureTexts): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  if (!pen) return Promise.resolve(null);
  const margin = 16 * SCALE;
  const width = chart.width + 2 * margin;
  pen.font = `${13 * SCALE}px ${FONT}`;
  const lines = wrap(pen, texts.summary, chart.width);
  const foot = wrap(pen, texts.foot, chart.width);
  const headHeight = (34 + lines.length * 20) * SCALE;
  canvas.width = width;
  canvas.height = headHeight + chart.height + (20 + foot.length * 20) * SCALE;
  pen.fillStyle = texts.background;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(chart, margin, headHeight);
  pen.fillStyle = texts.ink;
  pen.font = `bold ${16 * SCALE}px ${FONT}`;
  pen.fillText(texts.title, margin, 26 * SCALE);
  pen.font = `${13 * SCALE}px ${FONT}`;
  lines.forEach((line, index) => pen.fillText(line, margin, (46 + index * 20) * SCALE));
  foot.forEach((line, index) =>
    pen.fillText(line, margin, canvas.height - (14 + (foot.length - 1 - index) * 20) * SCALE),
  );
  if (texts.watermark) drawWatermark(pen, texts.watermark, texts.ink);
  return new Promise((done) => canvas.toBlob(done, 'image/png'));
}

function drawWatermark(pen: CanvasRenderingContext2D, text: string, ink: string): void {
  const { width, height } = pen.canvas;
  pen.save();
  pen.globalAlpha = 0.09;
  pen.fillStyle = ink;
  pen.font = `bold ${Math.round(width / 9)}px ${FONT}`;
  pen.textAlign = 'center';
  pen.translate(width / 2, height / 2);
  pen.rotate(-0.35);
  pen.fillText(text, 0, 0);
  pen.restore();
}

function wrap(pen: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines = [''];
  for (const piece of text.match(/[\x21-\x7e]+\s?|./gu) ?? []) {
    const last = lines.length - 1;
    if (pen.measureText(lines[last] + piece).width > width) lines.push(piece);
    else lines[last] += piece;
  }
  return lines;
}
