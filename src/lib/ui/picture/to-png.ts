/**
 * An SVG document as a PNG, drawn by this browser at `scale` times its size.
 *
 * @throws {Error} where the browser cannot draw it
 */
export async function toPng(svg: string, scale = 2): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * scale;
    canvas.height = image.naturalHeight * scale;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done, failed) =>
      canvas.toBlob(
        (blob) => (blob === null ? failed(new Error('This browser draws no PNG.')) : done(blob)),
        'image/png'
      )
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}
