import { useEffect, useState } from 'react';
import type { Output } from '../../../shared/contract/routes.ts';
import { onLibraryEvent } from '../bridge/request.ts';
import { useMutation } from '../bridge/useMutation.ts';
import { useRequest } from '../bridge/useRequest.ts';
import { usePreferences } from '../preferences/preferences.tsx';
import { Button } from '../ui/Button.tsx';
import { Progress } from '../ui/States.tsx';
import { useToast } from '../ui/Toasts.tsx';
import { KeptField } from './KeptField.tsx';

const TOWN_LIST = 'towns-of-the-library';
/** A longer list is no help in typing. */
const MOST_TOWNS = 300;

/** The person's own town, and whether searching can be relied on. */
export function SearchSettings() {
  const { settings, change } = usePreferences();
  const reports = useRequest('reports.list', {}).value?.reports ?? [];
  const towns = [...new Set(reports.map(({ place }) => place.slice(-2).join(' ')))]
    .filter((town) => town !== '')
    .slice(0, MOST_TOWNS);
  return (
    <section>
      <h2>检索</h2>
      <KeptField
        label="本镇"
        hint="如“昌城镇”；重名时连县名一起写。检索时本镇的在前，同县的次之。"
        maxLength={80}
        list={TOWN_LIST}
        kept={settings.homeLocality}
        onKeep={(homeLocality) => change({ homeLocality })}
      />
      <datalist id={TOWN_LIST}>
        {towns.map((town) => (
          <option key={town} value={town} />
        ))}
      </datalist>
      <IndexCare />
    </section>
  );
}

/** 搜索自检 and 重建索引 */
function IndexCare() {
  const toast = useToast();
  const [verdict, setVerdict] = useState<Output<'search.selfCheck'>>();
  const [progress, setProgress] = useState({ done: 0, total: 0 });
  const checking = useMutation('search.selfCheck', toast.fail);
  const rebuilding = useMutation('search.rebuild', toast.fail);
  const busy = checking.pending || rebuilding.pending;

  useEffect(
    () =>
      onLibraryEvent((event) => {
        if (event.type === 'progress' && event.task === 'search.rebuild') {
          setProgress({ done: event.done, total: event.total });
        }
      }),
    [],
  );

  const check = async () => setVerdict(await checking.run({}));
  const rebuild = async () => {
    setProgress({ done: 0, total: 0 });
    const rebuilt = await rebuilding.run({});
    if (rebuilt === undefined) return;
    setVerdict(undefined);
    toast.done(`索引已重建，共 ${rebuilt.documents} 篇。`);
  };

  return (
    <>
      <div className="settings-line">
        <Button disabled={busy} onClick={check}>
          搜索自检
        </Button>
        <Button disabled={busy} onClick={rebuild}>
          重建索引
        </Button>
      </div>
      {checking.pending && <Progress title="正在自检" done={0} total={0} />}
      {rebuilding.pending && <Progress title="正在重建索引" {...progress} />}
      <p className="quiet" role="status">
        {verdict === undefined
          ? '自检随机抽取资料里的字句，与逐字通读的结果比对。重建索引不动原文和批注，随时可做。'
          : verdictInWords(verdict)}
      </p>
    </>
  );
}

function verdictInWords(verdict: Output<'search.selfCheck'>): string {
  const { checked, disagreements, damagedTexts, missingReports } = verdict;
  const [worst] = disagreements;
  const faults = [
    worst &&
      `${disagreements.length} 条不符，如“${worst.literal}”原文 ${worst.expected} 处、检索到 ${worst.found} 处`,
    missingReports > 0 && `${missingReports} 篇没有编入索引`,
    damagedTexts > 0 && `${damagedTexts} 篇的索引不完整`,
  ].filter((fault) => typeof fault === 'string');
  if (faults.length > 0) {
    return `抽查 ${checked} 条字句，${faults.join('；')}。原文无恙，请重建索引。`;
  }
  if (checked === 0) return '库里还没有资料，无可自检。';
  return `抽查 ${checked} 条字句，检索与通读全文的结果全部相符。`;
}
