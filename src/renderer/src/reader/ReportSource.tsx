import type { ReportDetail } from '../../../shared/contract/schemas/report.ts';
import { useRequest } from '../bridge/useRequest.ts';
import { useNavigation } from '../navigation/navigation.tsx';
import { LeftoverItem } from '../report/LeftoverItem.tsx';
import type { Deciding } from '../report/useDecide.ts';
import { Button } from '../ui/Button.tsx';
import { Tag } from '../ui/Labels.tsx';

const FORMATS: Record<string, string | undefined> = {
  txt: '纯文本',
  html: '网页',
  docx: 'Word 文档',
  doc: 'Word 旧版文档',
  pdf: 'PDF 文件',
  ofd: 'OFD 文件',
};

/** The versions of a report, the way from each to the others. */
export function ReportVersions({
  report: { summary, versions },
  onUndo,
}: {
  report: ReportDetail;
  onUndo: (decisionId: string) => void;
}) {
  const { go } = useNavigation();
  const link = summary.decisions.findLast(({ field }) => field === 'follows');
  if (versions.length < 2) return null;
  return (
    <section className="facts-part">
      <h3>版本</h3>
      <ul className="facts">
        {versions.map(({ id, title, importedAt }, at) => (
          <li key={id} className="fact">
            <span className="fact-label num">{importedAt.slice(0, 10)}</span>
            <span className="fact-value">{title}</span>
            {at === versions.length - 1 && <Tag>最新</Tag>}
            <span className="fact-actions">
              {id !== summary.id && (
                <Button size="small" onClick={() => go({ view: 'reader', id })}>
                  打开这一稿
                </Button>
              )}
              {id === summary.id && <span className="quiet">正在看</span>}
              {id === summary.id && link && (
                <Button size="small" variant="text" onClick={() => onUndo(link.id)}>
                  移出版本链
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Other reports of the same town and plan year, which the person may know to be versions of this one. */
export function PossibleVersions({
  report: { summary, versions },
  onDecide,
}: {
  report: ReportDetail;
  onDecide: Deciding['decide'];
}) {
  const reports = useRequest('reports.list', {}).value?.reports ?? [];
  const { town, metadata } = summary;
  const isOldest = versions[0]?.id === summary.id;
  const others = reports.filter(
    (other) =>
      other.newestVersion === null &&
      other.town === town &&
      other.metadata.planYear === metadata.planYear &&
      versions.every(({ id }) => id !== other.id),
  );
  if (!isOldest || town === null || metadata.planYear === null || others.length === 0) return null;
  return (
    <section className="facts-part">
      <h3>同地同年的另一篇</h3>
      <ul className="facts">
        {others.map(({ id, title, importedAt }) => (
          <li key={id} className="fact">
            <span className="fact-label num">{importedAt.slice(0, 10)}</span>
            <span className="fact-value">{title}</span>
            <span className="fact-actions">
              <Button
                size="small"
                onClick={() =>
                  void onDecide({ field: 'follows', value: id }, `已归为“${title}”的新稿。`)
                }
              >
                归为它的新稿
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The file it came from, the text as first read, and what was left out of it. */
export function ReportOrigin({ report: { summary, leftovers } }: { report: ReportDetail }) {
  const origin = useRequest('reports.origin', { id: summary.id }).value;
  if (!origin) return null;
  const { sourceName, format, encoding, importedAt, extracted } = origin;
  const facts = [
    sourceName,
    FORMATS[format] ?? format,
    encoding?.toUpperCase(),
    `${importedAt.slice(0, 10)} 导入`,
  ];
  return (
    <section className="facts-part">
      <h3>来源</h3>
      <p>{facts.filter(Boolean).join(' · ')}</p>
      {extracted === null ? (
        <p className="quiet">正文与文件里取出的文字一致。</p>
      ) : (
        <details>
          <summary>原始取文：断行、页码、网页残留整理之前</summary>
          <pre className="original facts-extracted">{extracted}</pre>
        </details>
      )}
      {leftovers.length > 0 && (
        <details>
          <summary>网站残留 {leftovers.length} 处，不在正文里，可还原</summary>
          <ul>
            {leftovers.map((leftover) => (
              <LeftoverItem key={leftover.id} leftover={leftover} note={leftover.reason} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
