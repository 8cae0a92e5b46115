import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';

/** Half the size, so that the edges of letters, which each machine smooths a little differently, weigh less. */
const SCALE = 0.5;
/** By how much one colour of a point may differ, of 255. */
const TOLERANCE = 40;
/** The share of points that may differ by more: about one line of text. */
const MOST = 0.004;

interface Difference {
  readonly share: number;
  readonly width: number;
  readonly height: number;
}

/** What the page looks like, opened to stand `still`; as WebP, a third of what PNG takes. */
export async function pictureOf(page: Page): Promise<Buffer> {
  const png = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  const base64 = await page.evaluate(async (source) => {
    const bytes = Uint8Array.from(atob(source), (character) => character.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [bitmap.width, bitmap.height];
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
    return canvas.toDataURL('image/webp', 0.8).split(',')[1] ?? '';
  }, png.toString('base64'));
  return Buffer.from(base64, 'base64');
}

/** The share of points in which two pictures differ visibly; 1 where they are not of one size. */
function differenceOf(page: Page, one: Buffer, other: Buffer): Promise<Difference> {
  return page.evaluate(
    async ({ sources, scale, tolerance }) => {
      const [left, right] = await Promise.all(
        sources.map(async (source) => {
          const bytes = Uint8Array.from(atob(source), (character) => character.charCodeAt(0));
          const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/webp' }));
          const canvas = document.createElement('canvas');
          canvas.width = Math.round(bitmap.width * scale);
          canvas.height = Math.round(bitmap.height * scale);
          const context = canvas.getContext('2d');
          if (!context) throw new Error('This browser draws no canvas.');
          context.imageSmoothingQuality = 'high';
          context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
          return context.getImageData(0, 0, canvas.width, canvas.height);
        }),
      );
      if (!left || !right) throw new Error('Two pictures are compared.');
      const size = { width: left.width, height: left.height };
      if (left.width !== right.width || left.height !== right.height) return { share: 1, ...size };
      let different = 0;
      for (let at = 0; at < left.data.length; at += 4) {
        const apart = [0, 1, 2].some(
          (colour) => Math.abs((left.data[at + colour] ?? 0) - (right.data[at + colour] ?? 0)) > tolerance,
        );
        if (apart) different += 1;
      }
      return { share: different / (left.data.length / 4), ...size };
    },
    { sources: [one, other].map((buffer) => buffer.toString('base64')), scale: SCALE, tolerance: TOLERANCE },
  );
}

/**
 * Holds a page against its reference picture. With E2E_NEW_PICTURES=1 the picture becomes the reference instead: look
 * at it before it is committed. What differs is kept under tests/pictures/different, to be looked at too.
 */
export async function looksAs(page: Page, file: string): Promise<void> {
  const picture = await pictureOf(page);
  if (process.env['E2E_NEW_PICTURES']) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, picture);
    return;
  }
  if (!existsSync(file)) throw new Error(`${file} is missing: run once with E2E_NEW_PICTURES=1.`);
  const { share } = await differenceOf(page, picture, readFileSync(file));
  if (share <= MOST) return;
  const kept = path.join(__dirname, '..', 'pictures', 'different', path.basename(file));
  mkdirSync(path.dirname(kept), { recursive: true });
  writeFileSync(kept, picture);
  throw new Error(`${(share * 100).toFixed(2)} % of ${file} looks different; see ${kept}.`);
}
