import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { Segmented } from '../ui/Choices.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import type { BriefDraft } from './draft.ts';
import type { Preview } from './PartsList.tsx';

const ROLE_NAMES: Record<Preview['fonts'][number]['role'], string> = {
  title: '题名',
  body: '正文',
  heading: '一级标题',
  kai: '二级标题和批注',
  song: '表格和页码',
};

interface FontChoiceProps {
  draft: BriefDraft;
  preview: Preview;
  onChange: (draft: BriefDraft) => void;
}

/** Which faces the brief is printed with, which stand in for which, and the characters that none of them has. */
export function FontChoice({ draft, preview, onChange }: FontChoiceProps) {
  const [open, setOpen] = useState(false);
  const { fonts, missing, warnings } = preview;
  return (
    <section>
      <h3>字体</h3>
      {warnings.map((warning) => (
        <p key={warning} className="brief-caution">
          {warning}
        </p>
      ))}
      {missing.length > 0 && (
        <p className="brief-caution" role="alert">
          所选字体里没有这些字，将由本机其他字体代替，打印前请核对：{missing.join('、')}
        </p>
      )}
      <div>
        <Button size="small" onClick={() => setOpen(true)}>
          选字体
        </Button>
      </div>
      {open && (
        <Dialog open title="各处用什么字体" width="wide" onClose={() => setOpen(false)}>
          <p className="quiet">
            公文字体由本机安装的为准；没有安装的，由随软件附带的开放字体代替。
          </p>
          <table className="font-table">
            <thead>
              <tr>
                <th scope="col">用处</th>
                <th scope="col">应用字体</th>
                <th scope="col">现用</th>
              </tr>
            </thead>
            <tbody>
              {fonts.map((font) => (
                <FontRow key={font.role} font={font} draft={draft} onChange={onChange} />
              ))}
            </tbody>
          </table>
        </Dialog>
      )}
    </section>
  );
}

function FontRow({
  font: { role, asks, office, bundled, standsIn, usesOffice },
  draft,
  onChange,
}: Omit<FontChoiceProps, 'preview'> & { font: Preview['fonts'][number] }) {
  const switchedOff = draft.bundledFonts ?? [];
  return (
    <tr>
      <th scope="row">{ROLE_NAMES[role]}</th>
      <td>{asks}</td>
      <td>
        {office === null ? (
          <span>
            {bundled}
            <span className="quiet">
              （{standsIn ? '代替' : '附带'}，本机未装{asks}）
            </span>
          </span>
        ) : (
          <Segmented
            name={`${ROLE_NAMES[role]}的字体`}
            value={usesOffice ? 'office' : 'bundled'}
            choices={[
              { value: 'office', label: `本机${office}` },
              { value: 'bundled', label: bundled },
            ]}
            onChange={(next) =>
              onChange({
                ...draft,
                bundledFonts:
                  next === 'office'
                    ? switchedOff.filter((each) => each !== role)
                    : [...switchedOff, role],
              })
            }
          />
        )}
      </td>
    </tr>
  );
}
