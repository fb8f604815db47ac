import type { Brief, BriefPart } from './brief.ts';

const numerals = '一二三四五六七八九十';

/** 1 → 一, 11 → 十一; a brief has far fewer than 99 parts or topics. */
export function chineseOrdinal(n: number): string {
  if (n <= 10) return numerals.charAt(n - 1);
  const tens = Math.floor(n / 10);
  const ones = n % 10;
  return `${tens > 1 ? numerals.charAt(tens - 1) : ''}十${ones > 0 ? numerals.charAt(ones - 1) : ''}`;
}

/** A heading of the brief, with the id its page number is looked up by. */
export interface BriefHeading {
  id: string;
  level: 2 | 3;
  text: string;
}

/** Numbered headings in printed order: 一、 for parts, （一） for topics. */
export function listHeadings(brief: Brief): BriefHeading[] {
  return brief.parts.flatMap((part, index) => {
    const id = `part-${index + 1}`;
    const own: BriefHeading = {
      id,
      level: 2,
      text: `${chineseOrdinal(index + 1)}、${part.heading}`,
    };
    return [
      own,
      ...topicNames(part).map(
        (name, topic): BriefHeading => ({
          id: `${id}-${topic + 1}`,
          level: 3,
          text: `（${chineseOrdinal(topic + 1)}）${name}`,
        }),
      ),
    ];
  });
}

function topicNames(part: BriefPart): string[] {
  if (part.part === 'excerpts') return part.topics.map((topic) => topic.name);
  return part.part === 'comparison' ? part.rows.map((row) => row.name) : [];
}
