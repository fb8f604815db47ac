import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { SearchField } from '../ui/Field.tsx';
import './choose/choose.css';
import { MOST_SHOWN, ReportWords } from './choose/ReportChoices.tsx';
import { useReportsToChoose } from './choose/useReportsToChoose.ts';

/** One more column: peers of the first report come first, all others are found by typing. */
export function AddReport({
  taken,
  onAdd,
}: {
  taken: readonly string[];
  onAdd: (id: string) => void;
}) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" variant="text" onClick={() => setOpen(true)}>
        加一栏
      </Button>
      {open && (
        <PickReport
          taken={taken}
          onClose={() => setOpen(false)}
          onPick={(id) => {
            setOpen(false);
            onAdd(id);
          }}
        />
      )}
    </>
  );
}

function PickReport({
  taken,
  onPick,
  onClose,
}: {
  taken: readonly string[];
  onPick: (id: string) => void;
  onClose: () => void;
}) {
  const [typed, setTyped] = useState('');
  const { listed = [], peers, home } = useReportsToChoose(taken, typed);
  const open = listed.filter(({ id }) => !taken.includes(id));
  const [first] = open;
  return (
    <Dialog open title="加一栏" onClose={onClose} startIn="input">
      <div className="compare-find">
        <SearchField
          name="按名称或拼音首字母查找"
          placeholder="名称或拼音首字母；回车加第一篇"
          value={typed}
          onChange={setTyped}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing && first) onPick(first.id);
          }}
        />
      </div>
      {open.length === 0 && <p className="quiet compare-more">没有别的报告可加。</p>}
      <ul className="compare-choices">
        {open.slice(0, MOST_SHOWN).map((report) => (
          <li key={report.id}>
            <button type="button" onClick={() => onPick(report.id)}>
              <ReportWords report={report} peers={peers} home={home} />
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
