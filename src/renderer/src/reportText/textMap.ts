import type { Span } from '../../../shared/report/report.ts';

interface Piece {
  node: Text;
  start: number;
}

/**
 * Maps between places on the screen and UTF-16 offsets of the text drawn in one element. The element
 * holds the text and nothing else, in order, so that text nodes laid end to end are the text.
 */
export class TextMap {
  readonly #pieces: Piece[] = [];
  readonly #root: Node;
  readonly length: number;

  /** @throws if the element holds other words than `shown`: offsets would lie. */
  constructor(root: Node, shown: string) {
    this.#root = root;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    let start = 0;
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      this.#pieces.push({ node, start });
      start += node.data.length;
    }
    this.length = start;
    if (start !== shown.length) throw new Error('the element holds more or less than the text');
  }

  /** The stretch of screen text for a span; clipped to the text. */
  toRange({ start, end }: Span): Range {
    const range = document.createRange();
    const from = this.#pieceAt(start);
    const to = this.#pieceAt(end > start ? end - 1 : end);
    range.setStart(from.node, clip(start - from.start, from.node));
    range.setEnd(to.node, clip(end - to.start, to.node));
    return range;
  }

  /** The span of what is selected inside the text; null when nothing of the text is. */
  toSpan(range: Range): Span | null {
    if (!range.intersectsNode(this.#root)) return null;
    const start = this.#offsetOf(range.startContainer, range.startOffset);
    const end = this.#offsetOf(range.endContainer, range.endOffset);
    return end > start ? { start, end } : null;
  }

  /** The first offset at or after a boundary point; outside the text its beginning or its end. */
  #offsetOf(container: Node, offset: number): number {
    if (container instanceof Text && this.#root.contains(container)) {
      const piece = this.#pieces.find(({ node }) => node === container);
      return (piece?.start ?? 0) + offset;
    }
    // A boundary between elements, as a triple click leaves it: the first text node behind it counts.
    const point = document.createRange();
    point.setStart(container, offset);
    const behind = this.#pieces.find(({ node }) => point.comparePoint(node, 0) >= 0);
    return behind?.start ?? this.length;
  }

  #pieceAt(offset: number): Piece {
    let low = 0;
    let high = this.#pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#pieces[middle]?.start ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const piece = this.#pieces[low];
    if (piece === undefined) throw new Error('the element holds no text');
    return piece;
  }
}

function clip(offset: number, node: Text): number {
  return Math.max(0, Math.min(offset, node.data.length));
}
