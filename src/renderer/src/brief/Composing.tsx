import type { Output } from '../../../shared/contract/routes.ts';
import type { ReportSummary } from '../../../shared/contract/schemas/report.ts';
import { useMutation } from '../bridge/useMutation.ts';
import { useRequest } from '../bridge/useRequest.ts';
import { useNavigation } from '../navigation/navigation.tsx';
import { KIND_NAMES, shortName, yearsLabel } from '../report/labels.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox, Segmented } from '../ui/Choices.tsx';
import { TextArea, TextField } from '../ui/Field.tsx';
import { PanelHeader } from '../ui/Layout.tsx';
import { Menu } from '../ui/Menu.tsx';
import { useToast } from '../ui/Toasts.tsx';
import { type BriefDraft, MOST_REPORTS, PARTS, titleOf, USUAL_PARTS } from './draft.ts';
import type { Keeping } from './useAutosave.ts';

type SavedBrief = Output<'briefs.list'>['briefs'][number];

const KEEPING_WORDS: Record<Keeping, string> = {
  unchanged: '',
  keeping: '正在保存',
  kept: '已自动保存',
  failed: '没有保存上',
};

const MOST_COMPARED = 4;

/** What goes into the brief. */
export function Composing({
  draft,
  briefId,
  briefs,
  reports,
  keeping,
  onChange,
  onChanged,
  cautions,
}: {
  draft: BriefDraft;
  briefId: string | null;
  briefs: SavedBrief[];
  reports: ReportSummary[];
  keeping: Keeping;
  onChange: (draft: BriefDraft) => void;
  onChanged: () => void;
  /** What to know before exporting: faces that stand in for others. */
  cautions: readonly string[];
}) {
  const parts = draft.parts ?? USUAL_PARTS;
  const chooseReport = (id: string, on: boolean) => {
    const documents = on
      ? [...draft.documents, id]
      : draft.documents.filter((other) => other !== id);
    const named = (ids: string[]) =>
      titleOf(ids.flatMap((each) => reports.find((report) => report.id === each) ?? []));
    // A title the person wrote stays; the usual one follows the choice.
    const title = draft.title === named(draft.documents) ? named(documents) : draft.title;
    onChange({ ...draft, documents, title });
  };
  return (
    <>
      <PanelHeader
        title="编排"
        aside={
          <span className="composing-aside">
            <span role="status">{KEEPING_WORDS[keeping]}</span>
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
            onChange={(event) => onChange({ ...draft, title: event.target.value })}
          />
          <TextField
            label="编者"
            maxLength={100}
            placeholder="如：皇华镇党政办公室"
            value={draft.unit ?? ''}
            onChange={(event) => onChange({ ...draft, unit: event.target.value })}
          />
          <TextField
            label="日期"
            maxLength={40}
            value={draft.date ?? ''}
            onChange={(event) => onChange({ ...draft, date: event.target.value })}
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
            {reports.map((report) => {
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
        <fieldset>
          <legend>内容</legend>
          <div className="composing-ticks">
            {PARTS.map(({ value, label }) => (
              <Checkbox
                key={value}
                label={label}
                checked={parts.includes(value)}
                onChange={(on) =>
                  onChange({
                    ...draft,
                    parts: PARTS.map((part) => part.value).filter((part) =>
                      part === value ? on : parts.includes(part),
                    ),
                  })
                }
              />
            ))}
          </div>
        </fieldset>
        {parts.includes('topics') && <Topics draft={draft} onChange={onChange} />}
        <section>
          <h3>版式</h3>
          <Segmented
            name="版式"
            value={draft.layout ?? 'brief'}
            choices={[
              { value: 'brief', label: '竖排摘编' },
              { value: 'comparison', label: '横排对照' },
            ]}
            onChange={(layout) => onChange({ ...draft, layout })}
          />
          {cautions.map((caution) => (
            <p key={caution} className="brief-caution">
              {caution}
            </p>
          ))}
        </section>
        <section>
          <h3>编者按</h3>
          <TextArea
            name="编者按"
            placeholder="三五行结论，可留空"
            rows={4}
            value={draft.editorNote ?? ''}
            onChange={(event) => onChange({ ...draft, editorNote: event.target.value })}
          />
        </section>
        <p className="quiet">批注不改动引文，引文逐字取自原文。</p>
      </div>
    </>
  );
}

/** The topics the chosen reports speak of. None ticked by hand lets the brief choose. */
function Topics({ draft, onChange }: { draft: BriefDraft; onChange: (draft: BriefDraft) => void }) {
  const ids = draft.documents.slice(0, MOST_COMPARED);
  const compared = useRequest('comparison.topics', ids.length >= 2 ? { ids } : null, {
    keepPrevious: true,
  });
  const topics = (compared.value?.topics ?? []).filter(({ cells }) =>
    cells.some(({ passages }) => passages.length > 0),
  );
  if (topics.length === 0) return null;
  const chosen = draft.topics ?? null;
  return (
    <fieldset>
      <legend>专题</legend>
      <Checkbox
        label="随批注和正文自动选"
        checked={chosen === null}
        onChange={(on) => onChange({ ...draft, topics: on ? null : [] })}
      />
      {chosen !== null && (
        <div className="composing-ticks">
          {topics.map(({ id, name }) => (
            <Checkbox
              key={id}
              label={name}
              checked={chosen.includes(id)}
              onChange={(on) =>
                onChange({
                  ...draft,
                  topics: topics
                    .map((topic) => topic.id)
                    .filter((each) => (each === id ? on : chosen.includes(each))),
                })
              }
            />
          ))}
        </div>
      )}
    </fieldset>
  );
}

function SavedBriefs({
  briefId,
  briefs,
  onChanged,
}: {
  briefId: string | null;
  briefs: SavedBrief[];
  onChanged: () => void;
}) {
  const { go } = useNavigation();
  const toast = useToast();
  const remove = useMutation('briefs.remove', toast.fail);
  const save = useMutation('briefs.save', toast.fail);
  const current = briefs.find(({ id }) => id === briefId);
  const takeOut = async () => {
    if (!current || !(await remove.run({ id: current.id }))) return;
    onChanged();
    go({ view: 'brief' });
    toast.done(`已删除简报“${current.spec.title}”。`, {
      label: '撤销',
      run: async () => {
        const result = await save.run({ id: null, spec: current.spec });
        if (result) go({ view: 'brief', briefId: result.brief.id });
      },
    });
  };
  return (
    <Menu
      trigger={
        <Button size="small" variant="text">
          已存 {briefs.length} 份
        </Button>
      }
      entries={[
        { label: '新编一份', run: () => go({ view: 'brief' }) },
        ...(briefs.length > 0 ? ['line' as const] : []),
        ...briefs.map(({ id, spec }) => ({
          label: spec.title,
          checked: id === briefId,
          run: () => go({ view: 'brief', briefId: id }),
        })),
        ...(current ? ['line' as const, { label: '删除这份简报', run: () => void takeOut() }] : []),
      ]}
    />
  );
}
