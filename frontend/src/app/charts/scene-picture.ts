import type { Mark, Scene, Words } from './scene';

const SCALE = 2;

/** The scene as a canvas of twice its size, for the picture that leaves the page. */
export function paintScene(scene: Scene, width: number): HTMLCanvasElement {
  const { height, marks } = scene.draw(width);
  const canvas = document.createElement('canvas');
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  const pen = canvas.getContext('2d');
  if (!pen) return canvas;
  pen.scale(SCALE, SCALE);
  const hatching = hatchingOf(scene.background);
  for (const mark of marks) paintMark(pen, mark, { scene, hatching });
  return canvas;
}

interface Paint {
  readonly scene: Scene;
  readonly hatching: HTMLCanvasElement;
}

function paintMark(pen: CanvasRenderingContext2D, mark: Mark, { scene, hatching }: Paint): void {
  pen.save();
  pen.globalAlpha = mark.opacity ?? 1;
  if (mark.kind === 'words') paintWords(pen, mark, scene.font);
  else {
    const shape = new Path2D(mark.kind === 'outline' ? mark.path : undefined);
    if (mark.kind === 'rectangle') shape.roundRect(mark.x, mark.y, mark.width, mark.height, mark.radius ?? 0);
    if (mark.fill !== 'none') {
      pen.fillStyle = mark.fill;
      pen.fill(shape, 'evenodd');
    }
    const pattern = mark.hatched ? pen.createPattern(hatching, 'repeat') : null;
    if (pattern) {
      pen.fillStyle = pattern;
      pen.fill(shape, 'evenodd');
    }
    if (mark.stroke) {
      pen.strokeStyle = mark.stroke;
      pen.lineWidth = mark.strokeWidth ?? 1;
      pen.setLineDash(mark.dashed ? [4, 3] : []);
      pen.stroke(shape);
    }
  }
  pen.restore();
}

function paintWords(pen: CanvasRenderingContext2D, words: Words, font: string): void {
  pen.font = `${words.bold ? 'bold ' : ''}${words.size}px ${font}`;
  pen.textAlign = words.anchor === 'middle' ? 'center' : (words.anchor ?? 'start');
  if (words.halo) {
    pen.strokeStyle = words.halo;
    pen.lineWidth = 3;
    pen.lineJoin = 'round';
    pen.strokeText(words.text, words.x, words.y);
  }
  pen.fillStyle = words.fill;
  pen.fillText(words.text, words.x, words.y);
}

/** The same diagonal lines as the pattern of scene-view. */
function hatchingOf(colour: string): HTMLCanvasElement {
  const tile = document.createElement('canvas');
  tile.width = tile.height = 8;
  const pen = tile.getContext('2d');
  if (!pen) return tile;
  pen.strokeStyle = colour;
  pen.lineWidth = 2;
  for (const shift of [-8, 0, 8]) {
    pen.moveTo(shift, 8);
    pen.lineTo(shift + 8, 0);
  }
  pen.stroke();
  return tile;
}
