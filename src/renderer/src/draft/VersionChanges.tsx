import { Fragment } from 'react';
import type { Output } from '../../../shared/contract/routes.ts';
import { useRequest } from '../bridge/useRequest.ts';

type Compared = Output<'drafts.compare'>;
type Sentence = Compared['sentences'][number];

/** What changed from a version to another, or to the text as it is now: figures first, then sentence by sentence. */
export function VersionChanges({
  draftId,
  versionId,
  withId,
  otherName,
}: {
  draftId: string;
  versionId: string;
  /** Null: the text as it is now. */
  withId: string | null;
  otherName: string;
}) {
  const compared = useRequest('drafts.compare', { id: draftId, versionId, withId }).value;
  if (!compared) return <p className="draft-note">正在比对…</p>;
  const { sentences, numbers } = compared;
  const changes = sentences.filter((one) => kindOf(one) !== null);
  if (changes.length === 0) return <p className="draft-note">与{otherName}一字不差。</p>;
  const count = (kind: string) => changes.filter((one) => kindOf(one) === kind).length;
  const tally = KINDS.flatMap((kind) => (count(kind) > 0 ? [`${kind} ${count(kind)} 句`] : []));
  return (
    <div className="draft-changes">
      <p>{tally.join('，')}</p>
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
            <Words sentence={one} compared={compared} />
          </li>
        ))}
      </ul>
    </div>
  );
}

const KINDS = ['改动', '新增', '删去', '移动'] as const;

/** Null where the sentence is the same. */
function kindOf({ before, after, edits, moved }: Sentence): (typeof KINDS)[number] | null {
  if (!before) return '新增';
  if (!after) return '删去';
  if (edits.length > 0) return '改动';
  return moved ? '移动' : null;
}

/** The sentence once, with what was struck and what was put in its place. */
function Words({
  sentence: { before, after, edits },
  compared,
}: {
  sentence: Sentence;
  compared: Compared;
}) {
  if (!after) return before && <del>{compared.before.slice(before.start, before.end)}</del>;
  if (!before) return <ins>{compared.after.slice(after.start, after.end)}</ins>;
  let from = after.start;
  const pieces = edits.map((edit) => {
    const same = compared.after.slice(from, edit.after.start);
    from = edit.after.end;
    return { ...edit, same };
  });
  return (
    <>
      {pieces.map(({ same, before: old, after: now }) => (
        <Fragment key={`${old.start} ${now.start}`}>
          {same}
          {old.end > old.start && <del>{compared.before.slice(old.start, old.end)}</del>}
          {now.end > now.start && <ins>{compared.after.slice(now.start, now.end)}</ins>}
        </Fragment>
      ))}
      {compared.after.slice(from, after.end)}
    </>
  );
}
