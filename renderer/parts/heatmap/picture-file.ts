import { paint, type Picture } from './paint.ts';

/** The largest side that browsers draw. */
const largestSide = 16_384;

/**
 * The whole heatmap as a PNG, at twice the size of the screen's where that can be drawn.
 * @throws Error where the browser cannot draw it
 */
export async function toPng(picture: Picture): Promise<Uint8Array> {
  const { width, height } = picture.sizes;
  const scale = Math.min(2, largestSide / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(width * scale);
  canvas.height = Math.floor(height * scale);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no 2d context');
  context.scale(scale, scale);
  paint(context, { ...picture, cursor: null, marked: null }, { x: 0, y: 0, width, height });
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (blob === null) throw new Error('the picture is too large');
  return new Uint8Array(await blob.arrayBuffer());
}
