import { memo, useState } from 'react';
import { useMutation } from '../bridge/useMutation.ts';
import { useRequest } from '../bridge/useRequest.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/Field.tsx';
import { Select } from '../ui/Menu.tsx';
import { useToast } from '../ui/Toasts.tsx';
import { timeLabel } from './DraftList.tsx';
import type { DraftOutput } from './excerpt.ts';
import { VersionChanges } from './VersionChanges.tsx';

/** Stands for the text as it is now among the versions. */
const NOW = 'now';

/** 历稿: versions kept by hand, compared with one another or with the text as it is now, and the way back to one. */
export const VersionPanel = memo(function VersionPanel({
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
  const [against, setAgainst] = useState(NOW);
  const [compared, setCompared] = useState<string | null>(null);
  const versions = list.value?.versions ?? [];
  const other = versions.find(({ id }) => id === against);
  const otherName = other ? `第 ${other.sequence} 稿` : '现稿';

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
  const compare = async (versionId: string) => {
    await flush();
    setCompared(compared === versionId ? null : versionId);
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
      {versions.length > 1 && (
        <div className="draft-panel-bar">
          <span>各稿都比到</span>
          <Select
            name="比到"
            value={other ? against : NOW}
            choices={[
              { value: NOW, label: '现稿' },
              ...versions.map(({ id, sequence, name: called }) => ({
                value: id,
                label: `第 ${sequence} 稿 ${called}`.trim(),
              })),
            ]}
            onChange={setAgainst}
          />
        </div>
      )}
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
              {version.id !== other?.id && (
                <Button
                  size="small"
                  variant="text"
                  aria-expanded={compared === version.id}
                  onClick={() => void compare(version.id)}
                >
                  与{otherName}比
                </Button>
              )}
              <Button
                size="small"
                variant="text"
                onClick={() => void returnTo(version.id, version.sequence)}
              >
                退回这一稿
              </Button>
            </div>
            {compared === version.id && version.id !== other?.id && (
              <VersionChanges
                draftId={draftId}
                versionId={version.id}
                withId={other?.id ?? null}
                otherName={otherName}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  );
});
