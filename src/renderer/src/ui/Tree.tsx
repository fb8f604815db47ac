import { type KeyboardEvent, useRef, useState } from 'react';
import { ChevronDownIcon, ChevronRightIcon } from './icons.tsx';
import './tree.css';

export interface TreeNode {
  id: string;
  label: string;
  count?: number;
  children: TreeNode[];
}

interface Row {
  node: TreeNode;
  level: number;
  parent: string | null;
}

function visibleRows(nodes: TreeNode[], closed: Set<string>, level = 1, parent?: string): Row[] {
  return nodes.flatMap((node) => [
    { node, level, parent: parent ?? null },
    ...(closed.has(node.id) ? [] : visibleRows(node.children, closed, level + 1, node.id)),
  ]);
}

/** A tree opens with as many levels as keep it within these rows. */
const MOST_OPEN = 80;

function closedAtFirst(nodes: TreeNode[]): Set<string> {
  const levels: TreeNode[][] = [nodes];
  let rows = nodes.length;
  for (;;) {
    const next = levels.at(-1)?.flatMap(({ children }) => children) ?? [];
    rows += next.length;
    if (next.length === 0) return new Set();
    if (rows > MOST_OPEN) return new Set(levels.at(-1)?.map(({ id }) => id));
    levels.push(next);
  }
}

/** Where a key moves the focus to; undefined where it moves none. */
function rowToFocus(key: string, rows: Row[], row: Row, open: boolean): string | undefined {
  const index = rows.indexOf(row);
  switch (key) {
    case 'ArrowDown':
      return rows[index + 1]?.node.id;
    case 'ArrowUp':
      return rows[index - 1]?.node.id;
    case 'Home':
      return rows[0]?.node.id;
    case 'End':
      return rows.at(-1)?.node.id;
    case 'ArrowRight':
      return open ? row.node.children[0]?.id : undefined;
    case 'ArrowLeft':
      return open ? undefined : (row.parent ?? undefined);
    default: {
      if (key.length !== 1 || key === ' ') return undefined;
      const after = [...rows.slice(index + 1), ...rows.slice(0, index + 1)];
      return after.find((other) => other.node.label.startsWith(key))?.node.id;
    }
  }
}

/**
 * A tree to choose one entry from. Up and down move, left and right close and open, a typed
 * character goes to the next entry that begins with it, Enter or space chooses.
 */
export function Tree({
  name,
  nodes,
  selected,
  onSelect,
}: {
  name: string;
  nodes: TreeNode[];
  selected: string;
  onSelect: (id: string) => void;
}) {
  const [closed, setClosed] = useState<Set<string>>(() => closedAtFirst(nodes));
  const [focused, setFocused] = useState(selected);
  const elements = useRef(new Map<string, HTMLElement>());
  const rows = visibleRows(nodes, closed);
  const stop = rows.some((row) => row.node.id === focused) ? focused : rows[0]?.node.id;

  const toggle = (id: string, close: boolean) => {
    const next = new Set(closed);
    if (close) next.add(id);
    else next.delete(id);
    setClosed(next);
  };
  const focus = (id: string | null | undefined) => {
    if (id) elements.current.get(id)?.focus();
  };

  const onKeyDown = (event: KeyboardEvent, row: Row) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const { node } = row;
    const open = node.children.length > 0 && !closed.has(node.id);
    const to = rowToFocus(event.key, rows, row, open);
    if (to !== undefined) focus(to);
    else if (event.key === 'ArrowRight' && node.children.length > 0) toggle(node.id, false);
    else if (event.key === 'ArrowLeft' && open) toggle(node.id, true);
    else if (event.key === 'Enter' || event.key === ' ') onSelect(node.id);
    else if (event.key.length !== 1) return;
    event.preventDefault();
  };

  return (
    <div className="tree" role="tree" aria-label={name}>
      {rows.map((row) => {
        const { node, level } = row;
        const branch = node.children.length > 0;
        const open = branch && !closed.has(node.id);
        return (
          <div
            key={node.id}
            ref={(element) => {
              if (element) elements.current.set(node.id, element);
              else elements.current.delete(node.id);
            }}
            role="treeitem"
            aria-level={level}
            aria-expanded={branch ? open : undefined}
            aria-selected={node.id === selected}
            tabIndex={node.id === stop ? 0 : -1}
            className="tree-row"
            style={{ paddingLeft: 8 + (level - 1) * 16 }}
            onFocus={() => setFocused(node.id)}
            onClick={() => onSelect(node.id)}
            onKeyDown={(event) => onKeyDown(event, row)}
          >
            <span
              className="tree-arrow"
              aria-hidden="true"
              onClick={(event) => {
                if (!branch) return;
                event.stopPropagation();
                toggle(node.id, open);
              }}
            >
              {branch && (open ? <ChevronDownIcon size={14} /> : <ChevronRightIcon size={14} />)}
            </span>
            <span className="tree-label">{node.label}</span>
            {node.count !== undefined && <span className="tree-count num">{node.count}</span>}
          </div>
        );
      })}
    </div>
  );
}
