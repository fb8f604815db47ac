import { readFileSync } from 'node:fs';
import { pdf, pdfStream, simplePdf } from './containers.ts';
import { CANARY_PATH, type HostileFile, type Read, type Refused, TRAP_URL } from './file.ts';
import { PARAGRAPHS, TITLE } from './report.ts';
import { noise } from './textFiles.ts';

const MB = 1024 * 1024;
const LATIN = 'Report 2019 of the town';
const whole = { has: [TITLE, ...PARAGRAPHS], format: 'pdf' };
const latin = { has: [LATIN], format: 'pdf' };
const fixture = (name: string) => () =>
  Uint8Array.from(readFileSync(new URL(`../fixtures/files/${name}`, import.meta.url)));
const file = (name: string, bytes: () => Uint8Array, expected: Read | Refused): HostileFile => ({
  name,
  bytes,
  expected,
});
const damaged: Refused = { code: 'damaged-document', says: '读不出文字' };
const action = (body: string) =>
  simplePdf({ catalog: `<</Type/Catalog/Pages 2 0 R/OpenAction<<${body}>>>>` });
/** Inflates to `size` bytes of spaces. */
const bomb = (size: number) => pdfStream(Buffer.alloc(size, 0x20), '', true);

const GOOD: HostileFile[] = [
  file('排版_页码.pdf', fixture('页码.pdf'), { ...whole, hasNot: ['— 1 —', '— 2 —'] }),
  file('排版_页眉.pdf', fixture('页眉.pdf'), { ...whole, hasNot: ['第四次会议文件'] }),
  file('排版_双栏.pdf', fixture('双栏.pdf'), whole),
  file('排版_顶格.pdf', fixture('顶格.pdf'), whole),
  file('排版_表格.pdf', fixture('表格.pdf'), {
    ...whole,
    has: [...whole.has, '地方财政收入\t10544.4万元\t11388万元\n流转土地\t6600亩\t8000亩'],
  }),
  file('排版_旋转.pdf', fixture('旋转.pdf'), whole),
  file('排版_限制编辑.pdf', fixture('限制编辑.pdf'), whole),
  file('排版_伪装.docx', fixture('页码.pdf'), whole),
  file('排版_伪装.txt', fixture('页码.pdf'), whole),
  file(
    '排版_前有杂字.pdf',
    () => Buffer.concat([Buffer.from('X-Mailer: x\r\n\r\n'), fixture('页码.pdf')()]),
    whole,
  ),
  file('排版_后有杂字.pdf', () => Buffer.concat([fixture('页码.pdf')(), noise(5000)]), whole),
];

const REFUSED: HostileFile[] = [
  file('拒收_扫描.pdf', fixture('扫描.pdf'), { code: 'scanned-document', says: '没有文字层' }),
  file('拒收_无编码表.pdf', fixture('无编码表.pdf'), {
    code: 'unmapped-text',
    says: '没有对应的文字编码',
  }),
  file('拒收_加密.pdf', fixture('加密.pdf'), { code: 'encrypted-document', says: '设有密码' }),
  file('拒收_空白页.pdf', () => simplePdf({ content: pdfStream('') }), {
    code: 'scanned-document',
    says: '没有文字层',
  }),
  file('拒收_没有页.pdf', () => simplePdf({ pages: '<</Type/Pages/Kids[]/Count 0>>' }), damaged),
  file('拒收_只有文件头.pdf', () => Buffer.from('%PDF-1.7\n'), damaged),
  file('拒收_截半.pdf', () => fixture('页码.pdf')().subarray(0, 40_000), damaged),
  file('拒收_噪声.pdf', () => Buffer.concat([Buffer.from('%PDF-1.4\n'), noise(60_000)]), damaged),
  file(
    '拒收_页树成环.pdf',
    () => simplePdf({ pages: '<</Type/Pages/Kids[2 0 R]/Count 1>>' }),
    damaged,
  ),
  file(
    '拒收_深页树.pdf',
    () =>
      simplePdf({
        pages: `<</Type/Pages/Kids[${'<</Type/Pages/Kids['.repeat(20_000)}3 0 R${']/Count 1>>'.repeat(20_000)}]/Count 1>>`,
      }),
    damaged,
  ),
  file('拒收_深数组.pdf', () => simplePdf({ more: ['['.repeat(500_000)] }), latin),
  file(
    '拒收_自造字体.pdf',
    () =>
      simplePdf({
        content: pdfStream(`BT /F1 16 Tf 72 720 Td <${'00010002000300040005'.repeat(20)}> Tj ET`),
        font: '<</Type/Font/Subtype/Type0/BaseFont/AAAAAA+X/Encoding/Identity-H/DescendantFonts[6 0 R]>>',
        more: [
          '<</Type/Font/Subtype/CIDFontType2/BaseFont/AAAAAA+X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor 7 0 R>>',
          '<</Type/FontDescriptor/FontName/AAAAAA+X/Flags 4>>',
        ],
      }),
    { code: 'unmapped-text', says: '没有对应的文字编码' },
  ),
  file('拒收_炸弹.pdf', () => simplePdf({ content: bomb(200 * MB) }), {
    code: 'compression-bomb',
    says: '压缩炸弹',
  }),
  file(
    '拒收_多个炸弹.pdf',
    () => simplePdf({ more: [bomb(50 * MB), bomb(50 * MB), bomb(50 * MB)] }),
    { code: 'compression-bomb', says: '压缩炸弹' },
  ),
  file('拒收_双重炸弹.pdf', () => simplePdf({ content: nested(100 * MB) }), {
    code: 'compression-bomb',
    says: '压缩炸弹',
  }),
];

