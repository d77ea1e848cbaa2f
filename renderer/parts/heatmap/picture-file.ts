import { frameSizes, paintFrame, type Frame } from './frame.ts';
import { paint, type Picture } from './paint.ts';

/** The largest side that browsers draw. */
const largestSide = 16_384;

/**
 * The whole heatmap as a PNG, at twice the size of the screen's where that can be drawn.
 * @throws Error where the browser cannot draw it
 */
export async function toPng(picture: Picture, frame: Frame): Promise<Uint8Array> {
  const { grid, sizes, ink } = picture;
  const width = Math.max(sizes.width, frameSizes.leastWidth);
  const height = sizes.height + frameSizes.head + frameSizes.foot;
  const scale = Math.min(2, largestSide / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(width * scale);
  canvas.height = Math.floor(height * scale);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no 2d context');
  context.scale(scale, scale);
  context.fillStyle = ink.paper;
  context.fillRect(0, 0, width, height);
  context.save();
  context.translate(0, frameSizes.head);
  paint(
    context,
    { ...picture, cursor: null, marked: null },
    { x: 0, y: 0, width: sizes.width, height: sizes.height },
  );
  context.restore();
  paintFrame(context, grid, ink, frame, sizes.height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (blob === null) throw new Error('the picture is too large');
  return new Uint8Array(await blob.arrayBuffer());
}
