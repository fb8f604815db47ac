import type { FigureComparison } from '../../../../shared/contract/schemas/figures.ts';
import type { ReportDetail } from '../../../../shared/contract/schemas/report.ts';
import { ChosenFigure } from './ChosenFigure.tsx';
import { CorrectedList } from './CorrectedList.tsx';
import { chartEntries } from './charts/chartEntries.ts';
import { FigureChart } from './charts/FigureChart.tsx';
import './figuresPanel.css';
import { type Chosen, toCorrect } from './figureSentence.ts';
import type { ChosenReading } from './figuresView.ts';
import { UnsureList } from './UnsureList.tsx';
import type { Corrections, FigureToCorrect } from './useCorrections.ts';

/** What lies behind the table: the chosen figure in its sentence, its row drawn, and open questions. */
export function FiguresPanel({
  figures,
  reports,
  chosen,
  onChoose,
  onCorrect,
  corrections,
}: {
  figures: FigureComparison;
  reports: readonly ReportDetail[];
  chosen: Chosen | undefined;
  onChoose: (chosen: ChosenReading) => void;
  onCorrect: (figure: FigureToCorrect) => void;
  corrections: Corrections;
}) {
  const report = reports.find(({ summary }) => summary.id === chosen?.documentId);
  return (
    <aside className="figures-panel scroll" aria-label="数字与出处">
      {chosen && report && (
        <>
          <FigureChart
            row={chosen.row}
            nature={chosen.nature}
            entries={chartEntries(figures, chosen, reports)}
            onChoose={onChoose}
          />
          <ChosenFigure
            chosen={chosen}
            report={report}
            correction={figures.corrections.findLast(
              ({ documentId, start, name }) =>
                documentId === chosen.documentId && start === chosen.start && name === chosen.name,
            )}
            onCorrect={() => onCorrect(toCorrect(report, chosen.reading, chosen.reading))}
            corrections={corrections}
          />
        </>
      )}
      <UnsureList
        figures={figures}
        reports={reports}
        onCorrect={onCorrect}
        corrections={corrections}
      />
      <CorrectedList figures={figures} reports={reports} corrections={corrections} />
    </aside>
  );
}