/** A stream deflated twice: the outer layer is small, the inner one is not. */
function nested(size: number): Uint8Array {
  const inner = bomb(size);
  const start = Buffer.from(inner).indexOf('stream\n') + 7;
  const packed = inner.subarray(start, inner.length - 10);
  const outer = Buffer.from(pdfStream(packed, '', true));
  const text = outer
    .toString('latin1')
    .replace('/Filter/FlateDecode', '/Filter[/FlateDecode/FlateDecode]');
  return Buffer.from(text, 'latin1');
}

/** Actions, programs and links a pdf may carry: none is run or followed, and the text is read. */
const ACTIVE: HostileFile[] = [
  file('动作_脚本.pdf', () => action('/S/JavaScript/JS(app.alert\\("evil"\\))'), {
    ...latin,
    hasNot: ['evil'],
  }),
  file('动作_启动程序.pdf', () => action('/S/Launch/F(evil.exe)'), { ...latin, hasNot: ['evil'] }),
  file('动作_打开网址.pdf', () => action(`/S/URI/URI(${TRAP_URL}/evil)`), {
    ...latin,
    hasNot: ['evil'],
  }),
  file('动作_提交表单.pdf', () => action(`/S/SubmitForm/F(${TRAP_URL}/evil)`), {
    ...latin,
    hasNot: ['evil'],
  }),
  file('动作_打开他文.pdf', () => action(`/S/GoToR/F(${CANARY_PATH})/D[0/Fit]`), latin),
  file(
    '动作_嵌入文件.pdf',
    () =>
      simplePdf({
        catalog:
          '<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(evil.exe) 6 0 R]>>>>>>',
        more: ['<</Type/Filespec/F(evil.exe)/EF<</F 7 0 R>>>>', pdfStream('MZ evil')],
      }),
    { ...latin, hasNot: ['evil'] },
  ),
  file(
    '动作_外部流.pdf',
    () =>
      simplePdf({
        content: `<</Length 0/F(${CANARY_PATH})>>\nstream\n\nendstream`,
        page: '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents[4 0 R 6 0 R]/Resources<</Font<</F1 5 0 R>>>>>>',
        more: [pdfStream(`BT /F1 16 Tf 72 720 Td (${LATIN}) Tj ET`)],
      }),
    latin,
  ),
  file(
    '动作_XFA.pdf',
    () =>
      simplePdf({
        catalog: '<</Type/Catalog/Pages 2 0 R/AcroForm<</XFA 6 0 R/Fields[]>>>>',
        more: [
          pdfStream(
            `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file://${CANARY_PATH}">]><xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/">&e;evil</xdp:xdp>`,
          ),
        ],
      }),
    { ...latin, hasNot: ['evil'] },
  ),
  file(
    '动作_字体函数.pdf',
    () =>
      simplePdf({
        font: '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/FontMatrix[1 2 3 4 5 (0\\); globalThis.evil = 1; \\()]/FontDescriptor 6 0 R>>',
        more: ['<</Type/FontDescriptor/FontName/Helvetica/Flags 4>>'],
      }),
    { ...latin, hasNot: ['evil'] },
  ),
];

