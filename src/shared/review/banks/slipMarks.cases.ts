import type { OutdatedWording, RuleId } from '../finding.ts';

/** A made-up draft: ⟪as it is meant→as it was slipped in|rules of which one has to notice it⟫; no rules: words left alone. */
export interface MarkedDraft {
  home: string;
  neighbours: string[];
  /** The same town's report of the year before. */
  lastYear: string | null;
  outdated: Pick<OutdatedWording, 'wording' | 'instead' | 'fromYear'>[];
  peers: { name: string; text: string }[];
  text: string;
}

export interface Slip {
  rules: RuleId[];
  /** The draft with this slip and no other, and where it stands in it. */
  text: string;
  start: number;
  end: number;
}

const mark = /⟪([^→⟫]*)→([^|⟫]*)\|([^⟫]*)⟫/g;

/** The draft without slips, the draft with each slip alone, and the draft with all of them. */
export function readSlips(marked: string): { sound: string; slips: Slip[]; all: string } {
  const set = (slipped: (index: number) => boolean): string => {
    let index = -1;
    return marked.replace(mark, (_, meant: string, slip: string, rules: string) => {
      if (rules === '') return meant;
      index += 1;
      return slipped(index) ? slip : meant;
    });
  };
  const slips: Slip[] = [];
  for (const [, meant = '', slip = '', rules = ''] of marked.matchAll(mark)) {
    if (rules === '') continue;
    const at = slips.length;
    const text = set((index) => index === at);
    const sound = set(() => false);
    let start = 0;
    while (text[start] === sound[start]) start += 1;
    slips.push({
      rules: rules.split(',') as RuleId[],
      text,
      start: Math.max(0, start - slip.length - meant.length),
      end: start + slip.length + meant.length,
    });
  }
  return { sound: set(() => false), slips, all: set(() => true) };
}
