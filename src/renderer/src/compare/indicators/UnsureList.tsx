import type { FigureComparison } from '../../../../shared/contract/schemas/figures.ts';
import type { ReportDetail } from '../../../../shared/contract/schemas/report.ts';
import { displayPunctuation } from '../../../../shared/text/display.ts';
import { useNavigation } from '../../navigation/navigation.tsx';
import { Button } from '../../ui/Button.tsx';
import { conflictsIn } from './conflicts.ts';
import { nameOf, toCorrect } from './figureSentence.ts';
import type { Corrections, FigureToCorrect } from './useCorrections.ts';

interface OpenConflict {
  key: string;
  words: string;
  figures: FigureToCorrect[];
}

interface OpenQuestion {
  figure: FigureToCorrect;
  reason: string;
}

/** 待人工: what was seen and is not sure. A reading can be taken as it is; the rest waits to be read. */
export function UnsureList({
  figures,
  reports,
  onCorrect,
  corrections,
}: {
  figures: FigureComparison;
  reports: readonly ReportDetail[];
  onCorrect: (figure: FigureToCorrect) => void;
  corrections: Corrections;
}) {
  const { go } = useNavigation();
  const conflicts = openConflicts(figures, reports);
  const questions = openQuestions(figures, reports);
  const count = conflicts.length + questions.length;
  return (
    <section className="panel-part" aria-label="待人工">
      <h2>
        待人工 <span className="num">{count}</span> 件
      </h2>
      {count === 0 && <p className="panel-remark">没有拿不准的数字。</p>}
      <ul className="panel-list">
        {conflicts.map(({ key, words, figures: said }) => (
          <li key={key}>
            <p>{words}</p>
            <div className="panel-actions">
              {said.map((figure) => (
                <Button
                  key={figure.start}
                  size="small"
                  variant="text"
                  onClick={() =>
                    corrections.decide(
                      figure,
                      said.filter((other) => other !== figure),
                    )
                  }
                >
                  取“{figure.wording}”
                </Button>
              ))}
            </div>
          </li>
        ))}
        {questions.map(({ figure, reason }) => (
          <li key={`${figure.documentId}-${figure.start}-${figure.reading?.name}`}>
            <p>
              {figure.reportName}“{figure.wording}”：{displayPunctuation(reason)}
            </p>
            <div className="panel-actions">
              {figure.reading && (
                <Button
                  size="small"
                  variant="text"
                  onClick={() => corrections.correct(figure, { kind: 'confirm' })}
                >
                  照此采用
                </Button>
              )}
              <Button size="small" variant="text" onClick={() => onCorrect(figure)}>
                {figure.reading ? '改读数' : '填读数'}
              </Button>
              <Button
                size="small"
                variant="text"
                onClick={() => corrections.correct(figure, { kind: 'not-figure' })}
              >
                不是指标
              </Button>
              <Button
                size="small"
                variant="text"
                onClick={() =>
                  go({
                    view: 'reader',
                    id: figure.documentId,
                    focus: { start: figure.start, end: figure.end },
                    lit: 'jump',
                  })
                }
              >
                看原文
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function openConflicts(
  figures: FigureComparison,
  reports: readonly ReportDetail[],
): OpenConflict[] {
  return conflictsIn(figures).flatMap(({ documentId, rowName, nature, readings }) => {
    const report = reports.find(({ summary }) => summary.id === documentId);
    if (!report) return [];
    const said = readings.map((reading) => toCorrect(report, reading, reading));
    const wordings = said.map(({ wording }) => `“${wording}”`).join('与');
    return {
      key: `${documentId}-${nature}-${readings[0]?.start}`,
      words: `${nameOf(report)}${rowName}：${wordings}，取哪一个？`,
      figures: said,
    };
  });
}

/** By report, in the order of its text. */
function openQuestions(
  { doubtful, unsure }: FigureComparison,
  reports: readonly ReportDetail[],
): OpenQuestion[] {
  return reports.flatMap((report) => {
    const { id } = report.summary;
    const doubted = doubtful
      .filter(({ documentId }) => documentId === id)
      .map((reading) => ({
        figure: toCorrect(report, reading, reading),
        reason: reading.doubt ?? '拿不准',
      }));
    const unread = unsure
      .filter(({ documentId }) => documentId === id)
      .map((figure) => ({ figure: toCorrect(report, figure, null), reason: figure.reason }));
    return [...doubted, ...unread].sort((a, b) => a.figure.start - b.figure.start);
  });
}
