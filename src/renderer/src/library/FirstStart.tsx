import type { ReactNode } from 'react';
import type { ReportSummary } from '../../../shared/contract/schemas/report.ts';
import { useMutation } from '../bridge/useMutation.ts';
import { useNavigation } from '../navigation/navigation.tsx';
import { figure } from '../report/labels.ts';
import { Button } from '../ui/Button.tsx';
import { Progress } from '../ui/States.tsx';
import { useToast } from '../ui/Toasts.tsx';
import type { ImportStart } from './importSession.ts';
import './firstStart.css';

const MOST_COMPARED = 3;

/** Greets the first start: five steps with the sample, or the office's own reports at once. */
export function FirstStart({
  reports,
  onImport,
}: {
  reports: ReportSummary[];
  onImport: (start: ImportStart) => void;
}) {
  const { go, replace } = useNavigation();
  const toast = useToast();
  const open = useMutation('library.openSample', toast.fail);
  const decline = useMutation('library.declineSample', toast.fail);
  const sample = reports.filter(({ fromSample }) => fromSample);
  const towns = sample.filter(({ kind }) => kind === 'annual-report');
  const [firstTown] = towns;
  const townIds = towns.slice(0, MOST_COMPARED).map(({ id }) => id);
  const ready = firstTown !== undefined;

  const openSample = async () => {
    const result = await open.run({});
    if (result) replace({ view: 'library' });
  };
  const later = (go: () => void) =>
    ready && (
      <Button size="small" onClick={go}>
        去做
      </Button>
    );

  return (
    <main className="first-start scroll">
      <div className="first-start-inner">
        <h1 className="first-start-title">先看样例，再放本镇的报告</h1>
        <p className="first-start-lead">
          资料只存在这台电脑上，全程不联网。样例看完可整库移除，不影响本镇资料。
        </p>
        {open.pending && <Progress title="正在打开样例库" done={0} total={0} />}
        <div className="first-start-columns">
          <ol className="steps">
            <Step
              numeral="一"
              title="打开样例"
              text="3 篇镇报告、1 篇市报告、6 篇文章，原文照录"
              current={!ready}
              action={
                ready ? (
                  <span className="quiet">已打开</span>
                ) : (
                  <Button variant="primary" disabled={open.pending} onClick={openSample}>
                    打开样例库
                  </Button>
                )
              }
            />
            <Step
              numeral="二"
              title="认定一处地名"
              text="题名与正文的镇名不一致，由您定"
              time="约 1 分钟"
              action={later(() => go({ view: 'library' }))}
            />
            <Step
              numeral="三"
              title="三镇对照一个题目"
              text="同一件事，三个镇各怎样写"
              time="约 2 分钟"
              action={later(() => go({ view: 'compare', ids: townIds, mode: 'topics' }))}
            />
            <Step
              numeral="四"
              title="划一句，写一条批注"
              text="借鉴、存疑、核对、引用，四类任选"
              time="约 1 分钟"
              action={later(() => firstTown && go({ view: 'reader', id: firstTown.id }))}
            />
            <Step
              numeral="五"
              title="导出一份参阅材料"
              text="引文带出处，批注不混入原文"
              time="约 2 分钟"
              action={later(() => go({ view: 'brief', documents: townIds }))}
            />
          </ol>
          <div className="first-start-side">
            <section className="sample-card">
              <header>
                <h2 className="sample-title">样例库</h2>
                <span className="quiet">潍坊市 10 篇</span>
              </header>
              <SampleLines reports={sample} />
              <footer>
                <span className="quiet">来自公开网页，抓取日期 2025年7月8日</span>
                {!ready && (
                  <Button
                    size="small"
                    disabled={decline.pending}
                    onClick={async () => {
                      if (await decline.run({})) replace({ view: 'library' });
                    }}
                  >
                    不要样例
                  </Button>
                )}
              </footer>
            </section>
            <section className="drop-zone">
              <h2 className="drop-title">直接放本镇的报告</h2>
              <p className="quiet">
                把文件拖到这里，或从网页复制后粘贴。
                <br />
                可读 WPS 文字、PDF、纯文本和网页，原件不改动。
              </p>
              <div className="drop-actions">
                <Button onClick={() => onImport({ kind: 'choose' })}>选择文件</Button>
                <Button onClick={() => onImport({ kind: 'paste' })}>粘贴正文</Button>
              </div>
            </section>
          </div>
        </div>
      </div>
    </main>
  );
}

function Step({
  numeral,
  title,
  text,
  time,
  current = false,
  action,
}: {
  numeral: string;
  title: string;
  text: string;
  time?: string;
  current?: boolean;
  action?: ReactNode;
}) {
  return (
    <li className="step" data-current={current || undefined}>
      <span className="step-numeral" aria-hidden="true">
        {numeral}
      </span>
      <div className="step-words">
        <h2 className="step-title">{title}</h2>
        <p>{text}</p>
      </div>
      {time && <span className="quiet num">{time}</span>}
      {action}
    </li>
  );
}

/** What the sample holds: as shipped before it is opened, as understood afterwards. */
function SampleLines({ reports }: { reports: ReportSummary[] }) {
  const lines =
    reports.length === 0
      ? [
          { id: 'town', name: '镇政府工作报告', place: '诸城市、高密市', amount: '3 篇' },
          { id: 'city', name: '市政府工作报告', place: '潍坊市', amount: '1 篇' },
          { id: 'article', name: '宣传文章', place: '不进对照', amount: '6 篇' },
        ]
      : reports.map((report) => ({
          id: report.id,
          name: report.title,
          place: report.conflict ? '待认定' : (report.place.at(-1) ?? '未见'),
          amount: `${figure(report.characterCount)} 字`,
        }));
  return (
    <ul className="sample-lines">
      {lines.map((line) => (
        <li key={line.id}>
          <span>{line.name}</span>
          <span className="quiet">{line.place}</span>
          <span className="num">{line.amount}</span>
        </li>
      ))}
    </ul>
  );
}
