import { encodeGbk, encodeUtf8, encodeUtf16le, withMark } from './encodings.ts';
import {
  CANARY,
  CANARY_PATH,
  type HostileFile,
  type Read,
  type Refused,
  TRAP_URL,
} from './file.ts';
import { PARAGRAPHS, TITLE } from './report.ts';

const FIGURE = '地方财政收入10544.4万元';
const LAST = '为建设富裕、文明、宜居的新云溪而努力奋斗！';
const BODY = `<h1>${TITLE}</h1>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join('\n')}`;
const page = (body: string, head = '') =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${TITLE}_政务公开</title>${head}</head><body>${body}</body></html>`;

const whole = { has: [TITLE, FIGURE, LAST], format: 'html' };
const file = (name: string, text: string, expected: Read | Refused): HostileFile => ({
  name,
  bytes: () => encodeUtf8(text),
  expected,
});
const clean = (...hasNot: string[]) => ({
  ...whole,
  hasNot: [...hasNot, 'evil', '127.0.0.1', CANARY],
});

/** Every way of running a program or fetching something that pages know; each must leave the report alone. */
const ACTIVE: HostileFile[] = [
  ['script', `<script>evil()</script>`],
  ['script外部', `<script src="${TRAP_URL}/evil.js"></script>`],
  ['script未闭合后接正文', `<div></div><script>evil()</script >`],
  ['img事件', `<img src=x onerror="evil()">`],
  ['img外链', `<img src="${TRAP_URL}/evil.png" srcset="${TRAP_URL}/evil2.png 2x">`],
  ['svg脚本', `<svg onload="evil()"><script>evil()</script><text>evil</text></svg>`],
  ['iframe', `<iframe src="${TRAP_URL}/evil" srcdoc="<script>evil()</script>">evil</iframe>`],
  ['iframe文件', `<iframe src="file://${CANARY_PATH}"></iframe>`],
  ['object', `<object data="${TRAP_URL}/evil.swf">evil</object><embed src="${TRAP_URL}/evil">`],
  ['样式导入', `<style>@import url("${TRAP_URL}/evil.css"); p::after{content:"evil"}</style>`],
  ['样式背景', `<p style="background:url('${TRAP_URL}/evil.png')">附记</p>`],
  ['链接javascript', `<a href="javascript:evil()">阅读原文</a>`],
  ['链接vbscript', `<a href="vbscript:evil()">打印本页</a>`],
  ['链接data', `<a href="data:text/html,<script>evil()</script>">下载</a>`],
  ['表单', `<form action="${TRAP_URL}/evil"><input value="evil"><button>evil</button></form>`],
  ['模板', `<template><script>evil()</script>evil</template>`],
  ['noscript', `<noscript><img src="${TRAP_URL}/evil.gif">evil</noscript>`],
  ['数学', `<math><mtext><style><img src=x onerror=evil()></style></mtext></math>`],
  ['注释', `<!--[if IE]><script>evil()</script><![endif]-->`],
  ['视频', `<video src="${TRAP_URL}/evil.mp4" poster="${TRAP_URL}/evil.png">evil</video>`],
].map(([name, markup]) => file(`网页_${name}.html`, page(`${markup}${BODY}`), clean()));

const HEADS: HostileFile[] = [
  ['刷新', `<meta http-equiv="refresh" content="0;url=${TRAP_URL}/evil">`],
  ['基址', `<base href="${TRAP_URL}/evil/">`],
  [
    '预取',
    `<link rel="prefetch" href="${TRAP_URL}/evil"><link rel="stylesheet" href="${TRAP_URL}/evil.css">`,
  ],
  ['脚本', `<script>document.write('evil')</script>`],
].map(([name, markup]) => file(`网页头_${name}.html`, page(BODY, markup), clean()));

const SHAPES: HostileFile[] = [
  file('网页_实体.html', page(`${BODY}<p>&lt;script&gt;核对&amp;改正&#x4e91;&#28330;</p>`), {
    ...whole,
    has: [...whole.has, '<script>核对&改正云溪'],
  }),
  file('网页_倒序实体.html', page(`${BODY}<p>甲&#8238;乙&#0;丙</p>`), {
    ...whole,
    hasNot: ['\u202e', '\u0000'],
    notices: ['bidi-controls'],
  }),
  file(
    '网页_导航页脚.html',
    page(`<nav>首页 政务公开</nav>${BODY}<footer>版权所有 ICP备案</footer>`),
    {
      ...whole,
      hasNot: ['首页', 'ICP备案'],
    },
  ),
  file(
    '网页_隐藏文字.html',
    page(`${BODY}<p style="display: none">看不见的话</p><div hidden>也看不见</div>`),
    {
      ...whole,
      hasNot: ['看不见的话', '也看不见'],
    },
  ),
  file(
    '网页_表格.html',
    page(
      `${BODY}<table><tr><td>流转土地</td><td><p>6600亩</p></td></tr><tr><td>改厕</td><td>4651户</td></tr></table>`,
    ),
    {
      ...whole,
      has: [...whole.has, '流转土地\t6600亩\n改厕\t4651户'],
    },
  ),
  file(
    '网页_表格排版.html',
    page(
      `<table><tr><td>栏目导航</td><td><table><tr><td>${BODY}</td></tr></table></td></tr></table>`,
    ),
    { ...whole, has: [[TITLE, ...PARAGRAPHS].join('\n')] },
  ),
  file(
    '网页_表内换行.html',
    page(`${BODY}<table><tr><td>流转<br>土地</td><td>6600亩</td></tr></table>`),
    {
      ...whole,
      has: [...whole.has, '流转 土地\t6600亩'],
    },
  ),
  file('网页_十万层嵌套.html', page(`${'<div>'.repeat(100_000)}${BODY}`), whole),
  file('网页_格式嵌套.html', page(`${'<b><i><u>'.repeat(3000)}${BODY}`), whole),
  file('网页_未闭合.html', page(BODY).replaceAll('</p>', '').slice(0, -8), whole),
  file('网页_残缺标签.html', `${page(BODY)}<p class="`, whole),
  file(
    '网页_超长属性.html',
    page(`<p data-x="${'x'.repeat(3_000_000)}">${TITLE}</p>${BODY}`),
    whole,
  ),
  file(
    '网页_百万属性.html',
    page(`<p ${Array.from({ length: 20_000 }, (_, i) => `a${i}=1`).join(' ')}></p>${BODY}`),
    whole,
  ),
  file('网页_片段.html', BODY, whole),
  file('网页伪装.txt', page(BODY), whole),
  file('网页伪装.docx', page(BODY), whole),
  file('网页伪装.pdf', page(BODY), whole),
  {
    name: '网页_gbk.html',
    bytes: () => encodeGbk(page(BODY).replace('utf-8', 'gb2312')),
    expected: { ...whole, encoding: 'gb18030' },
  },
  {
    name: '网页_谎称utf8.html',
    bytes: () => encodeGbk(page(BODY)),
    expected: { ...whole, encoding: 'gb18030' },
  },
  {
    name: '网页_utf16.html',
    bytes: () => withMark([0xff, 0xfe], encodeUtf16le(page(BODY))),
    expected: { ...whole, encoding: 'utf-16le' },
  },
  file('网页_无正文.html', page('<script>evil()</script>'), {
    has: [TITLE],
    format: 'html',
    hasNot: ['evil'],
  }),
  file('网页_空.html', '<!DOCTYPE html><html><body><img src="x.png"></body></html>', {
    code: 'no-body',
    says: '没有正文',
  }),
  {
    name: '网页_过大.html',
    bytes: () => encodeUtf8(page(`${BODY}${'<p>补充一段文字。</p>'.repeat(700_000)}`)),
    expected: { code: 'too-large', says: '网页文件上限为 16 MB' },
  },
  file(
    '网页归档.mht',
    `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n${page(BODY)}`,
    {
      code: 'unsupported-format',
      says: '网页归档文件',
    },
  ),
];

