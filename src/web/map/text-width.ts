let pen: CanvasRenderingContext2D | null | undefined;

/** Width of a text in the page's type, in pixels; about right where the browser gives no canvas. */
export function textWidth(text: string, font = '550 12.5px'): number {
  pen ??= document.createElement('canvas').getContext('2d');
  if (!pen) return text.length * 6.6;
  pen.font = `${font} "Source Sans 3 Variable", system-ui, sans-serif`;
  return pen.measureText(text).width;
}
