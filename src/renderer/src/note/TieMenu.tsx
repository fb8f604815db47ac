import { useRequest } from '../bridge/useRequest.ts';
import { Button } from '../ui/Button.tsx';
import { Menu } from '../ui/Menu.tsx';
import type { Annotation } from './categories.ts';

const MOST_OFFERED = 12;
const LONGEST_LABEL = 26;

/** The notes written last, to tie a further passage to one of them; nothing while there is none. */
export function TieMenu({ onChoose }: { onChoose: (note: Annotation) => void }) {
  const { value } = useRequest('annotations.list', {});
  const notes = (value?.annotations ?? [])
    .toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt))
    .slice(0, MOST_OFFERED);
  if (notes.length === 0) return null;
  return (
    <Menu
      trigger={
        <Button size="small" variant="text">
          并入已有批注
        </Button>
      }
      entries={labelled(notes).map(({ label, note }) => ({ label, run: () => onChoose(note) }))}
    />
  );
}

/** Labels in a menu have to differ. */
function labelled(notes: readonly Annotation[]): { label: string; note: Annotation }[] {
  const given = new Set<string>();
  return notes.map((note, index) => {
    const words = `${note.category ?? '未分类'}：${note.note || note.quote}`.replace(/\s+/gu, ' ');
    const short = words.length > LONGEST_LABEL ? `${words.slice(0, LONGEST_LABEL)}……` : words;
    const label = given.has(short) ? `${short}（${index + 1}）` : short;
    given.add(label);
    return { label, note };
  });
}
