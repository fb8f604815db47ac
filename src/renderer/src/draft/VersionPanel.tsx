import { useState } from 'react';
import type { Output } from '../../../shared/contract/routes.ts';
import { useMutation } from '../bridge/useMutation.ts';
import { useRequest } from '../bridge/useRequest.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/Field.tsx';
import { useToast } from '../ui/Toasts.tsx';
import { timeLabel } from './DraftList.tsx';
import type { DraftOutput } from './excerpt.ts';

/** 历稿: versions kept by hand, compared with the text as it is now, and the way back to one. */
export function VersionPanel({
  draftId,
  flush,
  onReplaced,
}: {
  draftId: string;
  flush: () => Promise<void>;
  onReplaced: (draft: DraftOutput) => void;
}) {
  const toast = useToast();
  const list = useRequest('drafts.versions', { id: draftId });
  const keep = useMutation('drafts.keepVersion', toast.fail);
  const back = useMutation('drafts.returnTo', toast.fail);
  const [name, setName] = useState('');
  const [compared, setCompared] = useState<string | null>(null);
  const versions = list.value?.versions ?? [];

  const keepNow = async () => {
    await flush();
    const kept = await keep.run({ id: draftId, name: name.trim() });
    if (!kept) return;
    setName('');
    list.refresh();
    toast.done(`已存为第 ${kept.version.sequence} 稿。`);
  };
  const returnTo = async (versionId: string, sequence: number) => {
    await flush();
    const result = await back.run({ id: draftId, versionId });
    if (!result) return;
    onReplaced(result.draft);
    toast.done(`已退回第 ${sequence} 稿，退回前的文字另存了一稿。`);
  };
  return (
    <>
      <form
        className="draft-panel-bar"
        onSubmit={(event) => {
          event.preventDefault();
          void keepNow();
        }}
      >
        <TextField
          label="稿名"
          placeholder="如：送审稿"
          value={name}
          maxLength={60}
          onChange={(event) => setName(event.target.value)}
        />
        <Button size="small" type="submit" aria-busy={keep.pending}>
          存一稿
        </Button>
      </form>
      <ul className="draft-panel scroll" aria-label="历稿">
        {list.value && versions.length === 0 && (
          <li className="draft-note">还没有存过稿。正文随写随存；要留住某一稿，点“存一稿”。</li>
        )}
        {versions.map((version) => (
          <li key={version.id} className="draft-version">
            <p>
              <strong>第 {version.sequence} 稿</strong> {version.name}
              <span className="quiet num">
                {' '}
                {timeLabel(version.keptAt)} · {version.characterCount} 字
              </span>
            </p>
            <div className="draft-finding-actions">
              <Button
                size="small"
                variant="text"
                aria-expanded={compared === version.id}
                onClick={() => setCompared(compared === version.id ? null : version.id)}
              >
                与现稿比
              </Button>
              <Button
                size="small"
                variant="text"
                onClick={() => void returnTo(version.id, version.sequence)}
              >
                退回这一稿
              </Button>
            </div>
            {compared === version.id && <Changes draftId={draftId} versionId={version.id} />}
          </li>
        ))}
      </ul>
    </>
  );
}

function Changes({ draftId, versionId }: { draftId: string; versionId: string }) {
  const compared = useRequest('drafts.compare', { id: draftId, versionId }).value;
  if (!compared) return <p className="draft-note">正在比对…</p>;
  const { before, after, sentences, numbers } = compared;
  const changes = sentences.filter((one) => one.changed || one.moved || !one.before || !one.after);
  if (changes.length === 0) return <p className="draft-note">与现稿一字不差。</p>;
  return (
    <div className="draft-changes">
      {numbers.length > 0 && (
        <p>
          改了 {numbers.length} 个数：
          {numbers.map(({ beforeText, afterText }) => `${beforeText} → ${afterText}`).join('，')}
        </p>
      )}
      <ul aria-label="改动">
        {changes.map((one) => (
          <li key={`${one.before?.start} ${one.after?.start}`}>
            <span className="draft-change-kind">{kindOf(one)}</span>
            {one.before && (!one.after || one.changed) && (
              <del>{before.slice(one.before.start, one.before.end)}</del>
            )}
            {one.after && <ins>{after.slice(one.after.start, one.after.end)}</ins>}
          </li>
        ))}
      </ul>
    </div>
  );
}

function kindOf({ before, after, changed }: Output<'drafts.compare'>['sentences'][number]): string {
  if (!before) return '新增';
  if (!after) return '删去';
  return changed ? '改动' : '移动';
}
