import { describe, expect, it } from 'vitest';
import { WRAPPED } from '../report/wraps.cases.ts';
import { documentOf } from './documents.cases.ts';
import { onlyIn } from './onlyIn.ts';
import { sharedWording } from './sharedWording.ts';

const formula = '为开创新时代高质量发展新局面而努力奋斗';
const own = {
  documentId: '云溪镇',
  text: `围绕改善群众生活条件,整合资金改造农村旱厕。抓项目。${formula}!`,
};
const neighbour = {
  documentId: '柳河镇',
  text: `今年,我们将围绕改善群众生活条件\uff0c整合资金改造农村旱厕800户。砥砺奋进,${formula}!`,
};

describe('wording that stands in two reports', () => {
  const [copied, fixed, ...rest] = sharedWording([own, neighbour], [formula]);

  it('is found whole, whatever the width of its punctuation', () => {
    const wording = copied?.places.map(({ documentId, start, end }) =>
      (documentId === own.documentId ? own : neighbour).text.slice(start, end),
    );
    expect(wording).toEqual([
      '围绕改善群众生活条件,整合资金改造农村旱厕',
      '围绕改善群众生活条件\uff0c整合资金改造农村旱厕',
    ]);
    expect(copied?.formula).toBe(false);
    expect(rest).toEqual([]);
  });

  it('is found over the lines of a page, and given as it stands there', () => {
    const copy =
      '增长百分之十一点六，增幅较上半年提高六点三个百分点；完成公共财政收入一千三百二十六万元';
    const [found] = sharedWording(
      [
        { documentId: 'a', text: WRAPPED },
        { documentId: 'b', text: `投资下降，${copy}。` },
      ],
      [],
    );
    const { start = 0, end = 0 } = found?.places[0] ?? {};
    expect(WRAPPED.slice(start, end)).toBe(copy.replace('；', '；\n- 1 -\n'));
  });

  it('is not counted where it is a fixed formula', () => {
    expect(fixed?.formula).toBe(true);
    expect(sharedWording([own, neighbour], [])[1]?.formula).toBe(false);
  });

  it('is not reported below thirteen characters', () => {
    const twelve = '整合资金改造农村旱厕八百';
    expect(
      sharedWording(
        [
          { documentId: 'a', text: `甲${twelve}乙` },
          { documentId: 'b', text: `丙${twelve}丁` },
        ],
        [],
      ),
    ).toEqual([]);
    const thirteen = `${twelve}户`;
    expect(
      sharedWording(
        [
          { documentId: 'a', text: `甲${thirteen}乙` },
          { documentId: 'b', text: `丙${thirteen}丁` },
        ],
        [],
      ),
    ).toHaveLength(1);
  });

  it('takes the longest continuation where a passage begins the same in several places', () => {
    const start = '各位代表,过去一年取得的成绩来之不易';
    const [found] = sharedWording(
      [
        { documentId: 'a', text: `${start},是全镇上下共同奋斗的结果。` },
        { documentId: 'b', text: `${start}。${start},是全镇上下共同奋斗的结果。` },
      ],
      [],
    );
    expect(found?.places[1].start).toBe(start.length + 1);
  });
});

describe('formulas with words left open', () => {
  const opening = (town: string) =>
    `各位代表:现在,我代表${town}人民政府,向大会报告工作,请予审议,并请列席人员提出意见。`;
  const documents = [
    { documentId: 'a', text: opening('云溪镇') },
    { documentId: 'b', text: opening('柳河镇') },
  ];
  const formula = '现在,我代表……人民政府……向大会报告……提出意见';

  it('cover the opening of every congress', () => {
    const flags = (formulas: string[]) =>
      sharedWording(documents, formulas).map((passage) => passage.formula);
    expect(flags([])).toEqual([false]);
    expect(flags([formula])).toEqual([true]);
  });

  it('are taken by their letters, whatever a person writes into the list', () => {
    const odd = 'a-b/c.*(d)[e]{f}|g^h$i\\j+k?l-m';
    const both = ['a', 'b'].map((documentId) => ({ documentId, text: `今年推行${odd}。` }));
    expect(sharedWording(both, [odd]).map((passage) => passage.formula)).toEqual([true]);
  });

  it('do not reach into the next sentence', () => {
    const copied = '一、全力推进产业强镇。深入开展粮食产能提升专项整治';
    const [found] = sharedWording(
      [
        { documentId: 'a', text: `云溪${copied}` },
        { documentId: 'b', text: `柳河${copied}` },
      ],
      ['全力推进……专项整治'],
    );
    expect(found?.formula).toBe(false);
  });
});

describe('what only one report has', () => {
  it('lists coined terms and quoted names once, and none that another report has too', () => {
    const town = documentOf('云溪镇', [
      {
        level: 1,
        heading: '工作',
        sentences: [['推行“支部夜话”,深化“三清一增”,“支部夜话”办了12期,编印《村规民约》。']],
      },
    ]);
    const other = documentOf('柳河镇', [
      { level: 1, heading: '工作', sentences: [['扎实开展“三清一增”行动。']] },
    ]);
    expect(
      onlyIn(town, [other]).map(({ term, start, end }) => [term, town.text.slice(start, end)]),
    ).toEqual([
      ['支部夜话', '支部夜话'],
      ['村规民约', '村规民约'],
    ]);
  });
});
