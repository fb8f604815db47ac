import {
  CATEGORY_COLOURS,
  CATEGORY_SHAPES,
  COLOUR_NAMES,
  findCategoryFault,
  LONGEST_CATEGORY_NAME,
  MOST_CATEGORIES,
  SHAPE_NAMES,
} from '../../../shared/note/category.ts';
import { CategoryShape } from '../note/CategoryMark.tsx';
import { categoryClass, type NoteCategory } from '../note/categories.ts';
import { usePreferences } from '../preferences/preferences.tsx';
import { Button } from '../ui/Button.tsx';
import { Select } from '../ui/Menu.tsx';
import { useToast } from '../ui/Toasts.tsx';
import { KeptField } from './KeptField.tsx';

/** The categories of notes: name, shape and colour of each, in the order of their keys. Every change can be undone. */
export function CategorySettings() {
  const { settings, change } = usePreferences();
  const toast = useToast();
  const { categories } = settings;
  const offered = categories.filter(({ retired }) => retired !== true);
  const set = async (next: NoteCategory[], words: string) => {
    const fault = findCategoryFault(next);
    if (fault !== undefined) {
      toast.fail(fault);
      return;
    }
    await change({ categories: next });
    toast.done(words, { label: '撤销', run: () => void change({ categories }) });
  };
  const alter = (id: string, part: Partial<NoteCategory>, words: string) =>
    set(
      categories.map((each) => (each.id === id ? { ...each, ...part } : each)),
      words,
    );
  const add = () => {
    const free = <V extends string>(all: readonly V[], taken: readonly V[]) =>
      all.find((value) => !taken.includes(value)) ?? all[0];
    const shape = free(
      CATEGORY_SHAPES,
      offered.map((each) => each.shape),
    );
    const colour = free(
      CATEGORY_COLOURS,
      offered.map((each) => each.colour),
    );
    if (shape === undefined || colour === undefined) return;
    const id = crypto.randomUUID();
    const name = newName(offered);
    void set([...categories, { id, name, shape, colour }], `已加类别“${name}”。`);
  };

  return (
    <section>
      <h2>批注类别</h2>
      <p className="quiet">按形状和文字区分，黑白打印也认得出。写批注时按 1 至 8 选。</p>
      <ul className="category-settings">
        {offered.map((category) => (
          <CategoryLine
            key={category.id}
            category={category}
            taken={offered.map(({ shape }) => shape)}
            onAlter={(part, words) => void alter(category.id, part, words)}
          />
        ))}
      </ul>
      <div>
        <Button size="small" disabled={offered.length >= MOST_CATEGORIES} onClick={add}>
          加一个类别
        </Button>
      </div>
    </section>
  );
}

function newName(offered: readonly NoteCategory[]): string {
  const names = offered.map(({ name }) => name);
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? '新类别' : `新类别${n}`;
    if (!names.includes(name)) return name;
  }
}

function CategoryLine({
  category,
  taken,
  onAlter,
}: {
  category: NoteCategory;
  /** The shapes of all categories on offer. */
  taken: readonly string[];
  onAlter: (part: Partial<NoteCategory>, words: string) => void;
}) {
  const { name, shape, colour } = category;
  return (
    <li className={categoryClass(category)}>
      <span className="category-mark">
        <CategoryShape look={category} />
      </span>
      <KeptField
        label="名称"
        maxLength={LONGEST_CATEGORY_NAME}
        kept={name}
        onKeep={(next) => next !== '' && onAlter({ name: next }, `“${name}”已改称“${next}”。`)}
      />
      <Select
        name={`${name}的形状`}
        value={shape}
        choices={CATEGORY_SHAPES.filter((each) => each === shape || !taken.includes(each)).map(
          (value) => ({ value, label: SHAPE_NAMES[value] }),
        )}
        onChange={(next) => onAlter({ shape: next }, `“${name}”的形状已改。`)}
      />
      <Select
        name={`${name}的颜色`}
        value={colour}
        choices={CATEGORY_COLOURS.map((value) => ({ value, label: COLOUR_NAMES[value] }))}
        onChange={(next) => onAlter({ colour: next }, `“${name}”的颜色已改。`)}
      />
      <Button
        size="small"
        variant="text"
        aria-label={`停用${name}`}
        disabled={taken.length < 2}
        onClick={() => onAlter({ retired: true }, `已停用“${name}”，原有批注照旧。`)}
      >
        停用
      </Button>
    </li>
  );
}