const MALFORMED: HostileFile[] = [
  file(
    '畸形_交叉表错位.pdf',
    () =>
      Buffer.from(
        Buffer.from(simplePdf())
          .toString('latin1')
          .replace(/startxref\n\d+/, 'startxref\n7'),
        'latin1',
      ),
    latin,
  ),
  file(
    '畸形_没有交叉表.pdf',
    () =>
      Buffer.from(
        Buffer.from(simplePdf())
          .toString('latin1')
          .replace(/xref\n[\s\S]*trailer/, 'trailer'),
        'latin1',
      ),
    latin,
  ),
  file(
    '畸形_谎报百万页.pdf',
    () => simplePdf({ pages: '<</Type/Pages/Kids[3 0 R]/Count 1000000>>' }),
    latin,
  ),
  file(
    '畸形_负页数.pdf',
    () => simplePdf({ pages: '<</Type/Pages/Kids[3 0 R]/Count -5>>' }),
    damaged,
  ),
  file(
    '畸形_流长谎报.pdf',
    () =>
      simplePdf({
        content: `<</Length 99999999>>\nstream\nBT /F1 16 Tf 72 720 Td (${LATIN}) Tj ET\nendstream`,
      }),
    latin,
  ),
  file(
    '畸形_页面自引.pdf',
    () =>
      simplePdf({
        page: '<</Type/Page/Parent 3 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
      }),
    latin,
  ),
  file(
    '畸形_形式自引.pdf',
    () =>
      simplePdf({
        content: pdfStream(`/X Do BT /F1 16 Tf 72 720 Td (${LATIN}) Tj ET`),
        page: '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>/XObject<</X 6 0 R>>>>>>',
        more: [
          pdfStream(
            '/X Do',
            '/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>',
          ),
        ],
      }),
    latin,
  ),
  file(
    '畸形_巨幅页面.pdf',
    () =>
      simplePdf({
        page: '<</Type/Page/Parent 2 0 R/MediaBox[0 0 1e30 1e30]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
      }),
    latin,
  ),
  file(
    '畸形_零面积页面.pdf',
    () =>
      simplePdf({
        page: '<</Type/Page/Parent 2 0 R/MediaBox[0 0 0 0]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
      }),
    latin,
  ),
  file(
    '畸形_坐标无穷.pdf',
    () => simplePdf({ content: pdfStream(`BT /F1 16 Tf 1e308 1e308 Td (${LATIN}) Tj ET`) }),
    latin,
  ),
  file(
    '畸形_二十万层图形保存.pdf',
    () =>
      simplePdf({
        content: pdfStream(
          `${'q '.repeat(200_000)}BT /F1 16 Tf 72 720 Td (${LATIN}) Tj ET`,
          '',
          true,
        ),
      }),
    { code: 'time-limit', says: '已停止' },
  ),
  file(
    '畸形_百万对象.pdf',
    () =>
      pdf([
        '<</Type/Catalog/Pages 2 0 R>>',
        '<</Type/Pages/Kids[]/Count 0>>',
        ...Array.from({ length: 100_000 }, () => 'null'),
      ]),
    damaged,
  ),
  file(
    '畸形_一页三万段字.pdf',
    () =>
      simplePdf({
        content: pdfStream(
          `BT /F1 16 Tf 72 720 Td (${LATIN}) Tj ET ${Array.from({ length: 30_000 }, (_, index) => `BT /F1 2 Tf ${10 + (index % 200) * 2.5} ${700 - Math.floor(index / 200) * 4} Td (x) Tj ET`).join(' ')}`,
          '',
          true,
        ),
      }),
    latin,
  ),
  file(
    '畸形_水印.pdf',
    () =>
      simplePdf({
        content: pdfStream(
          `BT /F1 16 Tf 72 720 Td (${LATIN}) Tj ET BT /F1 60 Tf 0.7 0.7 -0.7 0.7 100 200 Tm (DRAFT) Tj ET`,
        ),
      }),
    { ...latin, hasNot: ['DRAFT'] },
  ),
];

export const PDF_FILES: readonly HostileFile[] = [...GOOD, ...REFUSED, ...ACTIVE, ...MALFORMED];
