import type { FigureComparison } from '../../../../shared/contract/schemas/figures.ts';
import type { ReportDetail } from '../../../../shared/contract/schemas/report.ts';
import { setAnew } from '../../../../shared/report/wraps.ts';
import { displayPunctuation } from '../../../../shared/text/display.ts';
import { useNavigation } from '../../navigation/navigation.tsx';
import { AnnotateButton } from '../../note/AnnotateButton.tsx';
import { useDisplayText } from '../../preferences/preferences.tsx';
import { Button } from '../../ui/Button.tsx';
import { type Chosen, nameOf, sentenceOf, toCorrect } from './figureSentence.ts';
import {
  changeWords,
  isStriking,
  NATURE_NAMES,
  periodWords,
  SCOPE_NAMES,
  valueWords,
} from './figureWords.ts';
import type { Corrections } from './useCorrections.ts';

/** The figure in its sentence, what was read in it, and the ways to the original and to a correction. */
export function ChosenFigure({
  chosen: { row, reading },
  report,
  correction,
  onCorrect,
  corrections,
}: {
  chosen: Chosen;
  report: ReportDetail;
  correction: FigureComparison['corrections'][number] | undefined;
  onCorrect: () => void;
  corrections: Corrections;
}) {
  const { go } = useNavigation();
  const display = useDisplayText();
  const { text, summary } = report;
  const { start, end, clause } = reading;
  const sentence = sentenceOf(report, clause);
  const wording = text.slice(start, end);
  const shown = valueWords(reading, { unit: row.unit, wording, asWritten: false });
  const inUnit = reading.normalizedUnit === row.unit && reading.normalizedValue !== null;
  const read = () => go({ view: 'reader', id: summary.id, focus: clause, lit: 'jump' });
  const facts: [name: string, words: string | null][] = [
    ['原文名称', reading.name === row.name ? null : display(reading.name)],
    ['口径', row.definition && displayPunctuation(row.definition)],
    ['性质', reading.nature && NATURE_NAMES[reading.nature]],
    ['期间', periodWords(reading.period) ?? '未见'],
    ['范围', reading.scope && SCOPE_NAMES[reading.scope]],
    ['约数', reading.precision],
    [reading.changeKind === 'completion' ? '完成率' : '增幅', changeFact(reading)],
    [
      '说明',
      row.note && (row.definition === null || !row.comparable)
        ? displayPunctuation(row.note)
        : null,
    ],
  ];
  return (
    <section className="panel-part" aria-label="所选数字">
      <h2 className="num">
        {nameOf(report)} {shown} {inUnit && reading.rank === null && row.unit}
      </h2>
      <button type="button" className="figure-sentence original" onClick={read}>
        {display(setAnew(text, { start: sentence.start, end: start }))}
        <mark>{display(setAnew(text, reading))}</mark>
        {display(setAnew(text, { start: end, end: sentence.end }))}
      </button>
      <dl className="figure-facts">
        {facts.map(
          ([name, words]) =>
            words && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{words}</dd>
              </div>
            ),
        )}
      </dl>
      {isStriking(reading) && <p className="panel-warning">增幅大，请核口径。</p>}
      {!reading.certain && (
        <p className="panel-warning">待核：{displayPunctuation(reading.doubt ?? '拿不准')}</p>
      )}
      {correction && <p className="panel-remark">这个读数由人工改过。</p>}
      <div className="panel-actions">
        <Button size="small" onClick={read}>
          看原文
        </Button>
        <Button size="small" onClick={onCorrect}>
          {reading.key === null ? '归入指标' : '改读数'}
        </Button>
        <Button
          size="small"
          onClick={() => go({ view: 'search', query: reading.name, show: 'frequency' })}
        >
          查词频
        </Button>
        <AnnotateButton passages={[{ documentId: summary.id, ...sentence }]} />
        {!reading.certain && (
          <Button
            size="small"
            onClick={() =>
              corrections.correct(toCorrect(report, reading, reading), { kind: 'confirm' })
            }
          >
            照此采用
          </Button>
        )}
        {correction && (
          <Button size="small" onClick={() => corrections.undo(summary.id, correction.id)}>
            撤销改动
          </Button>
        )}
      </div>
    </section>
  );
}

function changeFact(reading: Chosen['reading']): string | null {
  return changeWords(reading)?.replace(/^(?:完成率|仅增幅) /u, '') ?? null;
}
