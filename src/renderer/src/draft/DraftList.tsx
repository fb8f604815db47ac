import { type FormEvent, useState } from 'react';
import { useMutation } from '../bridge/useMutation.ts';
import { useRequest } from '../bridge/useRequest.ts';
import { useNavigation } from '../navigation/navigation.tsx';
import { usePreferences } from '../preferences/preferences.tsx';
import { isReport } from '../report/labels.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { TextField } from '../ui/Field.tsx';
import { CloseIcon } from '../ui/icons.tsx';
import { Toolbar } from '../ui/Layout.tsx';
import { Select } from '../ui/Menu.tsx';
import { EmptyState, FailureState } from '../ui/States.tsx';
import { useToast } from '../ui/Toasts.tsx';

const EMPTY = 'empty';

/** The drafts that are kept, and a form that begins another. */
export function DraftList() {
  const { go } = useNavigation();
  const toast = useToast();
  const list = useRequest('drafts.list', {});
  const remove = useMutation('drafts.remove', toast.fail);
  const restore = useMutation('drafts.restore', toast.fail);
  if (list.error && !list.value) {
    return <FailureState message={list.error.message} onRetry={list.refresh} />;
  }
  if (!list.value) return <main aria-busy="true" className="split" />;
  const { drafts } = list.value;
  const takeOut = async (id: string, title: string) => {
    if (!(await remove.run({ id }))) return;
    list.refresh();
    toast.done(`已移出稿子“${title}”。`, {
      label: '撤销',
      run: async () => {
        if (await restore.run({ id })) list.refresh();
      },
    });
  };
  return (
    <main className="draft-list-view">
      <Toolbar title="起草" note={<span className="num">{drafts.length} 份稿子</span>} />
      <div className="draft-list scroll">
        <BeginForm />
        {drafts.length === 0 ? (
          <EmptyState title="还没有稿子">
            选好镇和年份就能开始。体例可取自本镇上年报告，只取标题，不取正文。
          </EmptyState>
        ) : (
          <ul aria-label="稿子" className="draft-rows">
            {drafts.map(({ id, title, savedAt, versionCount }) => (
              <li key={id} className="draft-row">
                <button
                  type="button"
                  className="draft-open"
                  onClick={() => go({ view: 'draft', draftId: id })}
                >
                  {title}
                </button>
                <span className="quiet num">
                  {versionCount > 0 ? `历稿 ${versionCount} 份 · ` : ''}存于 {timeLabel(savedAt)}
                </span>
                <IconButton
                  name={`移出“${title}”`}
                  icon={<CloseIcon size={14} />}
                  onClick={() => void takeOut(id, title)}
                />
              </li>
            ))}
          </ul>
        )}
      </div>
    </main>
  );
}

function BeginForm() {
  const { go } = useNavigation();
  const { settings } = usePreferences();
  const toast = useToast();
  const begin = useMutation('drafts.begin', toast.fail);
  const all = useRequest('reports.list', {}).value?.reports ?? [];
  const reports = all.filter(({ kind, newestVersion }) => isReport(kind) && newestVersion === null);
  const [town, setTown] = useState(settings.homeLocality);
  const [year, setYear] = useState('');
  const [basis, setBasis] = useState<string | null>(null);

  const own = reports
    .filter((report) => report.town === town)
    .sort((a, b) => (b.metadata.planYear ?? 0) - (a.metadata.planYear ?? 0))[0];
  const suggestedYear = own?.metadata.planYear ? String(own.metadata.planYear + 1) : '';
  const planYear = Number(year || suggestedYear);
  const chosenBasis = basis ?? own?.id ?? EMPTY;
  const ready = town.trim() !== '' && Number.isInteger(planYear) && planYear > 1979;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    const basisId = chosenBasis === EMPTY ? null : chosenBasis;
    const begun = await begin.run({ town: town.trim(), planYear, basisId });
    if (begun) go({ view: 'draft', draftId: begun.draft.id });
  };
  const towns = [...new Set(reports.flatMap((report) => report.town ?? []))];
  return (
    <form className="draft-begin" aria-label="新起一稿" onSubmit={(event) => void submit(event)}>
      <h2 className="panel-title">新起一稿</h2>
      <TextField
        label="镇（街道、乡）"
        value={town}
        list="draft-towns"
        maxLength={40}
        onChange={(event) => {
          setTown(event.target.value);
          setBasis(null);
        }}
      />
      <datalist id="draft-towns">
        {towns.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <TextField
        label="部署年份"
        inputMode="numeric"
        value={year}
        placeholder={suggestedYear}
        maxLength={4}
        onChange={(event) => setYear(event.target.value.replace(/\D/gu, ''))}
      />
      <div className="field">
        <span className="field-label">体例</span>
        <Select
          name="体例"
          value={chosenBasis}
          choices={[
            { value: EMPTY, label: '空白' },
            ...[...reports]
              .sort((a, b) => Number(b.town === town) - Number(a.town === town))
              .map(({ id, title }) => ({ value: id, label: `${title}的标题` })),
          ]}
          onChange={setBasis}
        />
      </div>
      <Button type="submit" variant="primary" disabled={!ready} aria-busy={begin.pending}>
        开始起草
      </Button>
    </form>
  );
}

/** 11月22日 14:32 */
export function timeLabel(iso: string): string {
  const time = new Date(iso);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${time.getMonth() + 1}月${time.getDate()}日 ${two(time.getHours())}:${two(time.getMinutes())}`;
}
