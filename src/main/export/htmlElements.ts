import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { BriefElement } from '../../shared/contract/schemas/brief.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;

/**
 * The body of a printed page as plain elements, so that the window can draw the very page that will be
 * printed without being handed HTML to trust.
 */
export function bodyElements(html: string): BriefElement[] {
  const root = parse(html).childNodes.find((node) => node.nodeName === 'html');
  const body =
    root !== undefined && 'childNodes' in root
      ? root.childNodes.find((node) => node.nodeName === 'body')
      : undefined;
  const element = body === undefined ? undefined : toElement(body);
  return typeof element === 'object' ? [{ ...element, tag: 'div' }] : [];
}

function toElement(node: Node): BriefElement | string | undefined {
  if ('value' in node) return node.value;
  if (!('tagName' in node)) return undefined;
  return {
    tag: node.tagName,
    attributes: Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])),
    children: node.childNodes.map(toElement).filter((child) => child !== undefined),
  };
}
