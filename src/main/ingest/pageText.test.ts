import { describe, expect, it } from 'vitest';
import type { PagePieces, Piece } from './pageLines.ts';
import { readPages } from './pageText.ts';

const SIZE = 16;
const LEFT = 80;
const PITCH = 28;

const piece = (text: string, x: number, y: number, size = SIZE): Piece => ({
  text,
  x,
  y,
  size,
  width: [...text].reduce((sum, letter) => sum + (letter < '\u0100' ? size / 2 : size), 0),
});
const page = (...pieces: Piece[]): PagePieces => ({ width: 595, height: 842, pieces });

/** Lines of 27 characters, one below the other, the first indented by two. */
function paragraphAt(y: number, text: string, left = LEFT, perLine = 27): Piece[] {
  const lines = `　　${text}`.match(new RegExp(`.{1,${perLine}}`, 'gu')) ?? [];
  return lines.map((line, index) =>
    piece(line.trimStart(), left + (index === 0 ? 2 * SIZE : 0), y + index * PITCH),
  );
}

const LONG =
  '全镇上下紧盯年初目标，聚力攻坚突破，各项事业迈上新的台阶，经济社会发展呈现出稳中有进、进中向好的良好态势，群众获得感不断增强。';
const NEXT =
  '产业发展提质增效，人居环境明显改善，民生福祉持续增进，社会大局和谐稳定，自身建设全面加强，各项工作再上台阶。';
const textOf = (...pages: PagePieces[]) => readPages(pages).text;

describe('reading text by coordinates', () => {
  it('joins hard-wrapped lines and parts paragraphs at the indent', () => {
    expect(textOf(page(...paragraphAt(100, LONG), ...paragraphAt(250, NEXT)))).toBe(
      `${LONG}\n${NEXT}`,
    );
  });

  it('joins a sentence, and a number, that goes on on the next page', () => {
    const line = (text: string, y: number) => piece(text, LEFT, y);
    const full = '甲'.repeat(27);
    expect(
      textOf(
        page(line(full, 100), line(`${'乙'.repeat(24)}10544.`, 128)),
        page(line(`4万元，${'丙'.repeat(22)}`, 100), line('丁。', 128)),
      ),
    ).toBe(`${full}${'乙'.repeat(24)}10544.4万元，${'丙'.repeat(22)}丁。`);
  });

  it('keeps a centred title and short lines as lines of their own', () => {
    expect(textOf(page(piece('云溪镇政府工作报告', 220, 80, 22), ...paragraphAt(140, LONG)))).toBe(
      `云溪镇政府工作报告\n${LONG}`,
    );
  });

  it('takes page numbers and running heads out and keeps them beside the text', () => {
    const pages = [1, 2, 3].map((number) =>
      page(
        piece('云溪镇人民代表大会文件', 200, 50, 10),
        ...paragraphAt(120, LONG),
        piece(`— ${number} —`, 280, 800, 12),
      ),
    );
    const { text, extracted, discarded } = readPages(pages);
    expect(text).toBe([LONG, LONG, LONG].join('\n'));
    expect(discarded).toEqual([
      { text: '— 1 —\n— 2 —\n— 3 —', reason: '页码' },
      { text: '云溪镇人民代表大会文件', reason: '页眉页脚' },
    ]);
    expect(extracted).toContain('云溪镇人民代表大会文件');
  });

  it('keeps numbers at the edge of a page that do not count on', () => {
    const pages = [320, 45, 8].map((number) =>
      page(...paragraphAt(120, LONG), piece(`${number}`, 280, 800, 12)),
    );
    expect(textOf(...pages)).toContain('320');
  });

  it('reads the left column before the right one, under a title over both', () => {
    const left = paragraphAt(140, LONG, 60, 13);
    const right = paragraphAt(140, NEXT, 320, 13);
    expect(textOf(page(piece('云溪镇政府工作报告', 220, 80, 22), ...left, ...right))).toBe(
      `云溪镇政府工作报告\n${LONG}\n${NEXT}`,
    );
  });

  it('gives rows of a table as lines, cells apart by tabs', () => {
    const rows = ['地方财政收入', '流转土地'].flatMap((name, index) => [
      piece(name, 80, 300 + index * PITCH),
      piece('6600', 300, 300 + index * PITCH),
    ]);
    expect(textOf(page(...paragraphAt(100, LONG), ...rows))).toBe(
      `${LONG}\n地方财政收入\t6600\n流转土地\t6600`,
    );
  });

  it('leaves out the raised number of a footnote and moves the note behind the text', () => {
    const [first, ...rest] = paragraphAt(100, LONG);
    const mark = piece('1', 480, 120, 9);
    const note = piece('1三清一增：清资源、清合同、清债务，增收入。', LEFT, 760, 10);
    const { text } = readPages([
      page(...(first ? [first] : []), ...rest, mark, note),
      page(...paragraphAt(100, NEXT)),
    ]);
    expect(text).toBe(`${LONG}\n${NEXT}\n1三清一增：清资源、清合同、清债务，增收入。`);
  });

  it('reads text drawn twice for boldness once', () => {
    expect(textOf(page(piece('加粗标题', 80, 100), piece('加粗标题', 80.4, 100)))).toBe('加粗标题');
  });

  it('takes the stretching of a justified line for no spaces', () => {
    const stretched = [...'为民服务实绩显著'.repeat(3)].map((letter, index) =>
      piece(letter, LEFT + index * SIZE * 1.7, 100),
    );
    expect(textOf(page(...stretched, piece('提升。', LEFT, 128)))).toBe(
      `${'为民服务实绩显著'.repeat(3)}提升。`,
    );
  });
});
