import { useCallback, useMemo, useRef, useState } from 'react';
import type {
  FigureComparison,
  FigureRow,
  FigureScope,
} from '../../../../shared/contract/schemas/figures.ts';
import type { ReportDetail } from '../../../../shared/contract/schemas/report.ts';
import type { IndicatorReading } from '../../../../shared/indicator/reading.ts';
import { useMutation } from '../../bridge/useMutation.ts';
import { useNavigation, useScrollMemory } from '../../navigation/navigation.tsx';
import { EmptyState } from '../../ui/States.tsx';
import { useToast } from '../../ui/Toasts.tsx';
import { CorrectFigure } from './CorrectFigure.tsx';
import { FiguresPanel } from './FiguresPanel.tsx';
import { FiguresTable } from './FiguresTable.tsx';
import { FiguresToolbar } from './FiguresToolbar.tsx';
import './figures.css';
import {
  arrangeRows,
  type ChosenReading,
  type FiguresView,
  findChosen,
  firstChoice,
  shownNatures,
  shownTable,
} from './figuresView.ts';
import { type FigureToCorrect, useCorrections } from './useCorrections.ts';

/** The table, the chosen figure with its sentence, and those a person must look at. */
export function FiguresDesk({
  figures,
  question,
  reports,
  view,
  onChange,
}: {
  figures: FigureComparison;
  question: { ids: string[]; scopes: FigureScope[] };
  reports: readonly ReportDetail[];
  view: FiguresView;
  onChange: (change: Partial<FiguresView>) => void;
}) {
  const toast = useToast();
  const { go } = useNavigation();
  const [correcting, setCorrecting] = useState<FigureToCorrect | null>(null);
  const { run: pin } = useMutation('indicators.pin', toast.fail);
  const pinRow = useCallback(
    (row: FigureRow, pinned: boolean) => void pin({ row: row.id, pinned }),
    [pin],
  );
  const exporting = useMutation('indicators.export', toast.fail);
  const choose = useCallback((chosen: ChosenReading) => onChange({ chosen }), [onChange]);
  const corrections = useCorrections(choose);
  const area = useRef<HTMLDivElement>(null);
  useScrollMemory(area, 'figures');

  const groups = useMemo(() => arrangeRows(figures, view), [figures, view]);
  const corrected = useMemo(() => new Set(figures.corrections.map(placeOf)), [figures]);
  const isCorrected = useCallback(
    (documentId: string, { start, name }: IndicatorReading) =>
      corrected.has(placeOf({ documentId, start, name })),
    [corrected],
  );
  const chosen = findChosen(figures, view.chosen) ?? findChosen(figures, firstChoice(groups));
  const exportTable = async (format: 'xlsx' | 'csv') => {
    const written = await exporting.run({
      ...question,
      format,
      rows: groups.flatMap(({ rows }) =>
        rows.flatMap(({ row, derived }) => [row.id, ...derived.map(({ id }) => id)]),
      ),
      natures: [...shownNatures(view)],
      asWritten: view.asWritten,
    });
    if (written?.fileName) toast.done(`已导出“${written.fileName}”。`);
  };
  return (
    <>
      <h1 className="visually-hidden">指标对照</h1>
      <FiguresToolbar
        figures={figures}
        view={view}
        shownRows={groups.reduce((sum, { rows }) => sum + rows.length, 0)}
        onChange={onChange}
        onExport={exportTable}
        onBrief={() =>
          go({
            view: 'brief',
            documents: question.ids,
            parts: ['indicators', 'sources'],
            figureTable: shownTable(groups, view),
          })
        }
      />
      <div className="figures-body">
        <div className="figures-area scroll" ref={area}>
          {groups.length === 0 ? (
            <EmptyState title="没有两篇都写到的指标">
              关掉“至少两篇写到”，可看各篇自己的数字；没有写到不等于 0。
            </EmptyState>
          ) : (
            <FiguresTable
              reports={reports}
              groups={groups}
              view={view}
              pinned={figures.pinned}
              chosen={chosen ?? null}
              isCorrected={isCorrected}
              onChoose={choose}
              onPin={pinRow}
              onSort={(sort) => onChange({ sort })}
            />
          )}
        </div>
        <FiguresPanel
          figures={figures}
          reports={reports}
          chosen={chosen}
          onChoose={choose}
          onCorrect={setCorrecting}
          corrections={corrections}
        />
      </div>
      {correcting && (
        <CorrectFigure
          figure={correcting}
          onClose={() => setCorrecting(null)}
          onCorrect={async (correction, assign) => {
            if (!(await corrections.correct(correcting, correction))) return;
            setCorrecting(null);
            const { reading } = correcting;
            if (assign && reading && correction.kind === 'change' && correction.key !== null) {
              await corrections.assign(reading.name, {
                key: correction.key,
                name: correction.name,
              });
            }
          }}
        />
      )}
    </>
  );
}

function placeOf({ documentId, start, name }: Omit<ChosenReading, 'nature'>): string {
  return [documentId, start, name].join('|');
}
