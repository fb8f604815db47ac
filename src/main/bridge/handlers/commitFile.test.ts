import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { ServedDesk } from '../../../../tests/fixtures/servedLibrary.ts';
import { docx, paragraph } from '../../../../tests/hostile/containers.ts';

const desk = new ServedDesk();
afterAll(() => desk.close());

/** An invented report as it left Word, with a number that was struck out and one that took its place. */
const REVISED = docx(
  [
    '2019年长岭镇政府工作报告',
    '2019年1月8日在长岭镇第十九届人民代表大会第三次会议上',
    '各位代表：',
    '现在，我代表长岭镇人民政府，向大会报告工作，请予审议。',
    '一、2018年工作回顾',
  ]
    .map(paragraph)
    .join('') +
    `<w:p><w:r><w:t>全年改厕</w:t></w:r><w:del w:id="1" w:author="x"><w:r><w:delText>300</w:delText></w:r></w:del><w:ins w:id="2" w:author="x"><w:r><w:t>400</w:t></w:r></w:ins><w:r><w:t>户。</w:t></w:r></w:p>`,
);

it('says of a file in a folder that its revisions were taken as accepted', async () => {
  const folder = join(desk.folder, '报告');
  mkdirSync(folder);
  writeFileSync(join(folder, '修订.docx'), REVISED);
  writeFileSync(join(folder, '定稿.docx'), docx(paragraph('各位代表：现将工作报告如下。')));
  desk.answer = folder;
  const { batch } = await desk.ask('imports.chooseFolder', {});
  const { files } = await desk.ask('imports.runBatch', { batchId: batch?.batchId ?? '' });
  const messages = Object.fromEntries(
    files.map(({ name, outcomes }) => [name, outcomes.map(({ message }) => message)]),
  );
  expect(messages['报告/修订.docx']).toEqual([
    '已入库。文档带有修订 2 处，已按“接受全部修订”后的文字读入。',
  ]);
  expect(messages['报告/定稿.docx']?.join('')).not.toContain('修订');
});
