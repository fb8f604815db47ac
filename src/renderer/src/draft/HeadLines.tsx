interface Lines {
  congress: string;
  speaker: string;
}

/** What stands under the title on paper: the line of the congress and the speaker's. Printed as written. */
export function HeadLines({
  town,
  planYear,
  congress,
  speaker,
  onChange,
}: Lines & {
  town: string;
  planYear: number;
  onChange: (lines: Partial<Lines>) => void;
}) {
  return (
    <div className="draft-head-lines">
      <input
        aria-label="会议行"
        placeholder={`会议行，如：${planYear}年1月10日在${town}第×届人民代表大会第×次会议上`}
        value={congress}
        maxLength={200}
        onChange={(event) => onChange({ congress: event.target.value })}
      />
      <input
        aria-label="报告人"
        placeholder="报告人，如：镇长　张三"
        value={speaker}
        maxLength={100}
        onChange={(event) => onChange({ speaker: event.target.value })}
      />
    </div>
  );
}
