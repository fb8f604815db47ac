import { type ReactNode, useState } from 'react';
import type { ListedPassage, ListedTopic } from '../../../shared/brief/listed.ts';
import { useDisplayText } from '../preferences/preferences.tsx';
import { Button } from '../ui/Button.tsx';
import { Menu } from '../ui/Menu.tsx';
import { CutDialog } from './CutDialog.tsx';
import type { BriefDraft } from './draft.ts';
import { MovableList } from './MovableList.tsx';
import { moveItem } from './parts.ts';
import { cutPassage, movePassage, refilePassage, takeOut, takeOver } from './passages.ts';

const LONGEST_SHOWN = 60;

/** The quotations under their topics: moved, taken out, put under another topic, cut; never altered. */
export function PassageList({
  draft,
  listed,
  onChange,
}: {
  draft: BriefDraft;
  listed: readonly ListedTopic[];
  onChange: (draft: BriefDraft) => void;
}) {
  const [cutting, setCutting] = useState<ListedPassage | null>(null);
  const printed = listed.filter(({ topic }) => topic !== null);
  const others = listed.filter(({ topic }) => topic === null);
  const isByHand = draft.chosenOnly === true;
  const reorder = (from: number, to: number) =>
    onChange(takeOver(draft, [...moveItem(printed, from, to), ...others]));
  const show = ({ topic, passages }: ListedTopic) => (
    <MovableList
      name="原文"
      items={passages}
      keyOf={({ excerptId }) => excerptId}
      nameOf={({ town, text }) => `${town} ${text.slice(0, 8)}`}
      onMove={(from, to) => onChange(movePassage(draft, listed, topic, [from, to]))}
    >
      {(passage, controls) => (
        <PassageLine
          passage={passage}
          controls={controls}
          topics={printed.filter((each) => each.topic !== topic)}
          onCut={() => setCutting(passage)}
          onTakeOut={() => onChange(takeOut(draft, listed, passage))}
          onRefile={(next) => onChange(refilePassage(draft, listed, passage, next))}
        />
      )}
    </MovableList>
  );
  return (
    <div className="quoted-list">
      <p className="quiet">
        {isByHand ? '摘编由您定，不再自动增减。' : '摘编按批注和专题自动选；一经改动即由您定。'}
        {isByHand && (
          <Button
            size="small"
            variant="text"
            onClick={() => {
              const { chosenOnly: _, excerpts: __, omittedNotes: ___, ...rest } = draft;
              onChange({ ...rest, topics: null });
            }}
          >
            恢复自动选
          </Button>
        )}
      </p>
      <MovableList
        name="专题"
        items={printed}
        keyOf={({ name }) => name}
        nameOf={({ name }) => name}
        onMove={reorder}
      >
        {(topic, controls) => (
          <TopicFold topic={topic} controls={controls}>
            {show(topic)}
          </TopicFold>
        )}
      </MovableList>
      {others.map((topic) => (
        <TopicFold key={topic.name} topic={topic} controls={null}>
          {show(topic)}
        </TopicFold>
      ))}
      {cutting && (
        <CutDialog
          passage={cutting}
          onCut={(cuts) => {
            onChange(cutPassage(draft, listed, cutting, cuts));
            setCutting(null);
          }}
          onClose={() => setCutting(null)}
        />
      )}
    </div>
  );
}

function TopicFold({
  topic: { name, passages },
  controls,
  children,
}: {
  topic: ListedTopic;
  controls: ReactNode;
  children: ReactNode;
}) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <span className="topic-fold">
        {controls}
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          <span>{name}</span>
          <span className="num quiet">{passages.length} 处</span>
        </button>
      </span>
      {open && children}
    </>
  );
}

function PassageLine({
  passage,
  controls,
  topics,
  onCut,
  onTakeOut,
  onRefile,
}: {
  passage: ListedPassage;
  controls: ReactNode;
  /** Other topics that are printed. */
  topics: readonly ListedTopic[];
  onCut: () => void;
  onTakeOut: () => void;
  onRefile: (topic: string) => void;
}) {
  const display = useDisplayText();
  const { town, text, cuts, notes } = passage;
  const words = text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}……` : text;
  return (
    <div className="quoted">
      <p className="original">{display(words)}</p>
      <span className="quoted-actions">
        {controls}
        <span className="quiet">
          {town}
          {notes.length > 0 && ` · 批注 ${notes.length}`}
          {cuts.length > 0 && ' · 有删节'}
        </span>
        <Button size="small" variant="text" onClick={onCut}>
          删节
        </Button>
        {topics.length > 0 && (
          <Menu
            trigger={
              <Button size="small" variant="text">
                改专题
              </Button>
            }
            entries={topics.flatMap(({ topic, name }) =>
              topic === null ? [] : [{ label: name, run: () => onRefile(topic) }],
            )}
          />
        )}
        <Button size="small" variant="text" onClick={onTakeOut}>
          撤下
        </Button>
      </span>
    </div>
  );
}