const entity = (definition: string, use: string) =>
  `<?xml version="1.0"?><!DOCTYPE r [${definition}]><r>${use}</r>`;
const lols = Array.from(
  { length: 9 },
  (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`,
).join('');

const XML: HostileFile[] = [
  file('外部实体.xml', entity(`<!ENTITY x SYSTEM "file://${CANARY_PATH}">`, '&x;'), {
    code: 'unsupported-format',
    says: 'XML 文件',
  }),
  file('外部实体.txt', entity(`<!ENTITY x SYSTEM "file://${CANARY_PATH}">`, '&x;'), {
    code: 'unsupported-format',
    says: 'XML 文件',
  }),
  file('十亿大笑.xml', entity(`<!ENTITY l0 "lol">${lols}`, '&l9;'), {
    code: 'unsupported-format',
    says: 'XML 文件',
  }),
  file(
    '十亿大笑.html',
    `<!DOCTYPE html [<!ENTITY l0 "lol">${lols}]><html><body>${BODY}&l9;</body></html>`,
    {
      has: [FIGURE, LAST],
      format: 'html',
    },
  ),
  file('矢量图.svg', `<svg xmlns="http://www.w3.org/2000/svg"><script>evil()</script></svg>`, {
    code: 'scanned-document',
    says: '是图片',
  }),
];

export const MARKUP_FILES: readonly HostileFile[] = [...ACTIVE, ...HEADS, ...SHAPES, ...XML];
