import { useState } from 'react';
import type { Output } from '../../../shared/contract/routes.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox, Switch } from '../ui/Choices.tsx';
import { TextArea, TextField } from '../ui/Field.tsx';
import type { BriefDraft } from './draft.ts';
import { MovableList } from './MovableList.tsx';
import { PassageList } from './PassageList.tsx';
import {
  arrange,
  arrangementOf,
  type BriefPartName,
  listParts,
  moveItem,
  PART_NAMES,
  togglePart,
} from './parts.ts';
import { TopicChoice } from './TopicChoice.tsx';

export type Preview = Output<'briefs.preview'>;

interface PartsProps {
  draft: BriefDraft;
  preview: Preview | undefined;
  onChange: (draft: BriefDraft, field?: string) => void;
}

/** The parts of the brief: which are printed, in which order, and what is in each. */
export function PartsList({ draft, preview, onChange }: PartsProps) {
  const [open, setOpen] = useState<BriefPartName | null>(null);
  const arrangement = arrangementOf(draft);
  const { parts, withNotes } = arrangement;
  const nameOf = (name: BriefPartName) => draft.headings?.[name]?.trim() || PART_NAMES[name];
  return (
    <>
      <MovableList
        name="简报各部分"
        items={listParts(arrangement)}
        movable={parts.length}
        keyOf={(name) => name}
        nameOf={nameOf}
        onMove={(from, to) =>
          onChange(arrange(draft, { parts: moveItem(parts, from, to), withNotes }))
        }
      >
        {(name, controls) => (
          <>
            <span className="part-head">
              {controls}
              <Checkbox
                label={nameOf(name)}
                checked={parts.includes(name)}
                onChange={() => onChange(arrange(draft, togglePart(arrangement, name)))}
              />
              {parts.includes(name) && (
                <Button
                  size="small"
                  variant="text"
                  aria-expanded={open === name}
                  aria-label={`编辑${nameOf(name)}`}
                  onClick={() => setOpen(open === name ? null : name)}
                >
                  {open === name ? '收起' : '编辑'}
                </Button>
              )}
            </span>
            {open === name && parts.includes(name) && (
              <PartContent name={name} draft={draft} preview={preview} onChange={onChange} />
            )}
          </>
        )}
      </MovableList>
      <Switch
        label="批注印在原文旁"
        checked={withNotes}
        onChange={(on) => onChange(arrange(draft, { parts, withNotes: on }))}
      />
    </>
  );
}

function PartContent({ name, draft, preview, onChange }: PartsProps & { name: BriefPartName }) {
  const isNote = name === 'editor-note';
  const words = isNote ? draft.editorNote : draft.leads?.[name];
  const write = (next: string) =>
    onChange(
      isNote
        ? { ...draft, editorNote: next }
        : { ...draft, leads: { ...draft.leads, [name]: next } },
      `lead ${name}`,
    );
  return (
    <div className="part-content">
      <TextField
        label="标题"
        maxLength={60}
        placeholder={PART_NAMES[name]}
        value={draft.headings?.[name] ?? ''}
        onChange={(event) =>
          onChange(
            { ...draft, headings: { ...draft.headings, [name]: event.target.value } },
            `heading ${name}`,
          )
        }
      />
      <TextArea
        name={isNote ? '编者按' : `${PART_NAMES[name]}的开头`}
        placeholder={isNote ? '三五行结论，留空则不印' : '印在标题下的话，可留空'}
        rows={isNote ? 4 : 2}
        maxLength={20_000}
        value={words ?? ''}
        onChange={(event) => write(event.target.value)}
      />
      {name === 'indicators' && (
        <Figures draft={draft} names={preview?.figures ?? []} onChange={onChange} />
      )}
      {name === 'topics' && (
        <>
          <TopicChoice draft={draft} onChange={onChange} />
          <PassageList draft={draft} listed={preview?.topics ?? []} onChange={onChange} />
        </>
      )}
    </div>
  );
}

/** The rows of the table of figures, each to be taken out. */
function Figures({
  draft,
  names,
  onChange,
}: {
  draft: BriefDraft;
  names: readonly string[];
  onChange: PartsProps['onChange'];
}) {
  const omitted = draft.omittedFigures ?? [];
  if (names.length === 0) return <p className="quiet">所选报告未见可列的指标。</p>;
  return (
    <fieldset>
      <legend>列哪些指标</legend>
      {draft.figureTable && (
        <Button onClick={() => onChange({ ...draft, figureTable: undefined })}>
          改列多数报告写到的指标
        </Button>
      )}
      <div className="composing-ticks">
        {names.map((name) => (
          <Checkbox
            key={name}
            label={name}
            checked={!omitted.includes(name)}
            onChange={(on) =>
              onChange({
                ...draft,
                omittedFigures: on ? omitted.filter((each) => each !== name) : [...omitted, name],
              })
            }
          />
        ))}
      </div>
    </fieldset>
  );
}
