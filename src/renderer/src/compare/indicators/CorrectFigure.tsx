import { type FormEvent, useId, useState } from 'react';
import type { FigureCorrectionInput } from '../../../../shared/contract/schemas/figures.ts';
import { useRequest } from '../../bridge/useRequest.ts';
import { useDisplayText } from '../../preferences/preferences.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Select } from '../../ui/Menu.tsx';
import { NATURE_NAMES, SCOPE_NAMES } from './figureWords.ts';
import type { FigureToCorrect } from './useCorrections.ts';

type Change = Extract<FigureCorrectionInput, { kind: 'change' }>;

const NATURES = ['actual', 'target', 'project', 'base'] as const;
const SCOPES = ['town', 'village', 'firm', 'project'] as const;
const NUMBER = /^-?\d{1,15}(\.\d{1,8})?$/u;

/** Asks what the figure says. The words of the report stay; only the reading of them changes. */
export function CorrectFigure({
  figure,
  onClose,
  onCorrect,
}: {
  figure: FigureToCorrect;
  onClose: () => void;
  onCorrect: (correction: FigureCorrectionInput) => void;
}) {
  const { reading, wording, sentence, reportName } = figure;
  const display = useDisplayText();
  const form = useId();
  const list = useId();
  const indicators = useRequest('indicators.list', {}).value?.indicators ?? [];
  const [name, setName] = useState(reading?.name ?? '');
  const [value, setValue] = useState(reading?.value == null ? '' : String(reading.value));
  const [unit, setUnit] = useState(reading?.unit ?? '');
  const [nature, setNature] = useState<Change['nature']>(reading?.nature ?? 'actual');
  const [scope, setScope] = useState<Change['scope']>(
    SCOPES.find((each) => each === reading?.scope) ?? 'town',
  );
  const plain = value.replaceAll(/[,，\s]/gu, '');
  const complete = NUMBER.test(plain) && name.trim() !== '';
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!complete) return;
    const said = name.trim();
    const listed = indicators.find((each) => each.name === said);
    const key = listed?.key ?? (said === reading?.name ? reading.key : null);
    const stated = unit.trim() === '' ? null : unit.trim();
    onCorrect({ kind: 'change', key, name: said, value: plain, unit: stated, nature, scope });
  };
  return (
    <Dialog
      open
      title={`改读数：${reportName}“${wording}”`}
      onClose={onClose}
      actions={
        <>
          <Button variant="danger" onClick={() => onCorrect({ kind: 'not-figure' })}>
            不是指标
          </Button>
          <Button onClick={onClose}>取消</Button>
          <Button variant="primary" type="submit" form={form} disabled={!complete}>
            保存读数
          </Button>
        </>
      }
    >
      <form id={form} className="figure-form" onSubmit={save}>
        <p className="figure-form-sentence original">{display(sentence)}</p>
        <TextField
          label="指标"
          value={name}
          list={list}
          maxLength={60}
          onChange={(event) => setName(event.target.value)}
          hint="选表内指标可与他镇同列；也可写原文名称。"
        />
        <datalist id={list}>
          {indicators.map((indicator) => (
            <option key={indicator.key} value={indicator.name} />
          ))}
        </datalist>
        <TextField
          label="数值"
          value={value}
          inputMode="decimal"
          autoComplete="off"
          onChange={(event) => setValue(event.target.value)}
        />
        <TextField
          label="单位"
          value={unit}
          maxLength={12}
          onChange={(event) => setUnit(event.target.value)}
          hint="如万元、亿元、亩、户；换算由软件做。"
        />
        <div className="field">
          <span className="field-label">性质</span>
          <Select
            name="性质"
            value={nature}
            choices={NATURES.map((each) => ({ value: each, label: NATURE_NAMES[each] }))}
            onChange={setNature}
          />
        </div>
        <div className="field">
          <span className="field-label">范围</span>
          <Select
            name="范围"
            value={scope}
            choices={SCOPES.map((each) => ({ value: each, label: SCOPE_NAMES[each] }))}
            onChange={setScope}
          />
        </div>
      </form>
    </Dialog>
  );
}
