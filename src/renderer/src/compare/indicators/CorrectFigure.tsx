import { type FormEvent, useId, useState } from 'react';
import type { FigureCorrectionInput } from '../../../../shared/contract/schemas/figures.ts';
import { useRequest } from '../../bridge/useRequest.ts';
import { useDisplayText } from '../../preferences/preferences.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Choices.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Select } from '../../ui/Menu.tsx';
import { type ChangeKind, type CorrectionForm, changeOf, formOf } from './correctionForm.ts';
import { NATURE_NAMES, SCOPE_NAMES } from './figureWords.ts';
import type { FigureToCorrect } from './useCorrections.ts';

const NATURES = ['actual', 'target', 'project', 'base'] as const;
const SCOPES = [
  'town',
  'village',
  'firm',
  'project',
  'county',
  'city',
  'province',
  'nation',
] as const;
const GROWTH_KINDS: { value: ChangeKind; label: string }[] = [
  { value: 'year-on-year', label: '同比 %' },
  { value: 'annual-average', label: '年均 %' },
  { value: 'points', label: '个百分点' },
  { value: 'completion', label: '完成率 %' },
];

/** Asks what the figure says. The words of the report stay; only the reading of them changes. */
export function CorrectFigure({
  figure,
  onClose,
  onCorrect,
}: {
  figure: FigureToCorrect;
  onClose: () => void;
  /** `assign`: the stated name belongs to the indicator in every report from now on. */
  onCorrect: (correction: FigureCorrectionInput, assign: boolean) => void;
}) {
  const { reading, wording, sentence, reportName } = figure;
  const display = useDisplayText();
  const formId = useId();
  const list = useId();
  const indicators = useRequest('indicators.list', {}).value?.indicators ?? [];
  const [form, setForm] = useState<CorrectionForm>(() => formOf(reading));
  const [assign, setAssign] = useState(true);
  const set = (part: Partial<CorrectionForm>) => setForm((before) => ({ ...before, ...part }));
  const change = changeOf(form, reading, indicators);
  const assignable = reading?.key === null && reading.name !== '' && change?.key != null;
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (change) onCorrect(change, assignable && assign);
  };
  return (
    <Dialog
      open
      title={`改读数：${reportName}“${wording}”`}
      onClose={onClose}
      actions={
        <>
          <Button variant="danger" onClick={() => onCorrect({ kind: 'not-figure' }, false)}>
            不是指标
          </Button>
          <Button onClick={onClose}>取消</Button>
          <Button variant="primary" type="submit" form={formId} disabled={change === null}>
            保存读数
          </Button>
        </>
      }
    >
      <form id={formId} className="figure-form" onSubmit={save}>
        <p className="figure-form-sentence original">{display(sentence)}</p>
        <TextField
          label="指标"
          value={form.name}
          list={list}
          maxLength={60}
          onChange={(event) => set({ name: event.target.value })}
          hint="选表内指标可与他镇同列；也可写原文名称。"
        />
        <datalist id={list}>
          {indicators.map((indicator) => (
            <option key={indicator.key} value={indicator.name} />
          ))}
        </datalist>
        {assignable && (
          <Checkbox
            checked={assign}
            onChange={setAssign}
            label={`各篇写作“${reading.name}”的，都归入“${change?.name}”`}
          />
        )}
        <div className="figure-form-pair">
          <TextField
            label="数值"
            value={form.value}
            inputMode="decimal"
            autoComplete="off"
            onChange={(event) => set({ value: event.target.value })}
          />
          <TextField
            label="单位"
            value={form.unit}
            maxLength={12}
            onChange={(event) => set({ unit: event.target.value })}
            hint="亿元、亩……由软件换算"
          />
        </div>
        <div className="figure-form-pair">
          <TextField
            label="增幅"
            value={form.growth}
            inputMode="decimal"
            autoComplete="off"
            onChange={(event) => set({ growth: event.target.value })}
            hint="负增长写“-”"
          />
          <div className="field">
            <span className="field-label">增幅是</span>
            <Select
              name="增幅是"
              value={form.growthKind}
              choices={GROWTH_KINDS}
              onChange={(growthKind) => set({ growthKind })}
            />
          </div>
        </div>
        <div className="figure-form-pair">
          <div className="field">
            <span className="field-label">性质</span>
            <Select
              name="性质"
              value={form.nature}
              choices={NATURES.map((each) => ({ value: each, label: NATURE_NAMES[each] }))}
              onChange={(nature) => set({ nature })}
            />
          </div>
          <div className="field">
            <span className="field-label">范围</span>
            <Select
              name="范围"
              value={form.scope}
              choices={SCOPES.map((each) => ({ value: each, label: SCOPE_NAMES[each] }))}
              onChange={(scope) => set({ scope })}
            />
          </div>
        </div>
        <TextField
          label="期间"
          value={form.period}
          autoComplete="off"
          onChange={(event) => set({ period: event.target.value })}
          hint="如 2018；2018-（以来）；2019-2021；没有就空着。"
        />
      </form>
    </Dialog>
  );
}
