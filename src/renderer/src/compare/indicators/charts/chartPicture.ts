/** Drawn at twice its size, so that it stays sharp on paper. */
const SCALE = 2;
const MARGIN = 16;
const TITLE = 30;
/** What the style sheet says of a shape and the picture must carry itself. */
const CARRIED = [
  'fill',
  'stroke',
  'stroke-dasharray',
  'stroke-width',
  'font-family',
  'font-size',
  'font-variant-numeric',
] as const;

/** The chart on white paper under its title, as a PNG in base64. Colours are those of the light theme. */
export async function drawPicture(chart: SVGSVGElement, title: string): Promise<string> {
  const { width, height } = chart.viewBox.baseVal;
  const paper = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const full = { width: width + 2 * MARGIN, height: height + TITLE + 2 * MARGIN };
  paper.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  paper.setAttribute('width', String(full.width));
  paper.setAttribute('height', String(full.height));
  const head = document.createElementNS('http://www.w3.org/2000/svg', 'text');
  head.textContent = title;
  head.setAttribute('x', String(MARGIN));
  head.setAttribute('y', String(MARGIN + 14));
  head.setAttribute('font-size', '14');
  head.setAttribute('font-weight', '600');
  head.setAttribute('font-family', getComputedStyle(chart).fontFamily);
  const body = copyWithStyle(chart);
  body.setAttribute('x', String(MARGIN));
  body.setAttribute('y', String(MARGIN + TITLE));
  body.setAttribute('width', String(width));
  body.setAttribute('height', String(height));
  paper.append(head, body);

  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(paper.outerHTML)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = full.width * SCALE;
  canvas.height = full.height * SCALE;
  const context = canvas.getContext('2d');
  if (context === null) return '';
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png').split(',')[1] ?? '';
}

function copyWithStyle(chart: SVGSVGElement): SVGSVGElement {
  const copy = chart.cloneNode(true) as SVGSVGElement;
  const copies = [copy, ...copy.querySelectorAll('*')];
  const before = chart.style.colorScheme;
  chart.style.colorScheme = 'light';
  for (const [at, original] of [chart, ...chart.querySelectorAll('*')].entries()) {
    const style = getComputedStyle(original);
    for (const name of CARRIED) copies[at]?.setAttribute(name, style.getPropertyValue(name));
  }
  chart.style.colorScheme = before;
  return copy;
}
