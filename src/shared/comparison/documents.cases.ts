import { nothingKnown } from '../report/metadata.cases.ts';
import type { ReportAnalysis, Section, SectionRole, TopicPassage } from '../report/report.ts';
import type { ComparedDocument } from './document.ts';

/** A section of a made-up report: its heading and the sentences under it with their topics. */
export interface DraftSection {
  level: number;
  heading: string;
  label?: string;
  nodeKind?: 'heading' | 'item';
  role?: SectionRole;
  topics?: string[];
  sentences?: [text: string, ...topics: string[]][];
}

/** Lays the sections out as one running text, as in the sources, with the analysis that fits it. */
export function documentOf(
  documentId: string,
  sections: DraftSection[],
  opening = '各位代表:现在,我代表镇人民政府向大会报告工作。',
): ComparedDocument {
  let text = opening;
  const found: Section[] = [];
  const passages: TopicPassage[] = [];
  for (const section of sections) {
    const label = section.label ?? null;
    const start = text.length;
    text += `${label ?? ''}${section.heading}`;
    found.push({
      nodeKind: section.nodeKind ?? 'heading',
      level: section.level,
      label,
      heading: section.heading,
      start,
      end: text.length,
      endCertain: true,
      role: section.role ?? null,
      topics: section.topics ?? [],
    });
    text += '。';
    for (const [sentence, ...topics] of section.sentences ?? []) {
      passages.push({ start: text.length, end: text.length + sentence.length, topics });
      text += sentence;
    }
  }
  return { documentId, text, analysis: { ...emptyAnalysis, sections: found, passages } };
}

export const emptyAnalysis: ReportAnalysis = {
  kind: 'annual-report',
  metadata: nothingKnown,
  evidence: [],
  sections: [],
  passages: [],
  terms: [],
  notices: [],
};

/** Two made-up towns: one keeps a section for each topic, the other puts several into 民生. */
export const detailedTown = documentOf('云溪镇', [
  {
    level: 1,
    heading: '2018年工作回顾',
    role: 'review',
    sentences: [['全镇实现财政收入1.2亿元。', 'T01']],
  },
  {
    level: 2,
    label: '(一)',
    heading: '狠抓项目建设',
    topics: ['T02'],
    sentences: [['新上恒远机械等3个项目。', 'T02']],
  },
  {
    level: 2,
    label: '(二)',
    heading: '深化美丽乡村建设',
    topics: ['T11'],
    sentences: [
      ['完成旱厕改造1200户。', 'T11'],
      ['打造美丽乡村示范村7个。', 'T11'],
    ],
  },
  {
    level: 2,
    label: '(三)',
    heading: '提升医疗卫生水平',
    topics: ['T14'],
    sentences: [['家庭医生签约9000人。', 'T14']],
  },
  { level: 1, heading: '2019年工作任务', role: 'tasks', sentences: [['今年是关键之年。']] },
  {
    level: 2,
    label: '(一)',
    heading: '突出工业项目建设',
    topics: ['T02'],
    sentences: [['续建恒远机械二期。', 'T02']],
  },
  {
    level: 2,
    label: '(二)',
    heading: '突出美丽乡村建设',
    topics: ['T11'],
    sentences: [['今年完成旱厕改造800户。', 'T11']],
  },
  {
    level: 2,
    label: '(三)',
    heading: '兜住安全生产底线',
    topics: ['T18'],
    sentences: [['开展安全生产大检查。', 'T18']],
  },
]);

export const mixedTown = documentOf('柳河镇', [
  {
    level: 1,
    label: '一、',
    heading: '2018年工作回顾',
    role: 'review',
    sentences: [['实现财政总收入8000万元。', 'T01']],
  },
  {
    level: 2,
    label: '(一)',
    heading: '项目建设步伐加快',
    topics: ['T02'],
    sentences: [['引进兴达木业等4个项目。', 'T02', 'T03']],
  },
  {
    level: 2,
    label: '(二)',
    heading: '民生事业持续改善',
    topics: ['T14', 'T11'],
    sentences: [
      ['新建治疗中心3处。', 'T14'],
      ['54个村通过美丽乡村验收。', 'T11'],
    ],
  },
  {
    level: 1,
    label: '二、',
    heading: '2019年工作重点',
    role: 'tasks',
    sentences: [['今年要打基础。']],
  },
  {
    level: 2,
    label: '(一)',
    heading: '在农业农村工作上',
    topics: ['T06'],
    sentences: [
      ['坚决打好人居环境整治攻坚战。', 'T11'],
      ['新增托管面积10000亩。', 'T06'],
    ],
  },
  {
    level: 2,
    label: '(二)',
    heading: '在安全生产上',
    topics: ['T18'],
    sentences: [['组织安全生产专项行动。', 'T18']],
  },
]);
