import type { PreviewedDocument } from '../../../shared/contract/routes/imports.ts';
import { useDisplayText } from '../preferences/preferences.tsx';
import { figure, KIND_NAMES, NOT_SEEN, sessionLabel, yearsLabel } from '../report/labels.ts';
import { Checkbox, Segmented } from '../ui/Choices.tsx';
import { Tag } from '../ui/Labels.tsx';
import { describeDuplicate, type ReadSource } from './importSession.ts';

const FORMAT_NAMES: Record<string, string | undefined> = {
  txt: '纯文本',
  html: '网页',
  docx: 'Word 文档',
  doc: 'Word 旧版文档',
  pdf: 'PDF 文件',
  ofd: 'OFD 文件',
};

/** With so few documents their outlines are shown at once. */
const MOST_UNFOLDED = 2;

/** What was understood of each source, before anything is stored. */
export function ImportPreviews({
  sources,
  onInclude,
  onJoin,
}: {
  sources: ReadSource[];
  onInclude: (previewId: string, index: number, on: boolean) => void;
  onJoin: (previewId: string, index: number, on: boolean) => void;
}) {
  return sources.map(({ preview, include, join }, position) => (
    <section key={preview.previewId || `failed-${String(position)}`} className="import-source-read">
      <header className="import-file">
        <h3>{preview.name}</h3>
        <span className="quiet">
          {[
            FORMAT_NAMES[preview.format],
            preview.encoding?.toUpperCase(),
            `${preview.documents.length} 篇`,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </header>
      {preview.failure && (
        <p className="import-failure" role="alert">
          {preview.failure.message}
        </p>
      )}
      <Notices messages={preview.notices.map(({ message }) => message)} />
      <ul>
        {preview.documents.map((document) => (
          <PreviewedReport
            key={document.index}
            document={document}
            included={include.includes(document.index)}
            joined={join.includes(document.index)}
            unfolded={preview.documents.length <= MOST_UNFOLDED}
            onInclude={(on) => onInclude(preview.previewId, document.index, on)}
            onJoin={(on) => onJoin(preview.previewId, document.index, on)}
          />
        ))}
      </ul>
      {preview.discarded.length > 0 && (
        <details className="import-more">
          <summary>网站残留 {preview.discarded.length} 处，不进正文</summary>
          <ul>
            {preview.discarded.map((each, index) => (
              <li key={`discarded-${String(index)}`} className="original">
                {each.text}
                <span className="quiet">（{each.reason}）</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  ));
}

function PreviewedReport({
  document,
  included,
  joined,
  unfolded,
  onInclude,
  onJoin,
}: {
  document: PreviewedDocument;
  included: boolean;
  joined: boolean;
  unfolded: boolean;
  onInclude: (on: boolean) => void;
  onJoin: (on: boolean) => void;
}) {
  const display = useDisplayText();
  const { title, kind, metadata, characterCount, outline, sectionCount, opening } = document;
  const place = [metadata.county, metadata.actualLocality ?? metadata.statedLocality]
    .filter((part, index, all) => part !== null && all.indexOf(part) === index)
    .join(' ');
  const facts = [
    KIND_NAMES[kind],
    `地区：${place || NOT_SEEN}`,
    `年份：${yearsLabel(metadata)}`,
    sessionLabel(metadata),
    metadata.speaker ? `报告人：${metadata.speaker}` : '',
    `${figure(characterCount)} 字`,
  ].filter((part) => part !== '');
  return (
    <li className="import-report">
      <Checkbox name={`存入${title}`} checked={included} onChange={onInclude} />
      <div className="import-report-body">
        <h4>
          {title}
          {document.duplicateOf && <Tag tone="warn">资料库已有</Tag>}
        </h4>
        <p className="import-facts">{facts.join(' · ')}</p>
        {document.duplicateOf && (
          <p className="quiet">
            {describeDuplicate(title, document.duplicateOf.title)}，默认不再存入。
          </p>
        )}
        {document.similarTo && (
          <div className="import-similar">
            <p>
              与已有《{document.similarTo.title}》很像（相似{' '}
              {Math.round(document.similarTo.similarity * 100)}%），是同一报告的另一稿吗？
            </p>
            <Segmented
              name={`${title}：是否同一报告`}
              value={joined ? 'join' : 'apart'}
              choices={[
                { value: 'apart', label: '作为另一篇' },
                { value: 'join', label: '归入版本链' },
              ]}
              onChange={(choice) => onJoin(choice === 'join')}
            />
          </div>
        )}
        <Notices messages={document.notices.map(({ message }) => message)} />
        <details className="import-more" open={unfolded}>
          <summary>
            {sectionCount > 0 ? `提纲，共 ${sectionCount} 节` : '没有认出标题，看开头'}
          </summary>
          <ul className="import-outline">
            {outline.map((heading, index) => (
              <li
                key={`heading-${String(index)}`}
                style={{ paddingLeft: (heading.level - 1) * 20 }}
              >
                {display(heading.text)}
              </li>
            ))}
          </ul>
          {sectionCount > outline.length && <p className="quiet">以下略。</p>}
          {sectionCount === 0 && <p className="original">{display(opening)}</p>}
        </details>
      </div>
    </li>
  );
}

function Notices({ messages }: { messages: string[] }) {
  return messages.map((message) => (
    <p key={message} className="import-notice">
      {message}
    </p>
  ));
}
