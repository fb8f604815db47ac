import { decidedValue, fieldName, type Kept } from './words.ts';

/** What the other library decided otherwise: ours stays, theirs is told. */
export function KeptDecisions({ kept }: { kept: readonly Kept[] }) {
  if (kept.length === 0) return null;
  return (
    <>
      <p>对方有 {kept.length} 处认定与您的不同，仍以您的为准：</p>
      <ul className="package-list" aria-label="认定不同之处">
        {kept.map(({ reportTitle, field, mine, theirs }) => (
          <li key={`${reportTitle} ${field} ${mine} ${theirs}`} className="package-line">
            <span className="package-name">
              {reportTitle} · {fieldName(field)}
            </span>
            <span>
              您：{decidedValue(field, mine)}　对方：{decidedValue(field, theirs)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
