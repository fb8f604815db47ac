import { type DragEvent, type KeyboardEvent, type ReactNode, useState } from 'react';
import { IconButton } from '../ui/Button.tsx';
import { ArrowDownIcon, ArrowUpIcon, GripIcon } from './moveIcons.tsx';

/**
 * Things in an order that the person changes: dragged by their grip, moved by the arrows beside them, or
 * by Alt with the up and down keys from anywhere inside.
 */
export function MovableList<T>({
  name,
  items,
  movable = items.length,
  keyOf,
  nameOf,
  onMove,
  children,
}: {
  name: string;
  items: readonly T[];
  /** How many of them, from the first, can be moved. */
  movable?: number;
  keyOf: (item: T) => string;
  nameOf: (item: T) => string;
  onMove: (from: number, to: number) => void;
  /** Draws an item; `controls` are its grip and arrows, null where it cannot be moved. */
  children: (item: T, controls: ReactNode) => ReactNode;
}) {
  const [dragged, setDragged] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const move = (from: number, to: number) => {
    if (to >= 0 && to < movable && from < movable && from !== to) onMove(from, to);
  };
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    event.stopPropagation();
    move(index, index + (event.key === 'ArrowUp' ? -1 : 1));
  };
  const end = () => {
    setDragged(null);
    setOver(null);
  };
  return (
    <ol className="movable-list" aria-label={name}>
      {items.map((item, index) => {
        const canMove = index < movable;
        const drop = (event: DragEvent) => {
          // What was picked up in a list around this one is dropped there.
          if (dragged === null) return;
          event.preventDefault();
          event.stopPropagation();
          move(dragged, index);
          end();
        };
        const controls = canMove && movable > 1 && (
          <span className="move-controls">
            <span
              className="move-grip"
              draggable
              aria-hidden="true"
              onDragStart={(event) => {
                event.stopPropagation();
                event.dataTransfer.effectAllowed = 'move';
                event.dataTransfer.setData('text/plain', nameOf(item));
                setDragged(index);
              }}
              onDragEnd={end}
            >
              <GripIcon />
            </span>
            <IconButton
              name={`上移：${nameOf(item)}`}
              icon={<ArrowUpIcon />}
              aria-disabled={index === 0}
              onClick={() => move(index, index - 1)}
            />
            <IconButton
              name={`下移：${nameOf(item)}`}
              icon={<ArrowDownIcon />}
              aria-disabled={index === movable - 1}
              onClick={() => move(index, index + 1)}
            />
          </span>
        );
        return (
          <li
            key={keyOf(item)}
            data-over={dragged !== null && over === index && over !== dragged ? true : undefined}
            data-dragged={dragged === index ? true : undefined}
            onDragOver={(event) => {
              if (dragged === null || !canMove) return;
              event.preventDefault();
              event.stopPropagation();
              setOver(index);
            }}
            onDrop={drop}
            onKeyDown={(event) => onKeyDown(event, index)}
          >
            {children(item, controls)}
          </li>
        );
      })}
    </ol>
  );
}
