/** Everything that one run measured, and that a bound is set on. */
export interface Measured {
  reports: number;
  exact: boolean;
  p50ToFts5: number;
  p95ToFts5: number;
  severalToFts5: number;
  twoToTrigram: number;
  pageToScan: number;
  freshToRow: number;
  rssMegabytes: number;
  bytesPerCharacter: number;
  buildToFts5: number;
  buildPeakMegabytes: number;
  addToFts5: number;
  removeToFts5: number;
}

interface Bound {
  what: string;
  value: (measured: Measured) => number;
  /** The highest value allowed; undefined where nothing is asked at that size. */
  atMost: (reports: number) => number | undefined;
}

/** Bounds are set for 1,200 and 18,000 reports; at 150 everything is too quick to tell apart. */
const bySize = (small: number | undefined, large: number | undefined) => (reports: number) => {
  if (reports < 1200) return undefined;
  return reports < 18_000 ? small : large;
};

export const BOUNDS: readonly Bound[] = [
  { what: '全部命中 p95 ÷ FTS5 二字', value: (m) => m.p95ToFts5, atMost: bySize(0.5, 0.6) },
  { what: '全部命中 p50 ÷ FTS5 二字', value: (m) => m.p50ToFts5, atMost: bySize(undefined, 1) },
  { what: '几个词 p95 ÷ FTS5 二字', value: (m) => m.severalToFts5, atMost: bySize(1, 1) },
  {
    what: '二字 p95 ÷ FTS5 trigram',
    value: (m) => m.twoToTrigram,
    atMost: bySize(1 / 300, 1 / 100),
  },
  { what: '首页 50 句 p95 ÷ 内存扫描', value: (m) => m.pageToScan, atMost: bySize(0.1, 0.1) },
  { what: '新进程首个结果 ÷ 开库读一行', value: (m) => m.freshToRow, atMost: bySize(2, 2) },
  { what: '首个结果后内存 MB', value: (m) => m.rssMegabytes, atMost: bySize(75, 90) },
  { what: '索引 字节/字', value: (m) => m.bytesPerCharacter, atMost: bySize(1.8, 1.8) },
  { what: '批量建立 ÷ FTS5 二字', value: (m) => m.buildToFts5, atMost: bySize(1.5, 1.5) },
  { what: '批量建立内存峰值 MB', value: (m) => m.buildPeakMegabytes, atMost: bySize(600, 600) },
  { what: '加一篇 ÷ FTS5 二字', value: (m) => m.addToFts5, atMost: bySize(1.5, 1.5) },
  { what: '删一篇 ÷ FTS5 二字', value: (m) => m.removeToFts5, atMost: bySize(1, 1) },
];

/** Prints every bound with what was measured; answers whether all of them held. */
export function checkBounds(measured: Measured): boolean {
  let held = measured.exact;
  console.log(`${measured.exact ? '合格' : '不合格'}  查全率 = 查准率 = 1`);
  for (const { what, value, atMost } of BOUNDS) {
    const found = value(measured);
    const limit = atMost(measured.reports);
    if (limit === undefined) {
      console.log(`      ${what}: ${found.toFixed(4)}`);
      continue;
    }
    held &&= found <= limit;
    console.log(
      `${found <= limit ? '合格' : '不合格'}  ${what}: ${found.toFixed(4)}(≤ ${limit.toFixed(4)})`,
    );
  }
  return held;
}
