/** Ways in which the same report arrives that say nothing of it: what a site, a scan or an editor did to its text. */
export const forms: readonly (readonly [name: string, form: (text: string) => string])[] = [
  ['line ends of Windows and tabs', (text) => text.replaceAll('\n', '\r\n\t')],
  ['a blank line behind every line', (text) => text.replaceAll('\n', '\n\n')],
  ['indents by &nbsp; as it is written', (text) => text.replace(/^/gm, '&nbsp;&nbsp;')],
  ['characters that are not seen', (text) => text.replace(/.{7}/gu, '$&\u200b\u00ad')],
  ['a blank behind every character, as scans have it', (text) => text.replace(/[^\n]/gu, '$& ')],
  ['dots for full stops', (text) => text.replaceAll('。', '.')],
  ['headings of Markdown', (text) => text.replace(/^(?=[^\n。]{2,40}$)/gmu, '## ')],
  ['lines in bold', (text) => text.replace(/^[^\n。*]{2,40}$/gmu, '**$&**')],
  [
    'numbers in one character',
    (text) =>
      text.replace(/^（([一二三四五六七八九十])）/gmu, (_all, numeral: string) =>
        String.fromCharCode(0x3220 + '一二三四五六七八九十'.indexOf(numeral)),
      ),
  ],
  [
    'numbers of headings on lines of their own',
    (text) =>
      text.replace(/^(?:[一二三四五六七八九十]{1,2}、|（[一二三四五六七八九十]）)/gmu, '$&\n'),
  ],
  ['the table above a page of a government', (text) => `${indexTable}\n${text}`],
  [
    'the menu of a site',
    (text) => `${menu}\n${text}\n联系电话：0536-1234567\n备案号：鲁ICP备05000000号`,
  ],
  [
    'what an account adds',
    (text) => `点击上方蓝字关注我们\n${text}\n审核：老王\n点赞 在看\n阅读原文`,
  ],
  [
    'buttons between its pages',
    (text) =>
      text.replace(/^((?:[^\n]*\n){8}[^\n]+)$/mu, '$1\n上一页 1 2 3 下一页\n分享到：微信 微博'),
  ],
  ['letters of a watermark', (text) => text.replace(/^((?:[^\n]*\n){3}[^\n]+)$/gmu, '$1F9f')],
  ['hard wraps without indents', (text) => text.replace(/[^\n]{36}(?!\n)/gu, '$&\n')],
];

const indexTable =
  '索引号：11370782004289/2019-00021\n发布机构：某镇人民政府\n公开方式：主动公开\n成文日期：2019-02-01\n有效性：有效';
const menu = '首页\n走进我们\n新闻中心\n政务公开\n互动交流';
