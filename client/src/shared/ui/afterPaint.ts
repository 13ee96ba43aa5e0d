/** Acts once what is drawn now is on the screen, unless the returned function calls it off before. */
export function afterPaint(act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => { timer = setTimeout(act); });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
