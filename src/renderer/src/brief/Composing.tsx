import { useState } from 'react';
import type { ReportSummary } from '../../../shared/contract/schemas/report.ts';
import { KIND_NAMES, shortName, yearsLabel } from '../report/labels.ts';
import { IconButton } from '../ui/Button.tsx';
import { Checkbox, Segmented, Switch } from '../ui/Choices.tsx';
import { TextField } from '../ui/Field.tsx';
import { PanelHeader } from '../ui/Layout.tsx';
import { type BriefDraft, MOST_REPORTS, titleOf } from './draft.ts';
import { FontChoice } from './FontChoice.tsx';
import type { History } from './history.ts';
import { RedoIcon, UndoIcon } from './moveIcons.tsx';
import { PartsList, type Preview } from './PartsList.tsx';
import { type SavedBrief, SavedBriefs } from './SavedBriefs.tsx';
import type { Keeping } from './useAutosave.ts';

const KEEPING_WORDS: Record<Keeping, string> = {
  unchanged: '',
  keeping: '正在保存',
  kept: '已自动保存',
  failed: '没有保存上',
};

const WATERMARK = '内部资料';

/** Those chosen when the list was opened stand at its head; a row does not move while it is ticked. */
function useChosenFirst(reports: ReportSummary[], chosen: readonly string[]): ReportSummary[] {
  const [first] = useState(chosen);
  return [
    ...reports.filter(({ id }) => first.includes(id)),
    ...reports.filter(({ id }) => !first.includes(id)),
  ];
}

/** What goes into the brief, and how it looks. */
export function Composing({
  history,
  briefId,
  briefs,
  reports,
  keeping,
  onChanged,
  preview,
}: {
  history: History<BriefDraft>;
  briefId: string | null;
  briefs: SavedBrief[];
  reports: ReportSummary[];
  keeping: Keeping;
  onChanged: () => void;
  /** What the brief was last composed to. */
  preview: Preview | undefined;
}) {
  const { now: draft, change, undo, redo } = history;
  const listed = useChosenFirst(reports, draft.documents);
  const field = (name: 'title' | 'unit' | 'date', value: string) =>
    change({ ...draft, [name]: value }, name);
  const chooseReport = (id: string, on: boolean) => {
    const documents = on
      ? [...draft.documents, id]
      : draft.documents.filter((other) => other !== id);
    const named = (ids: string[]) =>
      titleOf(ids.flatMap((each) => reports.find((report) => report.id === each) ?? []));
    // A title the person wrote stays; the usual one follows the choice.
    const title = draft.title === named(draft.documents) ? named(documents) : draft.title;
    change({ ...draft, documents, title });
  };
  return (
    <>
      <PanelHeader
        title="编排"
        aside={
          <span className="composing-aside">
            <span role="status">{KEEPING_WORDS[keeping]}</span>
            <IconButton name="撤销一步" icon={<UndoIcon />} disabled={!undo} onClick={undo} />
            <IconButton name="重做一步" icon={<RedoIcon />} disabled={!redo} onClick={redo} />
            <SavedBriefs briefId={briefId} briefs={briefs} onChanged={onChanged} />
          </span>
        }
      />
      <div className="composing scroll">
        <section>
          <h3>题头</h3>
          <TextField
            label="题名"
            maxLength={200}
            value={draft.title}
            onChange={(event) => field('title', event.target.value)}
          />
          <TextField
            label="编者"
            maxLength={100}
            placeholder="如：皇华镇党政办公室"
            value={draft.unit ?? ''}
            onChange={(event) => field('unit', event.target.value)}
          />
          <TextField
            label="日期"
            maxLength={40}
            value={draft.date ?? ''}
            onChange={(event) => field('date', event.target.value)}
          />
        </section>
        <fieldset>
          <legend>
            报告{' '}
            <span className="quiet num">
              已选 {draft.documents.length} 篇，最多 {MOST_REPORTS} 篇
            </span>
          </legend>
          {reports.length === 0 && <p className="quiet">资料库还是空的，先去导入报告。</p>}
          <div className="composing-reports">
            {listed.map((report) => {
              const on = draft.documents.includes(report.id);
              return (
                <Checkbox
                  key={report.id}
                  checked={on}
                  disabled={!on && draft.documents.length >= MOST_REPORTS}
                  onChange={(next) => chooseReport(report.id, next)}
                  label={
                    <span className="composing-report">
                      <span>{report.kind === 'article' ? report.title : shortName(report)}</span>
                      <span className="quiet">
                        {report.kind === 'article'
                          ? KIND_NAMES.article
                          : yearsLabel(report.metadata)}
                      </span>
                    </span>
                  }
                />
              );
            })}
          </div>
        </fieldset>
        <section>
          <h3>内容与次序</h3>
          <PartsList draft={draft} preview={preview} onChange={change} />
        </section>
        <section>
          <h3>版式</h3>
          <Segmented
            name="版式"
            value={draft.layout ?? 'brief'}
            choices={[
              { value: 'brief', label: '竖排摘编' },
              { value: 'comparison', label: '横排对照' },
            ]}
            onChange={(layout) => change({ ...draft, layout })}
          />
          <Switch
            label="印目录"
            checked={draft.contents ?? false}
            onChange={(contents) => change({ ...draft, contents })}
          />
          <Switch
            label={`每页衬“${WATERMARK}”字样`}
            checked={(draft.watermark ?? null) !== null}
            onChange={(on) => change({ ...draft, watermark: on ? WATERMARK : null })}
          />
          <Switch
            label="批注同时写成 PDF 注释"
            checked={draft.comments ?? true}
            onChange={(comments) => change({ ...draft, comments })}
          />
        </section>
        {preview && <FontChoice draft={draft} preview={preview} onChange={change} />}
        <p className="quiet">批注不改动引文，引文逐字取自原文，只能删节。</p>
      </div>
    </>
  );
}
