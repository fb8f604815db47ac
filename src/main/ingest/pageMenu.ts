import type { DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** Programs, styles, embedded and alternative content. */
export const NEVER_TEXT = new Set(
  'script style noscript template iframe frame frameset object embed applet svg math canvas audio video map head datalist'.split(
    ' ',
  ),
);

/** What a site may lay its menus out in. */
const MENU_BLOCKS = new Set('div ul ol p section header table'.split(' '));
const MOST_NODES_OF_MENU = 300;
const DEEPEST_MENU = 8;
const LONGEST_LINK = 24;
/** Besides its links: “当前位置：首页 > 政务公开”, “首页 | 要闻”. */
const BESIDE_LINKS =
  /^(?:[您你]?(?:当前|现在|目前)?(?:所在)?的?位置(?:是|为)?)?[\s\u3000:：>＞»›|｜·/、-]*$/u;

/** Whether a block holds nothing but short links, two or more: the menu of a site that does not call it one. */
export function isMenu(block: Node): boolean {
  if (!MENU_BLOCKS.has(block.nodeName)) return false;
  const nodes = [{ node: block, linked: false, depth: 0 }];
  let links = 0;
  let beside = '';
  for (let seen = 0; nodes.length > 0; seen += 1) {
    const { node, linked, depth } = nodes.pop() as (typeof nodes)[number];
    if (seen > MOST_NODES_OF_MENU || depth > DEEPEST_MENU) return false;
    if ('value' in node && node.nodeName === '#text') {
      const words = node.value.trim();
      if (linked && (words.length > LONGEST_LINK || words.includes('。'))) return false;
      if (!linked) beside += words;
      if (!BESIDE_LINKS.test(beside)) return false;
    }
    if (!('childNodes' in node) || NEVER_TEXT.has(node.nodeName)) continue;
    const isLink =
      node.nodeName === 'a' && (node as Element).attrs.some(({ name }) => name === 'href');
    if (isLink) links += 1;
    for (const child of node.childNodes.slice(0, MOST_NODES_OF_MENU).reverse()) {
      nodes.push({ node: child, linked: linked || isLink, depth: depth + 1 });
    }
  }
  return links > 1;
}
